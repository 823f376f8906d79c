package dev.optima.backend;

import dev.optima.backend.attachment.AttachmentFolder;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.retention.BelievedTime;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What the services stand in.
///
/// @param files where the files of messages are
/// @param publicUrl where people reach this server
/// @param time the clock as far as it is believed by what deletes for good
record Surroundings(
    BackendConfig config,
    AttachmentFolder files,
    Supplier<URI> publicUrl,
    InstantSource clock,
    BelievedTime time) {}
