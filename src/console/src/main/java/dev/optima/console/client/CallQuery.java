package dev.optima.console.client;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which calls are asked for, and in which order.
///
/// @param terms what they must be like, as on the wire; a name may be there more than once
/// @param before the `next` of the page before
public record CallQuery(
    List<Term> terms, Sort sort, boolean ascending, @Nullable String before, int limit) {

  /// One parameter of the question.
  public record Term(String name, String value) {}

  /// By what they are ordered.
  public enum Sort {
    WHEN,
    LENGTH,
    QUALITY,
    APPLICANT,
    OUTCOME,
    INTERVIEWER;

    /// As on the wire.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public CallQuery {
    terms = List.copyOf(terms);
  }

  /// The newest first.
  public static CallQuery newest(List<Term> terms, int limit) {
    return new CallQuery(terms, Sort.WHEN, false, null, limit);
  }

  /// The next page of the same question.
  public CallQuery before(String next) {
    return new CallQuery(terms, sort, ascending, next, limit);
  }
}
