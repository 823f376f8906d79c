package dev.optima.console.schedule;

import dev.optima.console.client.MeetingQuery;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.meeting.MeetingList;
import dev.optima.protocol.message.Meeting;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The meetings of the days that are looked at, and no others.
final class LoadedMeetings implements AutoCloseable {
  private final MeetingFeed feed;
  private final ZoneId zone;
  private final Runnable changed;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable MeetingList list;
  private @Nullable Days days;

  LoadedMeetings(MeetingFeed feed, ZoneId zone, Runnable changed) {
    this.feed = feed;
    this.zone = zone;
    this.changed = changed;
  }

  /// Looks at these days from now on; what both have is there at once.
  void look(Days wanted) {
    if (wanted.equals(days)) {
      return;
    }
    days = wanted;
    MeetingList before = list;
    subscriptions.close();
    MeetingQuery query = MeetingQuery.between(wanted.start(zone), wanted.end(zone)).withCancelled();
    MeetingList opened = feed.open(query);
    list = opened;
    if (before != null) {
      before.close();
    }
    subscriptions.list(opened.meetings(), changed);
    subscriptions.follow(opened.problem(), problem::set);
    subscriptions.update(
        () -> loading.set(!opened.loaded().get() && opened.problem().get() == null),
        opened.loaded(),
        opened.problem());
  }

  void reload() {
    MeetingList now = list;
    if (now != null) {
      now.reload();
    }
  }

  List<Meeting> meetings() {
    MeetingList now = list;
    return now == null ? List.of() : now.meetings();
  }

  ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public void close() {
    subscriptions.close();
    MeetingList now = list;
    if (now != null) {
      now.close();
    }
    list = null;
    days = null;
  }
}
