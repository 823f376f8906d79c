package dev.optima.backend.attachment;

import java.nio.file.Path;

/// A file that somebody may have.
///
/// @param path where its bytes are
/// @param size bytes
/// @param mediaType what a browser may be told
/// @param tag another one for other bytes: letters, digits and `-`
/// @param name under which it is saved
public record Download(Path path, long size, String mediaType, String tag, String name) {}
