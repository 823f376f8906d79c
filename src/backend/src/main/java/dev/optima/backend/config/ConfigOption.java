package dev.optima.backend.config;

/// A setting that stands on the command line, where it wins over the environment and the file.
///
/// @param name as it was typed, such as `--port`
public record ConfigOption(String name, ConfigKey key, String value) {}
