package dev.optima.protocol.rest;

import java.time.Instant;

/// `POST /api/applicants/{id}/invitations`: a link for one use, shown only here.
public record Invitation(String url, Instant expiresAt) {
  /// Never prints the link.
  @Override
  public String toString() {
    return "Invitation[expiresAt=" + expiresAt + "]";
  }
}
