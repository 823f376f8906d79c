package dev.optima.console.insight;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiException.Kind;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.MeetingQuery;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.Meetings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The meetings behind a figure, earliest first, some at a time. Of what position an applicant is,
/// the backend is asked once each; whoever cannot be read is left out, which is counted.
public final class MeetingListViewModel {
  private static final int PAGE = 200;

  /// As many are looked for at once.
  private static final int ENOUGH = 100;

  /// As many applicants are asked for at once.
  private static final int ASKED_AT_ONCE = 50;

  private final ApiClient api;
  private final Tasks tasks;
  private final MeetingsAsked asked;
  private final ObservableList<Meeting> meetings = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper leftOut = new ReadOnlyIntegerWrapper();

  /// Empty of those who cannot be read.
  private final Map<UserId, Optional<String>> positions = new ConcurrentHashMap<>();

  private Rest rest = new Rest(List.of(), null, true);
  private volatile boolean closed;

  /// Where to go on.
  ///
  /// @param meetings came, but were not looked at yet
  /// @param next the page after these
  /// @param more whether there is one
  private record Rest(List<Meeting> meetings, @Nullable String next, boolean more) {
    boolean isNothing() {
      return meetings.isEmpty() && !more;
    }
  }

  private record Found(List<Meeting> meetings, int leftOut, Rest rest) {}

  MeetingListViewModel(ApiClient api, Tasks tasks, MeetingsAsked asked) {
    this.api = api;
    this.tasks = tasks;
    this.asked = asked;
  }

  /// Asks for the first, or the next.
  void load() {
    if (loading.get() || closed) {
      return;
    }
    loading.set(true);
    problem.set(null);
    Rest from = rest;
    tasks.run(() -> find(from), this::found, this::failed);
  }

  private void found(Found some) {
    loading.set(false);
    rest = some.rest();
    hasMore.set(!rest.isNothing());
    leftOut.set(leftOut.get() + some.leftOut());
    meetings.addAll(some.meetings());
  }

  private void failed(Exception failure) {
    loading.set(false);
    problem.set(ApiFailures.explain(failure));
  }

  private Found find(Rest from) throws ApiException {
    List<Meeting> found = new ArrayList<>();
    Deque<Meeting> waiting = new ArrayDeque<>(from.meetings());
    Rest page = from;
    int unreadable = 0;
    int known = positions.size();
    while (!closed && found.size() < ENOUGH && positions.size() - known < ASKED_AT_ONCE) {
      Meeting meeting = waiting.poll();
      if (meeting != null) {
        Optional<String> position = position(meeting);
        if (position.isEmpty()) {
          unreadable++;
        } else if (asked.positions().isEmpty() || asked.positions().contains(position.get())) {
          found.add(meeting);
        }
      } else if (page.more()) {
        page = read(page.next());
        waiting.addAll(page.meetings());
      } else {
        break;
      }
    }
    return new Found(found, unreadable, new Rest(List.copyOf(waiting), page.next(), page.more()));
  }

  private Rest read(@Nullable String after) throws ApiException {
    MeetingQuery query = MeetingQuery.between(asked.from(), asked.to());
    Meetings page =
        api.meetings().page(asked.withCancelled() ? query.withCancelled() : query, after, PAGE);
    return new Rest(
        page.meetings().stream().filter(asked::wants).toList(), page.next(), page.next() != null);
  }

  /// For what the applicant of a meeting applied, if that matters; empty if they cannot be read.
  private Optional<String> position(Meeting meeting) throws ApiException {
    if (asked.positions().isEmpty()) {
      return Optional.of("");
    }
    Optional<String> before = positions.get(meeting.applicantId());
    if (before != null) {
      return before;
    }
    Optional<String> now = ask(meeting.applicantId());
    positions.put(meeting.applicantId(), now);
    return now;
  }

  private Optional<String> ask(UserId applicant) throws ApiException {
    try {
      String position = api.applicant(applicant).position();
      return Optional.of(position == null ? "" : position);
    } catch (ApiException e) {
      if (e.kind() == Kind.REFUSED || e.kind() == Kind.NOT_OPTIMA) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// Looks for no more.
  void close() {
    closed = true;
  }

  /// How many may be behind the figure, but their applicant cannot be read.
  ReadOnlyIntegerProperty leftOut() {
    return leftOut.getReadOnlyProperty();
  }

  ObservableList<Meeting> meetings() {
    return meetings;
  }

  ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty hasMore() {
    return hasMore.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
