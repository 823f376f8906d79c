package dev.optima.console.meeting;

import dev.optima.console.client.ApiClient;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.Me;
import dev.optima.protocol.rest.TeamMembers;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Who of the team may lead an interview, by name. The backend is asked whenever that is about to
/// matter; until it answers, and if it does not, those who are known from before are enough to go
/// on with.
public final class Colleagues {
  private final Meeting.Interviewer me;
  private final ApiClient api;
  private final Tasks tasks;
  private final ObservableList<Meeting.Interviewer> all = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();

  public Colleagues(Me me, ApiClient api, Tasks tasks) {
    this.api = api;
    this.tasks = tasks;
    this.me = new Meeting.Interviewer(me.userId(), me.name());
    all.add(this.me);
  }

  /// Asks the backend.
  public void refresh() {
    tasks.run(api::team, this::took, _ -> asked.set(true));
  }

  private void took(TeamMembers team) {
    List<Meeting.Interviewer> now =
        team.members().stream()
            .map(one -> new Meeting.Interviewer(one.userId(), one.name()))
            .toList();
    if (!all.equals(now)) {
      all.setAll(now);
    }
    asked.set(true);
  }

  /// Oneself.
  public Meeting.Interviewer me() {
    return me;
  }

  public ObservableList<Meeting.Interviewer> all() {
    return all;
  }

  /// Whether the backend has answered, or could not.
  public ReadOnlyBooleanProperty asked() {
    return asked.getReadOnlyProperty();
  }
}
