package dev.optima.protocol.rest;

import org.jspecify.annotations.Nullable;

/// What became of a test mail.
///
/// @param problem `null` if the server took it; else `host`, `connection`, `tls`, `credentials`,
///   `sender`, `recipient` or `other`
/// @param detail the server's own words
public record MailTested(boolean sent, @Nullable String problem, @Nullable String detail) {}
