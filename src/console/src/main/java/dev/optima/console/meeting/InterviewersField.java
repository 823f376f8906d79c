package dev.optima.console.meeting;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.Meeting;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Who leads an interview: each with a way out, and a menu of those who may be added. Somebody
/// always leads it.
public final class InterviewersField extends FlowPane implements AutoCloseable {
  private static final double GAP = 6;

  private final Words words;
  private final ObservableList<Meeting.Interviewer> chosen;
  private final ObservableList<Meeting.Interviewer> team;
  private final MenuButton add = new MenuButton();
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param chosen its owner first
  /// @param team who may lead it
  public InterviewersField(
      Words words,
      ObservableList<Meeting.Interviewer> chosen,
      ObservableList<Meeting.Interviewer> team) {
    super(GAP, GAP);
    this.words = words;
    this.chosen = chosen;
    this.team = team;
    setId(Ids.PLAN_INTERVIEWERS);
    getStyleClass().add("people-field");
    add.setId(Ids.PLAN_ADD);
    add.setGraphic(Nodes.icon(Feather.USER_PLUS));
    add.setAccessibleText(words.get("plan.addInterviewer"));
    add.getStyleClass().addAll("flat", "add-person");
    subscriptions.update(this::show, chosen, team);
  }

  private void show() {
    getChildren().setAll(chosen.stream().map(this::chip).toList());
    add.getItems().setAll(team.stream().filter(one -> !leads(one)).map(this::item).toList());
    if (!add.getItems().isEmpty()) {
      getChildren().add(add);
    }
  }

  private boolean leads(Meeting.Interviewer one) {
    return chosen.stream().anyMatch(it -> it.userId().equals(one.userId()));
  }

  private Node chip(Meeting.Interviewer one) {
    HBox chip = new HBox(4, Nodes.label(one.name()));
    chip.getStyleClass().add("person");
    chip.setAlignment(Pos.CENTER_LEFT);
    if (chosen.size() > 1) {
      Button out =
          Nodes.iconButton(
              Ids.PLAN_REMOVE + one.userId(),
              Feather.X,
              words.get("plan.removeInterviewer", one.name()),
              () -> remove(one));
      chip.getChildren().add(out);
    }
    return chip;
  }

  /// The keyboard goes on from here, not from nowhere.
  private void remove(Meeting.Interviewer one) {
    chosen.remove(one);
    add.requestFocus();
  }

  private MenuItem item(Meeting.Interviewer one) {
    MenuItem item = new MenuItem(one.name());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> chosen.add(one));
    return item;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
