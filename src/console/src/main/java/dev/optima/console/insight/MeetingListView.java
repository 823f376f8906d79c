package dev.optima.console.insight;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.ListPress;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.Meeting;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The meetings behind a figure; each leads to the calendar.
public final class MeetingListView extends VBox implements AutoCloseable {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 440;

  private final Words words;
  private final MeetingListViewModel model;
  private final ListView<Meeting> list;
  private final Label note = Nodes.wrapped("", "muted");
  private final Label leftOut = Nodes.wrapped("", "muted", "small");
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param show shows a meeting in the calendar
  /// @param close closes this
  public MeetingListView(
      Words words, MeetingListViewModel model, Consumer<MeetingId> show, Runnable close) {
    super(12);
    this.words = words;
    this.model = model;
    setId(Ids.DIALOG);
    setPrefSize(WIDTH, HEIGHT);
    list = new ListView<>(model.meetings());
    list.setId(Ids.INSIGHTS_MEETINGS);
    list.getStyleClass().add("plain-list");
    list.setCellFactory(_ -> new MeetingLineCell(words));
    list.setPlaceholder(note);
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && ListPress.isOnRow(event)) {
            open(show);
          }
        });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            open(show);
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    Button more = Nodes.button(Ids.INSIGHTS_MORE, words.get("calls.more"), model::load);
    subscriptions.update(
        () ->
            Nodes.present(
                more,
                !model.loading().get() && (model.hasMore().get() || model.problem().get() != null)),
        model.loading(),
        model.hasMore(),
        model.problem());
    leftOut.setId(Ids.INSIGHTS_LEFT_OUT);
    subscriptions.update(
        this::explain, model.loading(), model.problem(), model.hasMore(), model.leftOut());
    subscriptions.list(model.meetings(), this::select);
    Button leave = Nodes.button(Ids.DIALOG_CANCEL, words.get("common.close"), close);
    Button calendar =
        Nodes.button(
            Ids.INSIGHTS_OPEN, words.get("insights.openMeeting"), () -> open(show), "accent");
    calendar.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    HBox foot = new HBox(8, more, Nodes.spring(), leave, calendar);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(Nodes.label(words.get("insights.meetings.list"), "heading"), list, leftOut, foot);
    model.load();
  }

  private void select() {
    if (list.getSelectionModel().isEmpty() && !model.meetings().isEmpty()) {
      list.getSelectionModel().select(0);
    }
  }

  private void open(Consumer<MeetingId> show) {
    Meeting chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      show.accept(chosen.meetingId());
    }
  }

  private void explain() {
    if (model.problem().get() != null) {
      note.setText(words.get(model.problem().get()));
    } else {
      note.setText(
          words.get(
              model.loading().get()
                  ? "common.loading"
                  : model.hasMore().get() ? "insights.meetings.soFar" : "chart.empty"));
    }
    int missing = model.leftOut().get();
    leftOut.setText(missing == 0 ? "" : words.get("insights.meetings.leftOut", missing));
    Nodes.present(leftOut, missing > 0);
  }

  /// Puts the keyboard where one begins.
  public void focusFirst() {
    list.requestFocus();
  }

  @Override
  public void close() {
    model.close();
    subscriptions.close();
  }
}
