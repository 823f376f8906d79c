package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.surface.DeviceKind;
import dev.optima.console.surface.SurfaceEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// The buttons under the picture. What they show is what the page says, not what was pressed.
final class CallControlsView extends FoldingBar implements AutoCloseable {
  private final Words words;
  private final StageViewModel stage;
  private final Button mute;
  private final Button camera;
  private final MenuButton audio;
  private final Button share;
  private final Button chat;
  private final Map<RoomAct, Button> room;
  private final Button popOut;
  private final Button invite;
  private final Button end;
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param sideShown whether the panel at the side is open
  /// @param poppedOut whether the call has a window of its own
  CallControlsView(
      Words words,
      CallViewModel calls,
      BooleanProperty sideShown,
      BooleanProperty poppedOut,
      InviteMenu colleagues) {
    super(new MenuButton(words.get("control.more"), Nodes.icon(Feather.MORE_HORIZONTAL)));
    this.words = words;
    this.stage = calls.stage();
    getStyleClass().add("call-controls");
    mute = control(Ids.MUTE, Feather.MIC, stage::toggleAudio);
    camera = control(Ids.CAMERA, Feather.VIDEO, stage::toggleVideo);
    audio = new MenuButton(words.get("control.audio"), Nodes.icon(Feather.VOLUME_2));
    style(audio, Ids.AUDIO);
    audio.getStyleClass().add("control-menu");
    share = control(Ids.SHARE, Feather.MONITOR, stage::toggleScreen);
    chat = control(Ids.CHAT, Feather.MESSAGE_SQUARE, () -> sideShown.set(!sideShown.get()));
    popOut = control(Ids.POP_OUT, Feather.EXTERNAL_LINK, () -> poppedOut.set(!poppedOut.get()));
    invite =
        control(Ids.INVITE_TO_CALL, Feather.USER_PLUS, () -> colleagues.show(inSight(invite())));
    invite.setText(words.get("interview.invite"));
    end = control(Ids.END_CALL, Feather.PHONE_OFF, calls::end);
    end.getStyleClass().add("hang-up");
    end.setText(words.get("control.end"));
    chat.setText(words.get("control.chat"));
    room = new EnumMap<>(RoomAct.class);
    for (RoomAct act : RoomAct.values()) {
      room.put(act, control(act.id(), act.icon(), () -> act.press(stage.room())));
    }
    style(more(), Ids.MORE);
    more().getStyleClass().add("control-menu");
    getChildren().addAll(mute, camera, audio, share, chat);
    getChildren().addAll(room.values());
    getChildren().addAll(popOut, invite, more(), end);
    List<Button> folding = new ArrayList<>(List.of(share, chat));
    folding.addAll(room.values());
    folding.add(popOut);
    folding.add(invite);
    folding(folding);
    getChildren().stream().map(Labeled.class::cast).forEach(this::tell);
    want(chat, true);
    want(invite, true);
    want(end, true);
    subscriptions.follow(stage.media(), this::show);
    subscriptions.follow(stage.devices(), this::show);
    subscriptions.update(this::enable, stage.ready(), stage.fallback(), stage.room().offers());
    subscriptions.update(this::showRoom, stage.room().room(), stage.room().knocking());
    subscriptions.follow(sideShown, shown -> mark(chat, "active", shown));
    subscriptions.follow(
        poppedOut,
        out -> {
          popOut.setText(words.get(out ? "control.popIn" : "control.popOut"));
          popOut.setGraphic(Nodes.icon(out ? Feather.MINIMIZE_2 : Feather.EXTERNAL_LINK));
        });
  }

  private Button invite() {
    return invite;
  }

  /// What is in the menu is not in sight itself.
  private Node inSight(Node control) {
    return control.isVisible() ? control : more();
  }

  private Button control(String id, Feather icon, Runnable action) {
    Button button = Nodes.button(id, "", action);
    button.setGraphic(Nodes.icon(icon));
    style(button, id);
    return button;
  }

  private static void style(ButtonBase button, String id) {
    button.setId(id);
    button.getStyleClass().add("control");
    button.setMinWidth(Region.USE_PREF_SIZE);
  }

  private void enable() {
    boolean here = stage.ready().get() && stage.fallback().get() == null;
    List.of(mute, camera, share, audio).forEach(button -> button.setDisable(!here));
    boolean inWindow = stage.fallback().get() == null;
    SurfaceEvent.Offers offers = stage.room().offers().get();
    List.of(mute, camera, audio).forEach(button -> want(button, inWindow && offers.media()));
    want(share, inWindow && offers.screen());
    want(popOut, inWindow);
    room.forEach((act, button) -> want(button, here && act.isOffered(offers)));
  }

  private void showRoom() {
    SurfaceEvent.Room now = stage.room().room().get();
    room.forEach(
        (act, button) -> {
          button.setText(words.get(act.word(now)));
          mark(button, "active", act.isOn(now));
        });
    int waiting = stage.room().knocking().get().size();
    if (waiting > 0) {
      Button lobby = Objects.requireNonNull(room.get(RoomAct.LOBBY));
      lobby.setText(words.get("control.lobby.waiting", waiting));
    }
  }

  private void show(SurfaceEvent.Media media) {
    boolean known = stage.ready().get();
    mute.setText(words.get(media.audio() || !known ? "control.mute" : "control.unmute"));
    mute.setGraphic(Nodes.icon(media.audio() || !known ? Feather.MIC : Feather.MIC_OFF));
    mark(mute, "off", known && !media.audio());
    camera.setText(words.get(media.video() || !known ? "control.camera" : "control.cameraOn"));
    camera.setGraphic(Nodes.icon(media.video() || !known ? Feather.VIDEO : Feather.VIDEO_OFF));
    mark(camera, "off", known && !media.video());
    share.setText(words.get(media.screen() ? "control.stopSharing" : "control.share"));
    mark(share, "active", media.screen());
  }

  private static void mark(ButtonBase button, String style, boolean on) {
    button.getStyleClass().remove(style);
    if (on) {
      button.getStyleClass().add(style);
    }
  }

  private void show(SurfaceEvent.Devices devices) {
    audio.getItems().clear();
    add("device.microphones", DeviceKind.MICROPHONE, devices.microphones());
    add("device.speakers", DeviceKind.SPEAKER, devices.speakers());
    add("device.cameras", DeviceKind.CAMERA, devices.cameras());
    if (audio.getItems().isEmpty()) {
      MenuItem none = new MenuItem(words.get("device.none"));
      none.setDisable(true);
      audio.getItems().add(none);
    }
  }

  private void add(String title, DeviceKind kind, List<SurfaceEvent.Device> devices) {
    if (devices.isEmpty()) {
      return;
    }
    if (!audio.getItems().isEmpty()) {
      audio.getItems().add(new SeparatorMenuItem());
    }
    MenuItem head = new MenuItem(words.get(title));
    head.setDisable(true);
    audio.getItems().add(head);
    ToggleGroup group = new ToggleGroup();
    for (SurfaceEvent.Device device : devices) {
      RadioMenuItem item = new RadioMenuItem(device.label());
      item.setMnemonicParsing(false);
      item.setToggleGroup(group);
      item.setSelected(device.selected());
      item.setOnAction(_ -> stage.choose(kind, device.id()));
      audio.getItems().add(item);
    }
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
