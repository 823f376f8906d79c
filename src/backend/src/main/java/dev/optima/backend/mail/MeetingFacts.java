package dev.optima.backend.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The meeting that a mail is about, as far as its words need it.
///
/// @param teamZone of whoever planned it, IANA
/// @param interviewers by name
/// @param description for the applicant
/// @param reason why it was called off
public record MeetingFacts(
    Occasion occasion,
    String title,
    Instant start,
    Duration length,
    String teamZone,
    List<String> interviewers,
    @Nullable String description,
    @Nullable String reason) {

  public MeetingFacts {
    interviewers = List.copyOf(interviewers);
  }

  /// Why there is a mail about it.
  public enum Occasion {
    PLANNED,
    /// It is planned, and the reader has said that they come.
    CONFIRMED,
    CHANGED,
    /// It is changed, but not in what the reader has agreed to.
    UPDATED,
    CANCELLED,
    /// It is a day away.
    TOMORROW,
    /// It is a quarter of an hour away.
    SOON;

    /// How its words are called in the bundles.
    String key() {
      return "meeting_" + name().toLowerCase(Locale.ROOT);
    }
  }

  Instant end() {
    return start.plus(length);
  }
}
