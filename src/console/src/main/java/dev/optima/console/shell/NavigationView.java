package dev.optima.console.shell;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Brand;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.Me;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The pages at the left, and who is signed in. During a call it is narrow: only pictures.
final class NavigationView extends VBox implements AutoCloseable {
  private static final double WIDE = 208;
  private static final double NARROW = 60;
  private static final String NOTHING = "";

  private final Words words;
  private final ObjectProperty<Page> page;
  private final List<Node> onlyWide = new ArrayList<>();
  private final Subscriptions subscriptions = new Subscriptions();

  /// What the pages ask for.
  ///
  /// @param asks interviews that wait for the recruiter
  record Counts(
      ObservableValue<? extends Number> asks,
      ObservableValue<? extends Number> unread,
      ObservableValue<? extends Number> missed) {}

  NavigationView(
      Words words, ObjectProperty<Page> page, Me me, AvailabilityMenu availability, Counts counts) {
    super(2);
    this.words = words;
    this.page = page;
    getStyleClass().add("navigation");
    Region spring = new Region();
    VBox.setVgrow(spring, Priority.ALWAYS);
    getChildren()
        .addAll(
            brand(),
            item(
                Ids.NAV_TODAY,
                Feather.SUNRISE,
                "nav.today",
                Page.TODAY,
                badge(Ids.NAV_ASKS, counts.asks())),
            item(Ids.NAV_CALENDAR, Feather.CALENDAR, "nav.calendar", Page.CALENDAR, new Label()),
            item(
                Ids.NAV_CALLS,
                Feather.PHONE,
                "nav.calls",
                Page.CALLS,
                badge(Ids.NAV_MISSED, counts.missed())),
            item(
                Ids.NAV_APPLICANTS,
                Feather.USERS,
                "nav.applicants",
                Page.APPLICANTS,
                badge(Ids.NAV_UNREAD, counts.unread())),
            item(Ids.NAV_INSIGHTS, Feather.PIE_CHART, "nav.insights", Page.INSIGHTS, new Label()),
            item(Ids.NAV_SETTINGS, Feather.SETTINGS, "nav.settings", Page.SETTINGS, new Label()),
            spring,
            foot(me, availability));
    subscriptions.follow(page, now -> narrow(now == Page.CALL));
  }

  private Node brand() {
    Label name = Nodes.label(words.get("app.name"));
    name.setStyle("-fx-font-size: 15px; -fx-font-weight: bold");
    onlyWide.add(name);
    Brand brand = new Brand(name);
    brand.getStyleClass().add("brand");
    return brand;
  }

  private Label badge(String id, ObservableValue<? extends Number> count) {
    Label badge = Nodes.label("", "badge");
    badge.setId(id);
    subscriptions.follow(
        count,
        now -> {
          badge.setText(
              now.longValue() == 0
                  ? NOTHING
                  : now.longValue() > 99 ? "99+" : Long.toString(now.longValue()));
          badge.setVisible(now.longValue() > 0 && page.get() != Page.CALL);
        });
    return badge;
  }

  private Button item(String id, Feather icon, String key, Page leadsTo, Label badge) {
    Label name = Nodes.label(words.get(key));
    HBox content = new HBox(10, Nodes.icon(icon), name, Nodes.spring(), badge);
    content.setAlignment(Pos.CENTER_LEFT);
    onlyWide.add(name);
    onlyWide.add(badge);
    Button item = Nodes.button(id, "", () -> page.set(leadsTo), "nav-item");
    item.setGraphic(content);
    item.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    item.setMinWidth(0);
    item.setMaxWidth(Double.MAX_VALUE);
    item.setAccessibleText(words.get(key));
    item.setTooltip(new Tooltip(words.get(key)));
    content.prefWidthProperty().bind(item.widthProperty().subtract(20));
    subscriptions.follow(
        page,
        now -> {
          item.getStyleClass().remove("on");
          if (now == leadsTo) {
            item.getStyleClass().add("on");
          }
        });
    return item;
  }

  private Node foot(Me me, AvailabilityMenu availability) {
    Label name = Nodes.label(me.name(), "name");
    name.setId(Ids.NAV_USER);
    name.setTooltip(new Tooltip(me.name() + " · " + me.organisation()));
    VBox who = new VBox(1, name, availability);
    who.setMinWidth(0);
    onlyWide.add(who);
    Avatar face = new Avatar(words, me.name(), 32);
    HBox foot = new HBox(10, face, who);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("nav-foot");
    subscriptions.add(availability::close);
    return foot;
  }

  private void narrow(boolean now) {
    double width = now ? NARROW : WIDE;
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
    getStyleClass().remove("narrow");
    if (now) {
      getStyleClass().add("narrow");
    }
    onlyWide.forEach(node -> node.setManaged(!now));
    for (Node node : onlyWide) {
      boolean empty = node instanceof Label label && label.getText().equals(NOTHING);
      node.setVisible(!now && !empty);
    }
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
