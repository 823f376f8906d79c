package dev.optima.protocol.rest;

import org.jspecify.annotations.Nullable;

/// `POST /api/video-calls/{callId}/recording/news`: what the media server said of a recording, as
/// the call page heard it.
///
/// @param on whether it records now
/// @param mode `file` or `transcription`; `file` if absent
/// @param link where the recording is
/// @param error why it could not begin, as the server names it
public record RecordingNews(
    boolean on, @Nullable String mode, @Nullable String link, @Nullable String error) {}
