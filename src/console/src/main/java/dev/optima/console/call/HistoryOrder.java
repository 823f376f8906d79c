package dev.optima.console.call;

/// In which order the history is shown.
public record HistoryOrder(Column by, boolean ascending) {
  /// The newest first.
  public static final HistoryOrder NEWEST = new HistoryOrder(Column.WHEN, false);

  /// What a call is sorted by.
  public enum Column {
    APPLICANT(true),
    WHEN(false),
    LENGTH(false),
    OUTCOME(true),
    QUALITY(false),
    INTERVIEWER(true);

    private final boolean upwards;

    Column(boolean upwards) {
      this.upwards = upwards;
    }
  }

  /// The order after a press on the head of a column: its usual one, the other way round the second
  /// time.
  HistoryOrder pressed(Column column) {
    return new HistoryOrder(column, column == by ? !ascending : column.upwards);
  }
}
