package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.MeetingActs;
import dev.optima.console.meeting.MeetingDoors;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What comes next today, a line each, with the step that fits.
final class UpNextView extends VBox implements AutoCloseable {
  private final Words words;
  private final UpNextViewModel model;
  private final Ways ways;
  private final ObservableValue<Instant> now;
  private final Map<MeetingId, UpNextLine> lines = new HashMap<>();
  private final VBox rows = new VBox();
  private final Label note = Nodes.wrapped("", "muted");
  private final Button retry;
  private final Subscriptions subscriptions = new Subscriptions();

  /// What a meeting leads to.
  ///
  /// @param me oneself
  /// @param live in which one's own call may be
  /// @param back leads into that
  /// @param ring rings the applicant of a room
  /// @param open opens a room
  record Ways(
      UserId me,
      LiveCallsViewModel live,
      Consumer<CallSnapshot> back,
      Consumer<RoomId> ring,
      Consumer<RoomId> open,
      MeetingDoors doors,
      MeetingActs acts) {
    /// The call in which one is with the applicant of a room.
    Optional<CallSnapshot> mine(RoomId room) {
      return live.calls().stream()
          .map(LiveCall::call)
          .filter(call -> call.roomId().equals(room) && live.isMine(call))
          .findFirst();
    }
  }

  UpNextView(Words words, UpNextViewModel model, Ways ways, ObservableValue<Instant> now) {
    super(6);
    this.words = words;
    this.model = model;
    this.ways = ways;
    this.now = now;
    setId(Ids.CALLS_NEXT);
    getStyleClass().add("card");
    retry = Nodes.button("", words.get("calls.retry"), model::retry);
    getChildren().addAll(Nodes.label(words.get("calls.next"), "heading"), rows, note, retry);
    subscriptions.list(model.meetings(), this::show);
    subscriptions.update(this::explain, model.loaded(), model.problem());
    subscriptions.onChange(now, this::tick);
    subscriptions.list(ways.live().calls(), () -> tick(now.getValue()));
  }

  private void show() {
    Map<MeetingId, UpNextLine> before = Map.copyOf(lines);
    lines.clear();
    for (Meeting meeting : model.meetings()) {
      UpNextLine old = before.get(meeting.meetingId());
      lines.put(
          meeting.meetingId(),
          old != null && old.meeting().equals(meeting)
              ? old
              : new UpNextLine(words, meeting, ways, now.getValue()));
    }
    Nodes.refill(
        rows, model.meetings().stream().map(meeting -> lines.get(meeting.meetingId())).toList());
    explain();
  }

  private void tick(Instant at) {
    lines.values().forEach(line -> line.tick(at));
  }

  private void explain() {
    Message wrong = model.problem().get();
    boolean none = model.meetings().isEmpty();
    String said =
        wrong != null
            ? words.get(wrong)
            : none ? words.get(model.loaded().get() ? "calls.next.none" : "common.loading") : "";
    note.setText(said);
    Nodes.present(note, !said.isEmpty());
    Nodes.present(retry, wrong != null);
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
