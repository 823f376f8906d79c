package dev.optima.backend.calendar;

import java.io.IOException;
import java.util.Locale;

/// Why a calendar elsewhere could not be read. Its message names no address and no secret.
final class FetchFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /// What was wrong, as REST tells it (in lower case).
  enum Problem {
    /// It did not answer, or not now.
    UNREACHABLE,
    /// It lets nobody in with this name and password, or without.
    UNAUTHORIZED,
    /// There is nothing at this address.
    NOT_FOUND,
    /// It answered something else.
    REFUSED,
    NOT_A_CALENDAR,
    /// It lies inside the own network.
    FORBIDDEN_ADDRESS,
    TOO_LARGE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Problem problem;

  FetchFailure(Problem problem, String detail) {
    super(detail);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
