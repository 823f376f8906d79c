package dev.optima.protocol.message;

/// What an applicant says to a ring: `accept` or `reject`.
public enum CallAnswer {
  ACCEPT,
  REJECT
}
