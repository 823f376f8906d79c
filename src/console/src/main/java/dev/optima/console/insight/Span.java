package dev.optima.console.insight;

/// How the time is chosen of which figures are shown.
public enum Span {
  WEEK("insights.span.week", 7),
  FORTNIGHT("insights.span.fortnight", 14),
  MONTH("insights.span.month", 30),
  SEASON("insights.span.season", 90),
  /// The quarter of the year that is now, as far as it has come.
  QUARTER("insights.span.quarter", 0),
  /// Two days that the recruiter names.
  CUSTOM("insights.span.custom", 0);

  private final String word;
  private final int days;

  Span(String word, int days) {
    this.word = word;
    this.days = days;
  }

  String word() {
    return word;
  }

  /// How many days up to today; 0 if it is not chosen so.
  int days() {
    return days;
  }
}
