package dev.optima.console.today;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Ids;
import dev.optima.console.look.MeetingStates;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.LateMenu;
import dev.optima.console.meeting.MeetingTimes;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The interview that is on or comes next, large: how long until then, and the way in.
final class NextView extends VBox implements AutoCloseable {
  private final Words words;
  private final TodayViewModel model;
  private final TodayView.Actions actions;
  private final Label countdown = Nodes.label("", "countdown");
  private final Label opens = Nodes.wrapped("", "small", "muted");
  private final Button join;
  private final MenuButton late;
  private final Subscriptions subscriptions = new Subscriptions();

  NextView(Words words, TodayViewModel model, TodayView.Actions actions) {
    super(14);
    this.words = words;
    this.model = model;
    this.actions = actions;
    setId(Ids.TODAY_NEXT);
    getStyleClass().addAll("card", "next-card");
    countdown.setId(Ids.TODAY_COUNTDOWN);
    opens.setId(Ids.TODAY_OPENS);
    join =
        Nodes.button(
            Ids.TODAY_JOIN,
            words.get("meeting.join"),
            () -> with(it -> actions.doors().join().accept(it.meetingId())),
            "success");
    join.setGraphic(Nodes.icon(Feather.VIDEO));
    late = new LateMenu(words, minutes -> with(it -> actions.acts().runningLate(it, minutes)));
    subscriptions.follow(model.next(), this::show);
    subscriptions.update(this::tell, model.loaded(), model.problem());
    subscriptions.onChange(model.now(), this::tick);
  }

  private void with(Consumer<Meeting> action) {
    Meeting meeting = model.next().get();
    if (meeting != null) {
      action.accept(meeting);
    }
  }

  private void tell() {
    if (model.next().get() == null) {
      show(null);
    }
  }

  private void show(@Nullable Meeting meeting) {
    if (meeting == null) {
      getChildren().setAll(empty());
      return;
    }
    Label name = Nodes.wrapped(meeting.applicantName(), "title");
    Label what = Nodes.wrapped(meeting.title() + people(meeting), "muted");
    VBox who = new VBox(2, name, what);
    who.setMinWidth(0);
    HBox.setHgrow(who, Priority.ALWAYS);
    HBox head =
        new HBox(
            14,
            new Avatar(words, meeting.applicantName(), 48),
            who,
            Nodes.chip(words.get(MeetingStates.word(meeting)), MeetingStates.tone(meeting)));
    head.setAlignment(Pos.CENTER_LEFT);
    Label when = Nodes.wrapped(MeetingTimes.whole(words, meeting, model.now().get()));
    Button room =
        Nodes.button(
            Ids.TODAY_ROOM, words.get("calls.open"), () -> actions.open().accept(meeting.roomId()));
    FlowPane buttons = new FlowPane(8, 8, join, late, room);
    getChildren()
        .setAll(
            Nodes.label(words.get("today.next"), "small", "muted"),
            head,
            new VBox(2, countdown, when),
            buttons,
            opens);
    tick(model.now().get());
  }

  private String people(Meeting meeting) {
    String names =
        meeting.interviewers().stream()
            .map(Meeting.Interviewer::name)
            .collect(Collectors.joining(", "));
    return meeting.interviewers().size() < 2 ? "" : " · " + names;
  }

  private VBox empty() {
    Message wrong = model.problem().get();
    boolean known = model.loaded().get();
    String title =
        wrong != null ? words.get(wrong) : words.get(known ? "today.none" : "common.loading");
    VBox box = new VBox(10, Nodes.wrapped(title, known && wrong == null ? "heading" : "muted"));
    if (wrong != null) {
      box.getChildren().add(Nodes.button(Ids.TODAY_RETRY, words.get("today.retry"), model::retry));
    } else if (known) {
      box.getChildren().add(Nodes.wrapped(words.get("today.none.text"), "muted"));
    }
    box.setId(Ids.TODAY_EMPTY);
    return box;
  }

  /// Lets the time until then go by.
  private void tick(Instant now) {
    Meeting meeting = model.next().get();
    if (meeting == null) {
      return;
    }
    countdown.setText(words.get(MeetingTimes.distance(meeting, now)));
    boolean open = MeetingTimes.isJoinable(meeting, now);
    join.setDisable(!open);
    Nodes.present(late, MeetingTimes.mayRunLate(meeting, now));
    Instant opensAt = MeetingTimes.opens(meeting);
    boolean today = words.formats().day(opensAt).equals(words.formats().day(now));
    Nodes.present(opens, !open && today);
    opens.setText(words.get("today.opens", words.formats().time(opensAt)));
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
