package dev.optima.protocol.call;

/// The two sides of a call. The team may have several people in it.
public enum Side {
  RECRUITER,
  APPLICANT
}
