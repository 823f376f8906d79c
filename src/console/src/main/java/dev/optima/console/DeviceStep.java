package dev.optima.console;

import dev.optima.console.client.ServerAddress;
import dev.optima.console.devices.DeviceCheckView;
import dev.optima.console.devices.DevicePlace;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.settings.Theme;
import dev.optima.console.shell.Desk;
import javafx.geometry.Insets;
import javafx.scene.layout.StackPane;

/// The last step of the first start on a computer: camera and microphone, once, before the desk.
final class DeviceStep extends StackPane implements AutoCloseable {
  private static final double EDGE = 24;
  private static final double MOST_WIDTH = 860;
  private static final double MOST_HEIGHT = 660;

  private final DeviceCheckView view;

  /// @param done leads to the desk
  DeviceStep(
      Words words, Desk.Ground ground, DevicePlace place, ServerAddress server, Runnable done) {
    setId(Ids.DEVICES_STEP);
    getStyleClass().add("login");
    boolean dark = ground.settings().get().theme() == Theme.DARK;
    view = place.view(words, server, dark, words.get("devices.skip"), done);
    view.getStyleClass().addAll("card", "login-card");
    view.setMaxSize(MOST_WIDTH, MOST_HEIGHT);
    setPadding(new Insets(EDGE));
    getChildren().add(view);
  }

  void focusFirst() {
    view.focusFirst();
  }

  @Override
  public void close() {
    view.close();
  }
}
