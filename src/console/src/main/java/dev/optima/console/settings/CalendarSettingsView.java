package dev.optima.console.settings;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.CopyField;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.CalendarFeed;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One's own calendar programs: subscribe to the interviews here, and show busy times from there.
final class CalendarSettingsView extends VBox implements AutoCloseable {
  private static final double LABELS = 220;

  private final Words words;
  private final InstantSource clock;
  private final CalendarSettingsViewModel model;
  private final VBox feed = new VBox(8);
  private final ExternalCalendarView external;
  private final Subscriptions subscriptions = new Subscriptions();

  CalendarSettingsView(Words words, InstantSource clock, CalendarSettingsViewModel model) {
    super(4);
    this.words = words;
    this.clock = clock;
    this.model = model;
    external = new ExternalCalendarView(words, clock, model);
    setId(Ids.CALENDAR_SETTINGS);
    getStyleClass().add("card");
    Label problem = Nodes.wrapped("", "problem", "small");
    problem.setId(Ids.CALENDAR_PROBLEM);
    subscriptions.follow(
        model.problem(),
        wrong -> {
          Nodes.present(problem, wrong != null);
          problem.setText(wrong == null ? "" : words.get(wrong));
        });
    getChildren()
        .addAll(
            Nodes.label(words.get("calendar.title"), "heading"),
            row("calendar.subscribe", feed),
            row("calendar.external", external),
            problem);
    subscriptions.follow(model.feed(), this::show);
  }

  private void show(@Nullable CalendarFeed now) {
    Button make =
        Nodes.button(
            Ids.FEED_MAKE,
            words.get(now == null ? "calendar.feed.make" : "calendar.feed.renew"),
            model::makeFeed);
    Nodes.refill(feed, now == null ? List.of(none(), make) : subscribed(now, make));
  }

  private Label none() {
    return Nodes.wrapped(words.get("calendar.feed.none"), "small", "muted");
  }

  private List<Node> subscribed(CalendarFeed now, Button make) {
    Button end = Nodes.button(Ids.FEED_END, words.get("calendar.feed.end"), model::endFeed);
    HBox buttons = new HBox(8, make, end);
    return now.url() == null
        ? List.of(Nodes.wrapped(since(now), "small", "muted"), buttons)
        : List.of(
            new CopyField(words, Ids.FEED_LINK, now.url()),
            Nodes.wrapped(words.get("calendar.feed.once"), "small", "muted"),
            buttons);
  }

  private String since(CalendarFeed feed) {
    String made = words.formats().dayAndTime(feed.createdAt(), clock.instant());
    return feed.lastReadAt() == null
        ? words.get("calendar.feed.unread", made)
        : words.get(
            "calendar.feed.read",
            made,
            words.formats().dayAndTime(feed.lastReadAt(), clock.instant()));
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
    external.close();
  }
}
