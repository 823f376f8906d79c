package dev.optima.console.insight;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.MeetingQuery;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.Meetings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The meetings behind a figure, earliest first, some at a time.
public final class MeetingListViewModel {
  private static final int PAGE = 200;

  /// As many are looked for at once.
  private static final int ENOUGH = 100;

  private final ApiClient api;
  private final Tasks tasks;
  private final MeetingsAsked asked;
  private final ObservableList<Meeting> meetings = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable String next;

  /// Some meetings, and where to go on.
  private record Found(List<Meeting> meetings, @Nullable String next) {}

  MeetingListViewModel(ApiClient api, Tasks tasks, MeetingsAsked asked) {
    this.api = api;
    this.tasks = tasks;
    this.asked = asked;
  }

  /// Asks for the first, or the next.
  void load() {
    if (loading.get()) {
      return;
    }
    loading.set(true);
    problem.set(null);
    String after = next;
    tasks.run(() -> find(after), this::found, this::failed);
  }

  private void found(Found some) {
    loading.set(false);
    next = some.next();
    hasMore.set(next != null);
    meetings.addAll(some.meetings());
  }

  private void failed(Exception failure) {
    loading.set(false);
    problem.set(ApiFailures.explain(failure));
  }

  private Found find(@Nullable String begin) throws ApiException {
    MeetingQuery query = MeetingQuery.between(asked.from(), asked.to());
    MeetingQuery whole = asked.withCancelled() ? query.withCancelled() : query;
    Map<UserId, String> positions = new HashMap<>();
    List<Meeting> found = new ArrayList<>();
    String after = begin;
    do {
      Meetings page = api.meetings().page(whole, after, PAGE);
      for (Meeting meeting : page.meetings()) {
        if (asked.wants(meeting) && fits(meeting, positions)) {
          found.add(meeting);
        }
      }
      after = page.next();
    } while (after != null && found.size() < ENOUGH);
    return new Found(found, after);
  }

  private boolean fits(Meeting meeting, Map<UserId, String> known) throws ApiException {
    if (asked.positions().isEmpty()) {
      return true;
    }
    UserId applicant = meeting.applicantId();
    if (!known.containsKey(applicant)) {
      String position = api.applicant(applicant).position();
      known.put(applicant, position == null ? "" : position);
    }
    return asked.positions().contains(known.get(applicant));
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
