package dev.optima.console.settings;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.ExternalCalendar;
import dev.optima.protocol.rest.ExternalCalendar.Kind;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The calendar elsewhere: what is connected and how it fares, or the form to connect one.
final class ExternalCalendarView extends VBox implements AutoCloseable {
  private final Words words;
  private final InstantSource clock;
  private final CalendarSettingsViewModel model;
  private final TextField url = new TextField();
  private final TextField user = new TextField();
  private final PasswordField password = new PasswordField();
  private final ToggleGroup kinds = new ToggleGroup();
  private final ToggleButton ics;
  private final ToggleButton caldav;
  private final Subscriptions subscriptions = new Subscriptions();

  ExternalCalendarView(Words words, InstantSource clock, CalendarSettingsViewModel model) {
    super(8);
    this.words = words;
    this.clock = clock;
    this.model = model;
    ics = kind(Ids.EXTERNAL_ICS, "calendar.ics");
    caldav = kind(Ids.EXTERNAL_CALDAV, "calendar.caldav");
    ics.setSelected(true);
    url.setId(Ids.EXTERNAL_URL);
    user.setId(Ids.EXTERNAL_USER);
    password.setId(Ids.EXTERNAL_PASSWORD);
    name(url, "calendar.url");
    name(user, "calendar.user");
    name(password, "calendar.password");
    url.setOnAction(_ -> connect());
    password.setOnAction(_ -> connect());
    subscriptions.follow(model.external(), this::show);
  }

  private void name(TextField field, String key) {
    field.setPromptText(words.get(key));
    field.setAccessibleText(words.get(key));
    HBox.setHgrow(field, Priority.ALWAYS);
  }

  private ToggleButton kind(String id, String key) {
    ToggleButton button = new ToggleButton(words.get(key));
    button.setId(id);
    button.getStyleClass().add("filter-chip");
    button.setToggleGroup(kinds);
    return button;
  }

  private void connect() {
    Kind kind = caldav.isSelected() ? Kind.CALDAV : Kind.ICS;
    model.connect(kind, url.getText(), user.getText(), password.getText());
    password.clear();
  }

  private void show(@Nullable ExternalCalendar now) {
    Nodes.refill(this, now == null ? empty() : connected(now));
  }

  private List<Node> empty() {
    return List.of(
        Nodes.wrapped(words.get("calendar.external.text"), "small", "muted"),
        new HBox(6, ics, caldav),
        url,
        new HBox(8, user, password),
        Nodes.button(Ids.EXTERNAL_CONNECT, words.get("calendar.connect"), this::connect));
  }

  private List<Node> connected(ExternalCalendar now) {
    return List.of(
        Nodes.wrapped(now.url()),
        state(now),
        Nodes.button(Ids.EXTERNAL_DISCONNECT, words.get("calendar.disconnect"), model::disconnect));
  }

  private Node state(ExternalCalendar now) {
    String problem = now.problem();
    Label state =
        Nodes.wrapped(
            problem != null ? words.get(problem(problem)) : read(now),
            "small",
            problem == null ? "muted" : "problem");
    state.setId(Ids.EXTERNAL_STATE);
    return state;
  }

  private String read(ExternalCalendar now) {
    return now.readAt() == null
        ? words.get("calendar.external.waiting")
        : words.get(
            "calendar.external.read", words.formats().dayAndTime(now.readAt(), clock.instant()));
  }

  private static String problem(String code) {
    return switch (code) {
      case "unauthorized" -> "calendar.problem.unauthorized";
      case "not_found" -> "calendar.problem.notFound";
      case "refused" -> "calendar.problem.refused";
      case "not_a_calendar" -> "calendar.problem.notCalendar";
      case "forbidden_address" -> "calendar.problem.forbidden";
      case "too_large" -> "calendar.problem.tooLarge";
      default -> "calendar.problem.unreachable";
    };
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
