package dev.optima.console.call;

import dev.optima.console.client.MeetingQuery;
import dev.optima.console.fx.Diff;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.meeting.MeetingList;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One's own interviews of today that go on or are to come.
public final class UpNextViewModel implements AutoCloseable {
  private final UserId me;
  private final MeetingFeed feed;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ObservableList<Meeting> meetings = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final Subscriptions subscriptions = new Subscriptions();
  private LocalDate day = LocalDate.EPOCH;
  private long minute;
  private @Nullable MeetingList list;

  UpNextViewModel(UserId me, MeetingFeed feed, InstantSource clock, ZoneId zone) {
    this.me = me;
    this.feed = feed;
    this.clock = clock;
    this.zone = zone;
  }

  /// Asks for today's, and follows them from now on; another day is another list.
  void follow() {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    if (today.equals(day)) {
      return;
    }
    day = today;
    close();
    MeetingList opened =
        feed.open(
            MeetingQuery.between(
                    today.atStartOfDay(zone).toInstant(),
                    today.plusDays(1).atStartOfDay(zone).toInstant())
                .by(me));
    list = opened;
    subscriptions.list(opened.meetings(), this::publish);
    subscriptions.follow(opened.loaded(), loaded::set);
    subscriptions.follow(opened.problem(), problem::set);
  }

  /// Tries again what could not be loaded.
  public void retry() {
    if (list != null) {
      list.reload();
    }
  }

  void tick(Instant now) {
    long at = now.getEpochSecond() / 60;
    if (list != null && at != minute) {
      minute = at;
      follow();
      publish();
    }
  }

  private void publish() {
    Instant now = clock.instant();
    List<Meeting> all = list == null ? List.of() : list.meetings();
    Diff.apply(meetings, all.stream().filter(meeting -> isNext(meeting, now)).toList());
  }

  private static boolean isNext(Meeting meeting, Instant now) {
    return meeting.status() == MeetingStatus.IN_PROGRESS
        || !meeting.status().isOver()
            && meeting.overdue() != Overdue.REVIEW
            && (now.isBefore(meeting.end()) || meeting.overdue() == Overdue.ASKED);
  }

  /// Earliest first.
  public ObservableList<Meeting> meetings() {
    return meetings;
  }

  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public void close() {
    subscriptions.close();
    if (list != null) {
      list.close();
      list = null;
    }
  }
}
