package dev.optima.console.schedule;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.message.Meeting;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Who leads an interview: each with a way out, and a menu of those who may be added.
final class InterviewersField extends FlowPane implements AutoCloseable {
  private final Words words;
  private final PlanViewModel model;
  private final MenuButton add = new MenuButton();
  private final Subscriptions subscriptions = new Subscriptions();

  InterviewersField(Words words, PlanViewModel model) {
    super(6, 6);
    this.words = words;
    this.model = model;
    setId(Ids.PLAN_INTERVIEWERS);
    getStyleClass().add("people-field");
    add.setId(Ids.PLAN_ADD);
    add.setGraphic(Nodes.icon(Feather.USER_PLUS));
    add.setAccessibleText(words.get("plan.addInterviewer"));
    add.getStyleClass().addAll("flat", "add-person");
    subscriptions.list(model.form().interviewers(), this::show);
  }

  private void show() {
    getChildren().setAll(model.form().interviewers().stream().map(this::chip).toList());
    add.getItems().setAll(model.others().stream().map(this::item).toList());
    if (!add.getItems().isEmpty()) {
      getChildren().add(add);
    }
  }

  private Node chip(Meeting.Interviewer one) {
    Label name = Nodes.label(one.name());
    HBox chip = new HBox(4, name);
    chip.getStyleClass().add("person");
    chip.setAlignment(Pos.CENTER_LEFT);
    if (model.form().interviewers().size() > 1) {
      Button out =
          Nodes.iconButton(
              Ids.PLAN_REMOVE + one.userId(),
              Feather.X,
              words.get("plan.removeInterviewer", one.name()),
              () -> model.form().interviewers().remove(one));
      chip.getChildren().add(out);
    }
    return chip;
  }

  private MenuItem item(Meeting.Interviewer one) {
    MenuItem item = new MenuItem(one.name());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> model.form().interviewers().add(one));
    return item;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
