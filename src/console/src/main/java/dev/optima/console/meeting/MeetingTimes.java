package dev.optima.console.meeting;

import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.protocol.meeting.MeetingMachine;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.MeetingTimers;
import dev.optima.protocol.message.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// When a meeting is, and how far from now.
public final class MeetingTimes {
  private static final MeetingMachine MACHINE = new MeetingMachine(MeetingTimers.DEFAULT);
  private static final Duration SECONDS_SHOWN = Duration.ofMinutes(2);

  private MeetingTimes() {}

  /// Whether its room may be entered now.
  public static boolean isJoinable(Meeting meeting, Instant now) {
    return MACHINE.isJoinable(MeetingFacts.session(meeting), now);
  }

  /// Whether the applicant can be told now that the team is late: until the planned end.
  public static boolean mayRunLate(Meeting meeting, Instant now) {
    return isJoinable(meeting, now)
        && meeting.status() != MeetingStatus.IN_PROGRESS
        && now.isBefore(meeting.end());
  }

  /// When its room opens.
  public static Instant opens(Meeting meeting) {
    return meeting.scheduledTime().minus(MeetingTimers.DEFAULT.open());
  }

  /// `in 12 min`, `in 1:58`, `began 3 min ago`, `in progress`.
  public static Message distance(Meeting meeting, Instant now) {
    if (meeting.status() == MeetingStatus.IN_PROGRESS) {
      return Message.of("meeting.live");
    }
    Duration left = Duration.between(now, meeting.scheduledTime());
    if (left.isPositive()) {
      return ahead(left);
    }
    return left.plusMinutes(1).isPositive()
        ? Message.of("meeting.begins")
        : Message.of("meeting.since", left.negated().toMinutes());
  }

  private static Message ahead(Duration left) {
    if (left.compareTo(SECONDS_SHOWN) < 0) {
      return Message.of("meeting.inSeconds", Formats.length(left));
    }
    long minutes = left.plusSeconds(59).toMinutes();
    if (minutes < 60) {
      return Message.of("meeting.inMinutes", minutes);
    }
    if (minutes < 24 * 60) {
      return minutes % 60 == 0
          ? Message.of("meeting.inHours", minutes / 60)
          : Message.of("meeting.inHoursAndMinutes", minutes / 60, minutes % 60);
    }
    return Message.of("meeting.inDays", minutes / (24 * 60));
  }

  /// `Today 14:00 – 14:45`, and beside it the applicant's own time where that is another.
  public static String whole(Words words, Meeting meeting, Instant now) {
    Formats formats = words.formats();
    String here =
        formats.dayAhead(meeting.scheduledTime(), now)
            + " "
            + formats.span(meeting.scheduledTime(), meeting.end());
    String there = there(words, meeting, meeting.scheduledTime());
    return there.isEmpty() ? here : here + " · " + there;
  }

  /// `13:00 in Berlin`; empty where the applicant's clock shows what ours does.
  public static String there(Words words, Meeting meeting, Instant at) {
    ZoneId zone = zone(meeting);
    Formats formats = words.formats();
    if (zone.getRules().getOffset(at).equals(formats.zone().getRules().getOffset(at))) {
      return "";
    }
    return words.get(
        "meeting.there", formats.timeAt(at, zone), formats.city(meeting.applicantTimeZone()));
  }

  /// The applicant's time zone; UTC if this machine does not know it.
  private static ZoneId zone(Meeting meeting) {
    String name = meeting.applicantTimeZone();
    return ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : ZoneId.of("UTC");
  }
}
