package dev.optima.console.applicant;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.MeetingStates;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.MeetingDoors;
import dev.optima.console.meeting.MeetingList;
import dev.optima.console.meeting.MeetingTimes;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The applicant's next interview with the way in, and what became of the others.
final class MeetingsView extends VBox implements AutoCloseable {
  private final Words words;
  private final InstantSource clock;
  private final ProfileMeetings model;
  private final MeetingDoors doors;
  private final VBox next = new VBox(8);
  private final VBox others = new VBox(8);
  private final Subscriptions subscriptions = new Subscriptions();
  private final Subscriptions ofList = new Subscriptions();
  private Instant minute = Instant.EPOCH;

  MeetingsView(Words words, InstantSource clock, ProfileMeetings model, MeetingDoors doors) {
    super(12);
    this.words = words;
    this.clock = clock;
    this.model = model;
    this.doors = doors;
    setId(Ids.PROFILE_MEETINGS);
    getChildren().addAll(Nodes.label(words.get("profile.nextMeeting"), "heading"), next, others);
    subscriptions.follow(model.list(), this::follow);
  }

  private void follow(@Nullable MeetingList list) {
    ofList.close();
    if (list != null) {
      ofList.update(this::show, list.meetings(), list.loaded(), list.problem());
    }
  }

  /// Lets time go by: a room opens, an interview is over.
  void tick(Instant now) {
    Instant current = now.truncatedTo(ChronoUnit.MINUTES);
    if (!current.equals(minute)) {
      minute = current;
      show();
    }
  }

  private void show() {
    Instant now = clock.instant();
    next.getChildren()
        .setAll(model.next(now).map(meeting -> card(meeting, now)).orElseGet(this::none));
    List<Node> rows = model.others(now).stream().map(meeting -> row(meeting, now)).toList();
    others.getChildren().setAll(rows);
    Nodes.present(others, !rows.isEmpty());
  }

  private Node none() {
    MeetingList list = model.list().get();
    if (list != null && list.problem().get() != null) {
      return Nodes.wrapped(words.get(list.problem().get()), "small", "problem");
    }
    boolean known = list != null && list.loaded().get();
    return Nodes.wrapped(
        words.get(known ? "profile.noMeeting" : "common.loading"), "small", "muted");
  }

  private Node card(Meeting meeting, Instant now) {
    String people =
        meeting.interviewers().stream()
            .map(Meeting.Interviewer::name)
            .collect(Collectors.joining(", "));
    boolean open = MeetingTimes.isJoinable(meeting, now);
    FlowPane actions = new FlowPane(8, 8);
    if (open) {
      actions
          .getChildren()
          .add(
              Nodes.button(
                  Ids.PROFILE_JOIN,
                  words.get("meeting.join"),
                  () -> doors.join().accept(meeting.meetingId()),
                  "success"));
    }
    actions
        .getChildren()
        .addAll(
            Nodes.button(
                Ids.PROFILE_MOVE,
                words.get("today.move"),
                () -> doors.move().accept(meeting.meetingId(), null)),
            Nodes.button(
                Ids.PROFILE_SHOW,
                words.get("today.show"),
                () -> doors.show().accept(meeting.meetingId())));
    HBox state =
        new HBox(
            8,
            Nodes.chip(words.get(MeetingStates.word(meeting)), MeetingStates.tone(meeting)),
            Nodes.label(words.get(MeetingTimes.distance(meeting, now)), "small", "muted"));
    state.setAlignment(Pos.CENTER_LEFT);
    VBox card =
        new VBox(
            6,
            Nodes.wrapped(meeting.title(), "name"),
            Nodes.wrapped(
                MeetingTimes.whole(words, meeting, now) + " · " + people, "small", "muted"),
            state,
            actions);
    card.getStyleClass().addAll("card", "card-tight");
    return card;
  }

  private Node row(Meeting meeting, Instant now) {
    String when = words.formats().dayAhead(meeting.scheduledTime(), now);
    HBox row =
        new HBox(
            8,
            Nodes.chip(words.get(MeetingStates.word(meeting)), MeetingStates.tone(meeting)),
            Nodes.label(when + " " + words.formats().time(meeting.scheduledTime()), "small"));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  @Override
  public void close() {
    subscriptions.close();
    ofList.close();
  }
}
