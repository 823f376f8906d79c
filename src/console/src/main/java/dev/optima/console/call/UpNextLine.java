package dev.optima.console.call;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.MeetingStates;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.LateMenu;
import dev.optima.console.meeting.MeetingTimes;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// An interview of today: when, whose, what was answered, and the way in.
final class UpNextLine extends VBox {
  private static final double WHEN = 74;
  private static final Duration COUNTED = Duration.ofHours(1);

  private final Words words;
  private final Meeting meeting;
  private final UpNextView.Ways ways;
  private final Label distance = Nodes.wrapped("", "small", "muted", "tabular");
  private final HBox main = new HBox(10);
  private final HBox buttons = new HBox(6);
  private final HBox more = new HBox(6);
  private State state;

  /// What decides which buttons there are.
  ///
  /// @param mine whether one is in a call with them
  private record State(
      boolean open, boolean late, boolean knocks, boolean asked, boolean live, boolean mine) {}

  UpNextLine(Words words, Meeting meeting, UpNextView.Ways ways, Instant now) {
    super(6);
    this.words = words;
    this.meeting = meeting;
    this.ways = ways;
    getStyleClass().add("next-line");
    VBox when =
        new VBox(
            Nodes.label(words.formats().time(meeting.scheduledTime()), "name", "tabular"),
            distance);
    when.setMinWidth(WHEN);
    when.setPrefWidth(WHEN);
    main.setAlignment(Pos.CENTER_LEFT);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setMinWidth(USE_PREF_SIZE);
    more.setPadding(new javafx.geometry.Insets(0, 0, 0, WHEN + 10));
    Label answer =
        meeting.knocks()
            ? Nodes.chip(words.get("calls.waiting"), "warn")
            : Nodes.chip(words.get(MeetingStates.word(meeting)), MeetingStates.tone(meeting));
    main.getChildren().addAll(when, who(), answer, buttons);
    getChildren().addAll(main, more);
    state = state(now);
    fill();
    tick(now);
  }

  Meeting meeting() {
    return meeting;
  }

  private VBox who() {
    var name =
        Nodes.button(
            "", meeting.applicantName(), () -> ways.open().accept(meeting.roomId()), "name-link");
    name.setMinWidth(0);
    name.setMnemonicParsing(false);
    String what =
        Stream.of(meeting.title(), people(), there())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · "));
    Label detail = Nodes.wrapped(what, "small", "muted");
    VBox who = new VBox(1, name, detail);
    who.setMinWidth(0);
    name.setTooltip(new Tooltip(meeting.applicantName() + "\n" + what));
    HBox.setHgrow(who, Priority.ALWAYS);
    return who;
  }

  /// The length; of a panel, who else leads it.
  private String people() {
    String length = words.get("calls.next.minutes", meeting.durationMinutes());
    if (meeting.interviewers().size() < 2) {
      return length;
    }
    Stream<String> others =
        meeting.interviewers().stream()
            .filter(one -> !one.userId().equals(ways.me()))
            .map(Meeting.Interviewer::name);
    return length
        + " · "
        + Stream.concat(Stream.of(words.get("calls.withYou")), others)
            .collect(Collectors.joining(", "));
  }

  private String there() {
    return MeetingTimes.there(words, meeting, meeting.scheduledTime());
  }

  private State state(Instant now) {
    return new State(
        MeetingTimes.isJoinable(meeting, now),
        MeetingTimes.mayRunLate(meeting, now),
        meeting.knocks(),
        meeting.overdue() == Overdue.ASKED,
        meeting.status() == MeetingStatus.IN_PROGRESS,
        mine().isPresent());
  }

  /// Lets time go by.
  void tick(Instant now) {
    boolean near =
        state.live() || Duration.between(now, meeting.scheduledTime()).compareTo(COUNTED) < 0;
    distance.setText(near ? words.get(MeetingTimes.distance(meeting, now)) : "");
    Nodes.present(distance, near);
    State next = state(now);
    if (!next.equals(state)) {
      state = next;
      fill();
    }
  }

  private void fill() {
    Nodes.refill(buttons, List.of(step()));
    List<Node> below = below();
    Nodes.refill(more, below);
    Nodes.present(more, !below.isEmpty());
  }

  private Button step() {
    MeetingId id = meeting.meetingId();
    if (state.knocks()) {
      return Nodes.button(
          Ids.CALLS_NEXT_ADMIT + id,
          words.get("knock.admitAndJoin"),
          () -> ways.acts().admit(meeting, () -> ways.doors().join().accept(id)),
          "success");
    }
    if (state.open() && state.mine()) {
      return Nodes.button(
          Ids.CALLS_NEXT_RETURN + id,
          words.get("calls.return"),
          () -> mine().ifPresent(ways.back()));
    }
    if (state.open()) {
      return Nodes.button(
          Ids.CALLS_NEXT_JOIN + id,
          words.get("meeting.join"),
          () -> ways.doors().join().accept(id),
          "accent");
    }
    return Nodes.button(
        Ids.CALLS_NEXT_OPEN + id,
        words.get("calls.next.open"),
        () -> ways.doors().show().accept(id));
  }

  private List<Node> below() {
    List<Node> below = new ArrayList<>();
    if (state.mine()) {
      return below;
    }
    if (state.late()) {
      MenuButton late = new LateMenu(words, minutes -> ways.acts().runningLate(meeting, minutes));
      late.getStyleClass().add("small");
      below.add(late);
    }
    if (state.asked()) {
      below.add(
          Nodes.button(
              Ids.CALLS_NEXT_RING + meeting.meetingId(),
              words.get("calls.next.ring"),
              () -> ways.ring().accept(meeting.roomId()),
              "small"));
    }
    return below;
  }

  private Optional<CallSnapshot> mine() {
    return ways.mine(meeting.roomId());
  }
}
