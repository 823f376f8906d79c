package dev.optima.backend;

import dev.optima.backend.attachment.AttachmentFolder;
import dev.optima.backend.config.BackendConfig;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What the services stand in.
///
/// @param files where the files of messages are
/// @param publicUrl where people reach this server
record Surroundings(
    BackendConfig config, AttachmentFolder files, Supplier<URI> publicUrl, InstantSource clock) {}
