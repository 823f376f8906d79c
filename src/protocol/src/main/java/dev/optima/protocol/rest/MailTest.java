package dev.optima.protocol.rest;

/// `POST /api/mail/test`: sends a mail now, past the outbox, and waits for the server's answer.
public record MailTest(String to) {}
