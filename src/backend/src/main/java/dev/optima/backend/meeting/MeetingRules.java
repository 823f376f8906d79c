package dev.optima.backend.meeting;

import dev.optima.protocol.meeting.MeetingTimers;
import java.time.Duration;
import java.util.Set;

/// The settings of meetings.
///
/// @param pause that everybody has between two meetings at least; zero: none
/// @param dayReminder how long before its start people are reminded of a meeting; zero: not at all
/// @param providers what is there to carry the video
public record MeetingRules(
    MeetingTimers timers, Duration pause, Duration dayReminder, Set<String> providers) {

  public MeetingRules {
    providers = Set.copyOf(providers);
  }

  public static final MeetingRules DEFAULT =
      new MeetingRules(
          MeetingTimers.DEFAULT, Duration.ofMinutes(5), Duration.ofHours(24), Set.of("direct"));
}
