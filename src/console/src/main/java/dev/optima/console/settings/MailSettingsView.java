package dev.optima.console.settings;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.settings.MailSettingsViewModel.Answer;
import dev.optima.protocol.rest.OutboxMails.State;
import java.time.InstantSource;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The backend's mail, for administrators: the test mail and the outbox.
final class MailSettingsView extends VBox implements AutoCloseable {
  private static final double LABELS = 220;

  private final Words words;
  private final InstantSource clock;
  private final MailSettingsViewModel model;
  private final VBox rows = new VBox();
  private final Subscriptions subscriptions = new Subscriptions();

  MailSettingsView(
      Words words, InstantSource clock, MailSettingsViewModel model, @Nullable String me) {
    super(4);
    this.words = words;
    this.clock = clock;
    this.model = model;
    getStyleClass().add("card");
    setId(Ids.MAIL_SETTINGS);
    getChildren()
        .addAll(
            Nodes.label(words.get("mail.title"), "heading"),
            row("mail.server", server()),
            row("mail.test", test(me == null ? "" : me)),
            row("mail.outbox", filters()),
            problem(),
            rows,
            more());
    subscriptions.list(model.mails(), this::show);
    subscriptions.onChange(model.state(), _ -> show());
  }

  private Node server() {
    Label server = Nodes.wrapped("");
    subscriptions.follow(
        model.configured(),
        set -> {
          server.setText(set == null ? "" : words.get(set ? "mail.on" : "mail.off"));
          server.getStyleClass().remove("warning");
          if (Boolean.FALSE.equals(set)) {
            server.getStyleClass().add("warning");
          }
        });
    return server;
  }

  private Node test(String me) {
    TextField to = new TextField(me);
    to.setId(Ids.MAIL_TEST_TO);
    to.setPromptText(words.get("mail.test.prompt"));
    HBox.setHgrow(to, Priority.ALWAYS);
    Button send =
        Nodes.button(
            Ids.MAIL_TEST_SEND, words.get("mail.test.send"), () -> model.test(to.getText()));
    to.setOnAction(_ -> model.test(to.getText()));
    Label answer = Nodes.wrapped("");
    answer.setId(Ids.MAIL_TEST_ANSWER);
    subscriptions.update(
        () -> {
          send.setDisable(model.testing().get());
          show(answer, model.answer().get());
        },
        model.testing(),
        model.answer());
    return new VBox(6, new HBox(8, to, send), answer);
  }

  private void show(Label label, @Nullable Answer answer) {
    Nodes.present(label, answer != null || model.testing().get());
    label.getStyleClass().removeAll("problem", "good");
    if (answer == null) {
      label.setText(model.testing().get() ? words.get("mail.test.sending") : "");
      return;
    }
    label.getStyleClass().add(answer.good() ? "good" : "problem");
    String text = words.get(answer.text());
    label.setText(
        answer.detail() == null ? text : text + "\n" + words.get("mail.detail", answer.detail()));
  }

  private Node filters() {
    ToggleGroup group = new ToggleGroup();
    HBox filters = new HBox(6);
    for (State state : new State[] {State.DEAD, State.QUEUED, State.SENT}) {
      ToggleButton filter = new ToggleButton(words.get(word(state)));
      filter.setId(Ids.MAIL_STATE + state);
      filter.getStyleClass().add("filter-chip");
      filter.setToggleGroup(group);
      filter.setOnAction(_ -> model.show(state));
      subscriptions.follow(model.state(), now -> filter.setSelected(now == state));
      filters.getChildren().add(filter);
    }
    filters
        .getChildren()
        .add(Nodes.button("mailRefresh", words.get("mail.refresh"), model::load, "link-button"));
    return filters;
  }

  private static String word(State state) {
    return switch (state) {
      case DEAD -> "mail.state.dead";
      case QUEUED -> "mail.state.queued";
      case SENT -> "mail.state.sent";
    };
  }

  private Node problem() {
    Label problem = Nodes.wrapped("", "problem", "small");
    subscriptions.follow(
        model.problem(),
        what -> {
          Nodes.present(problem, what != null);
          problem.setText(what == null ? "" : words.get(what));
        });
    return problem;
  }

  private void show() {
    if (model.mails().isEmpty()) {
      String none =
          switch (model.state().get()) {
            case DEAD -> "mail.none.dead";
            case QUEUED -> "mail.none.queued";
            case SENT -> "mail.none.sent";
          };
      rows.getChildren().setAll(Nodes.label(words.get(none), "muted"));
      return;
    }
    rows.getChildren()
        .setAll(
            model.mails().stream()
                .map(mail -> new OutboxRow(words, clock.instant(), mail, model))
                .toList());
  }

  private Node more() {
    Button more = Nodes.button("mailMore", words.get("mail.more"), model::more, "link-button");
    subscriptions.follow(model.hasMore(), has -> Nodes.present(more, has));
    return more;
  }

  private HBox row(String key, Node value) {
    Label label = Nodes.label(words.get(key), "muted");
    label.setMinWidth(LABELS);
    label.setLabelFor(value);
    HBox.setHgrow(value, Priority.ALWAYS);
    HBox row = new HBox(12, label, value);
    row.getStyleClass().add("settings-row");
    return row;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
