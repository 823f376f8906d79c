package dev.optima.protocol.rest;

/// `GET /api/applicants/{id}/mail-preview?kind`: a mail as it would be sent; its link leads
/// nowhere.
public record MailPreview(String to, String subject, String html, String text) {}
