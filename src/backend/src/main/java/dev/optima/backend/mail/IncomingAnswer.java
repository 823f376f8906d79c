package dev.optima.backend.mail;

/// A mail with iCalendar in it.
///
/// @param id its Message-ID; empty if it has none
/// @param calendar the iCalendar
public record IncomingAnswer(String id, String calendar) {
  /// Never prints what somebody wrote.
  @Override
  public String toString() {
    return "IncomingAnswer[" + calendar.length() + "]";
  }
}
