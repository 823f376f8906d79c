package dev.optima.console.meeting;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Diff;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.Meeting;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Some meetings, earliest first, kept as the backend has them until it is closed.
public final class MeetingList implements AutoCloseable {
  private static final Comparator<Meeting> ORDER =
      Comparator.comparing(Meeting::scheduledTime)
          .thenComparing(meeting -> meeting.meetingId().value());

  private final MeetingFeed feed;
  private final Tasks tasks;
  private final Predicate<Meeting> wanted;
  private final Source source;
  private final ObservableList<Meeting> meetings = FXCollections.observableArrayList();
  private final ObservableList<Meeting> readOnly =
      FXCollections.unmodifiableObservableList(meetings);
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private boolean asking;
  private boolean again;
  private boolean closed;

  /// Asks the backend for everything that the list wants.
  @FunctionalInterface
  interface Source {
    List<Meeting> load() throws Exception;
  }

  MeetingList(MeetingFeed feed, Tasks tasks, Predicate<Meeting> wanted, Source source) {
    this.feed = feed;
    this.tasks = tasks;
    this.wanted = wanted;
    this.source = source;
    show();
  }

  boolean wants(Meeting meeting) {
    return wanted.test(meeting);
  }

  void show() {
    Diff.apply(meetings, feed.all().filter(wanted).sorted(ORDER).toList());
  }

  /// Asks the backend again; what is shown stays meanwhile.
  public void reload() {
    if (closed) {
      return;
    }
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    long step = feed.step();
    tasks.run(source::load, all -> answered(all, step), this::failed);
  }

  private void answered(List<Meeting> all, long step) {
    if (!closed) {
      feed.answered(this, all, step);
      problem.set(null);
      loaded.set(true);
      asked();
    }
  }

  private void failed(Exception failure) {
    if (!closed) {
      problem.set(ApiFailures.explain(failure));
      asked();
    }
  }

  private void asked() {
    asking = false;
    if (again) {
      again = false;
      reload();
    }
  }

  public ObservableList<Meeting> meetings() {
    return readOnly;
  }

  /// Whether the backend has answered once.
  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// Why the last question was not answered; null if it was.
  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /// Nobody looks at it any more.
  @Override
  public void close() {
    closed = true;
    feed.close(this);
  }
}
