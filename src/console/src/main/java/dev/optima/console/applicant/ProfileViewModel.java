package dev.optima.console.applicant;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Diff;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Applicant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The profile that is shown: its fields, and the past calls.
public final class ProfileViewModel {
  private static final int SHOWN = 12;

  private final ApiClient api;
  private final Tasks tasks;
  private final ObservableList<CallSnapshot> calls = FXCollections.observableArrayList();
  private final Map<RoomId, List<CallSnapshot>> known = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final Profiles profiles;
  private final ReadOnlyObjectWrapper<@Nullable ProfileEdit> edit = new ReadOnlyObjectWrapper<>();
  private final ProfileMeetings meetings;
  private @Nullable RoomId room;

  public ProfileViewModel(ApiClient api, Tasks tasks, Profiles profiles, MeetingFeed feed) {
    this.api = api;
    this.tasks = tasks;
    this.profiles = profiles;
    meetings = new ProfileMeetings(feed);
  }

  /// Shows an applicant as they are now; what was typed for another one is saved.
  public void show(Applicant applicant) {
    ProfileEdit before = edit.get();
    if (before != null && !before.applicant().applicantId().equals(applicant.applicantId())) {
      before.saveAll();
    }
    edit.set(profiles.of(applicant));
    showCalls(applicant.roomId());
    meetings.show(applicant.applicantId());
  }

  /// Shows this room's calls; what was known is there at once, and is brought up to date.
  private void showCalls(RoomId next) {
    if (next.equals(room)) {
      return;
    }
    room = next;
    publish();
    tasks.run(
        () -> api.history(next, null, SHOWN),
        list -> {
          problem.set(null);
          known.put(next, list.calls());
          publish();
        },
        failure -> problem.set(ApiFailures.explain(failure)));
  }

  /// Takes up a call that ended in a room.
  public void on(ServerMessage message) {
    if (message instanceof ServerMessage.ChatMessage chat && chat.entry().call() != null) {
      CallSnapshot call = chat.entry().call();
      List<CallSnapshot> all = new ArrayList<>(known.getOrDefault(call.roomId(), List.of()));
      all.removeIf(old -> old.callId().equals(call.callId()));
      all.add(call);
      all.sort(Comparator.comparing(CallSnapshot::createdAt).reversed());
      known.put(call.roomId(), all);
      publish();
    }
  }

  private void publish() {
    List<CallSnapshot> all = room == null ? List.of() : known.getOrDefault(room, List.of());
    Diff.apply(calls, all.stream().filter(call -> call.state().isTerminal()).limit(SHOWN).toList());
  }

  /// The fields; null until an applicant is shown.
  public ReadOnlyObjectProperty<@Nullable ProfileEdit> edit() {
    return edit.getReadOnlyProperty();
  }

  /// The interviews.
  ProfileMeetings meetings() {
    return meetings;
  }

  public ObservableList<CallSnapshot> calls() {
    return calls;
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
