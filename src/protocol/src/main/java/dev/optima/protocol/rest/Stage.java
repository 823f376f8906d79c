package dev.optima.protocol.rest;

/// How far an applicant has come; in the order of the process.
public enum Stage {
  NEW,
  SCREENING,
  FIRST_INTERVIEW,
  SECOND_INTERVIEW,
  OFFER,
  HIRED,
  REJECTED
}
