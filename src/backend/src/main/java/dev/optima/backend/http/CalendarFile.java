package dev.optima.backend.http;

/// An interview as a file that calendar programs open.
final class CalendarFile {
  private static final String TYPE = "text/calendar; charset=utf-8";

  private CalendarFile() {}

  static Reply of(String text) {
    return Reply.text(TYPE, text)
        .with("Content-Disposition", "attachment; filename=\"interview.ics\"");
  }
}
