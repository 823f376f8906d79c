package dev.optima.console.schedule;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.MeetingTimes;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks whether a meeting that was drawn elsewhere is to be there, and whether to tell the
/// applicant; says who has no time then.
final class MoveQuestionView extends VBox implements AutoCloseable {
  private static final double WIDTH = 480;

  private final Words words;
  private final MoveViewModel model;
  private final InstantSource clock;
  private final Label title = Nodes.wrapped("", "heading");
  private final Label text = Nodes.wrapped("", "muted");
  private final Label night = Nodes.wrapped("", "small", "warning");
  private final ClashBox clash;
  private final Label problem = Nodes.wrapped("", "problem", "small");
  private final Button tell;
  private final Button quietly;
  private final Subscriptions subscriptions = new Subscriptions();

  MoveQuestionView(Words words, MoveViewModel model, InstantSource clock) {
    super(12);
    this.words = words;
    this.model = model;
    this.clock = clock;
    setId(Ids.DIALOG);
    setPrefWidth(WIDTH);
    title.setId(Ids.MOVE_TITLE);
    text.setId(Ids.MOVE_TEXT);
    night.setId(Ids.PLAN_NIGHT);
    problem.setId(Ids.MOVE_PROBLEM);
    clash = new ClashBox(words, this::takeNextFree);
    tell = Nodes.button(Ids.MOVE_TELL, words.get("schedule.move.tell"), () -> move(true), "accent");
    quietly = Nodes.button(Ids.MOVE_QUIETLY, words.get("schedule.move.quietly"), () -> move(false));
    Button no = Nodes.button(Ids.DIALOG_CANCEL, words.get("common.cancel"), model::leave);
    HBox buttons = new HBox(8, no, Nodes.spring(), quietly, tell);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, text, night, clash, problem, buttons);
    subscriptions.follow(model.question(), this::show);
    subscriptions.update(
        this::allow, model.busy(), model.question(), clash.reason().textProperty());
  }

  private void show(@Nullable MoveQuestion question) {
    if (question == null) {
      return;
    }
    Meeting meeting = question.meeting();
    title.setText(
        words.get(
            question.isResize() ? "schedule.resize.title" : "schedule.move.title",
            meeting.applicantName()));
    text.setText(fromTo(question));
    clash.show(question.check(), question.place().start(), at -> isNight(question, at));
    boolean late = isNight(question, question.place().start());
    Nodes.present(night, late);
    night.setText(late ? words.get("plan.night", meeting.applicantName()) : "");
    Nodes.present(problem, question.problem() != null);
    problem.setText(question.problem() == null ? "" : words.get(question.problem()));
  }

  private static boolean isNight(MoveQuestion question, Instant start) {
    Meeting meeting = question.meeting();
    return new There(meeting.applicantName(), meeting.applicantTimeZone())
        .isNight(start, start.plusSeconds(60L * question.place().minutes()));
  }

  private String fromTo(MoveQuestion question) {
    Formats formats = words.formats();
    Meeting meeting = question.meeting();
    Instant now = clock.instant();
    Instant start = question.place().start();
    Instant end = start.plusSeconds(60L * question.place().minutes());
    String to = formats.dayAhead(start, now) + " " + formats.span(start, end);
    String there = MeetingTimes.there(words, meeting, start);
    return words.get(
        "schedule.fromTo",
        formats.dayAhead(meeting.scheduledTime(), now)
            + " "
            + formats.span(meeting.scheduledTime(), meeting.end()),
        there.isEmpty() ? to : to + " (" + there + ")");
  }

  /// What stands beside another meeting needs a reason.
  private void allow() {
    MoveQuestion question = model.question().get();
    boolean needsReason =
        question != null && question.clashes() && clash.reason().getText().isBlank();
    tell.setDisable(model.busy().get() || needsReason);
    quietly.setDisable(model.busy().get() || needsReason);
  }

  private void move(boolean told) {
    String given = clash.reason().getText().strip();
    model.move(told, given.isEmpty() ? null : given);
  }

  /// Nobody clashes then: the keyboard goes on to what is left to be said.
  private void takeNextFree() {
    model.takeNextFree();
    focusFirst();
  }

  void focusFirst() {
    tell.requestFocus();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
