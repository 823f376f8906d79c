package dev.optima.console.applicant;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Avatar;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Who the room belongs to, what time it is there, and the call.
final class RoomHeaderView extends HBox {
  private final Words words;
  private final InstantSource clock;
  private final Avatar avatar = new Avatar(34);
  private final Label name = Nodes.label("", "name-large");
  private final Region dot = new Region();
  private final Label status = Nodes.label("", "small", "muted");
  private final Button invite;
  private final Button plan;
  private final Button call;
  private final ToggleButton profile = new ToggleButton();
  private final RoomMenu menu;
  private @Nullable ApplicantItem shown;

  /// What the head of a room leads to.
  ///
  /// @param plan plans an interview
  /// @param offer makes a link with which the applicant picks a time
  record Actions(
      Runnable call,
      Consumer<ApplicantItem> invite,
      Consumer<ApplicantItem> archive,
      Consumer<ApplicantItem> plan,
      Consumer<ApplicantItem> offer) {}

  RoomHeaderView(Words words, InstantSource clock, Actions actions) {
    super(12);
    this.words = words;
    this.clock = clock;
    getStyleClass().add("page-head");
    name.setId(Ids.ROOM_NAME);
    status.setId(Ids.ROOM_STATUS);
    dot.getStyleClass().add("dot");
    HBox line = new HBox(6, dot, status);
    line.setAlignment(Pos.CENTER_LEFT);
    VBox who = new VBox(1, name, line);
    who.setMinWidth(0);
    invite = Nodes.button(Ids.INVITE, words.get("applicant.invite"), () -> with(actions.invite()));
    invite.setGraphic(Nodes.icon(Feather.LINK));
    plan = Nodes.button(Ids.PLAN, words.get("applicant.plan"), () -> with(actions.plan()));
    plan.setGraphic(Nodes.icon(Feather.CALENDAR));
    call = Nodes.button(Ids.VIDEO_CALL, words.get("call.videoCall"), actions.call(), "success");
    menu = new RoomMenu(words, actions.archive(), actions.offer());
    call.setGraphic(Nodes.icon(Feather.VIDEO));
    profile.setId(Ids.PROFILE_TOGGLE);
    profile.setGraphic(Nodes.icon(Feather.USER));
    profile.setTooltip(new Tooltip(words.get("profile.title")));
    profile.setAccessibleText(words.get("profile.title"));
    profile.getStyleClass().addAll("button-icon", "flat", "quiet");
    getChildren().addAll(avatar, who, Nodes.spring(), invite, plan, call, profile, menu);
  }

  /// Opens and closes the profile where it has no place of its own; there the words on the buttons
  /// give way to the name.
  void opens(RoomPane room) {
    profile.selectedProperty().bindBidirectional(room.drawer());
    profile.visibleProperty().bind(room.narrow());
    profile.managedProperty().bind(room.narrow());
    shorten(invite, room);
    shorten(plan, room);
  }

  private static void shorten(Button button, RoomPane room) {
    String words = button.getText();
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.textProperty().bind(Bindings.when(room.narrow()).then("").otherwise(words));
  }

  void show(ApplicantItem item) {
    shown = item;
    avatar.show(words, item.name());
    name.setText(item.name());
    menu.show(item);
    refresh(clock.instant());
  }

  private void with(Consumer<ApplicantItem> action) {
    if (shown != null) {
      action.accept(shown);
    }
  }

  /// Lets the time there go by.
  void refresh(Instant now) {
    if (shown == null) {
      return;
    }
    List<String> parts = new ArrayList<>();
    parts.add(words.get(shown.online() ? "presence.online" : "presence.offline"));
    if (shown.isArchived()) {
      parts.add(words.get("applicants.filter.archived"));
    }
    if (shown.applicant().position() != null) {
      parts.add(shown.applicant().position());
    }
    parts.add(
        words.get(
            "applicant.localTime",
            words.formats().city(shown.applicant().timeZone()),
            words.formats().timeAt(now, shown.zone())));
    status.setText(String.join(" · ", parts));
    dot.getStyleClass().setAll("dot");
    if (!shown.online()) {
      dot.getStyleClass().add("dot-off");
    }
  }

  /// @param why why it may not be pressed, or null if it may
  void allowCall(@Nullable String why) {
    call.setDisable(why != null);
    call.setTooltip(new Tooltip(why == null ? words.get("call.videoCall.tip") : why));
  }
}
