package dev.optima.console.applicant;

import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.meeting.MeetingList;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The interviews of the applicant whose profile is shown, live.
final class ProfileMeetings {
  private static final int PAST_SHOWN = 5;

  private final MeetingFeed feed;
  private final ReadOnlyObjectWrapper<@Nullable MeetingList> list = new ReadOnlyObjectWrapper<>();
  private @Nullable UserId shown;

  ProfileMeetings(MeetingFeed feed) {
    this.feed = feed;
  }

  void show(UserId applicant) {
    if (applicant.equals(shown)) {
      return;
    }
    shown = applicant;
    MeetingList before = list.get();
    list.set(feed.open(applicant));
    if (before != null) {
      before.close();
    }
  }

  /// The interviews as the feed has them; another list with each applicant.
  ReadOnlyObjectProperty<@Nullable MeetingList> list() {
    return list.getReadOnlyProperty();
  }

  /// The one that goes on or comes next.
  Optional<Meeting> next(Instant now) {
    return all().stream().filter(meeting -> isAhead(meeting, now)).findFirst();
  }

  /// All others, the latest first; a few.
  List<Meeting> others(Instant now) {
    Optional<Meeting> next = next(now);
    return all().reversed().stream()
        .filter(meeting -> next.isEmpty() || !meeting.equals(next.get()))
        .limit(PAST_SHOWN)
        .toList();
  }

  private List<Meeting> all() {
    MeetingList open = list.get();
    return open == null ? List.of() : List.copyOf(open.meetings());
  }

  private static boolean isAhead(Meeting meeting, Instant now) {
    return meeting.status() == MeetingStatus.IN_PROGRESS
        || !meeting.status().isOver() && now.isBefore(meeting.end());
  }
}
