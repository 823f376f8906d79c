package dev.optima.console.schedule;

import dev.optima.console.i18n.Words;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.MeetingConflict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Why a time is not free, in words.
final class Clashes {
  private static final int NAMED = 3;

  private Clashes() {}

  /// `Mert Demir has another interview until 14:10.` for each of the first few.
  static String words(Words words, MeetingCheck check) {
    List<MeetingConflict> all = check.conflicts();
    String named =
        all.stream()
            .limit(NAMED)
            .map(clash -> words(words, clash))
            .distinct()
            .collect(Collectors.joining(" "));
    return all.size() <= NAMED
        ? named
        : named + " " + words.get("schedule.clash.more", all.size() - NAMED);
  }

  private static String words(Words words, MeetingConflict clash) {
    String until = words.formats().time(clash.end());
    if (clash.pause()) {
      return words.get("schedule.clash.pause", clash.name());
    }
    return clash.meetingId() == null
        ? words.get("schedule.clash.busy", clash.name(), until)
        : words.get("schedule.clash.meeting", clash.name(), until);
  }

  /// When everybody is free, with the day unless it is that of `near`.
  static String nextFree(Words words, Instant free, Instant near) {
    return words.formats().day(free).equals(words.formats().day(near))
        ? words.formats().time(free)
        : words.formats().weekday(free) + " " + words.formats().time(free);
  }
}
