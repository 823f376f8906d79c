package dev.optima.protocol.rest;

/// `GET /api/push/key`: the key by which browsers know this server (VAPID, RFC 8292).
///
/// @param publicKey P-256, uncompressed, base64url
public record PushKey(String publicKey) {}
