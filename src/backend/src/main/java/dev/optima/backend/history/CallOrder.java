package dev.optima.backend.history;

import java.util.List;

/// In which order calls are listed. Of two that are alike the newer one is first; by `length` and
/// `quality` upwards, and by a name downwards, it is last.
public record CallOrder(By by, boolean ascending) {
  public static final CallOrder NEWEST = new CallOrder(By.WHEN, false);

  /// By what; names are those of the index too.
  public enum By {
    WHEN("created_at"),
    LENGTH("length"),
    QUALITY("score"),
    APPLICANT("applicant_key"),
    OUTCOME("outcome"),
    INTERVIEWER("interviewer_key");

    private final String column;

    By(String column) {
      this.column = column;
    }

    String column() {
      return "h." + column;
    }

    /// Whether it is known of each call. Where it is not, -1 stands for it.
    boolean isAlwaysKnown() {
      return this != LENGTH && this != QUALITY;
    }

    boolean isText() {
      return this == APPLICANT || this == INTERVIEWER;
    }
  }

  /// One part of the order.
  record Term(String expression, boolean descending) {
    String sql() {
      return expression + (descending ? " DESC" : " ASC");
    }
  }

  /// Whether of two with the same key the newer one comes first.
  boolean isNewestFirst() {
    return switch (by) {
      case WHEN, LENGTH, QUALITY -> !ascending;
      case APPLICANT, INTERVIEWER -> ascending;
      case OUTCOME -> true;
    };
  }

  /// The order of calls with the same key.
  List<Term> ties() {
    return List.of(new Term("h.created_at", isNewestFirst()), new Term("h.no", isNewestFirst()));
  }

  /// The key, as an index has it.
  Term key() {
    return new Term(by.column(), !ascending);
  }
}
