package dev.optima.console.devices;

import dev.optima.console.call.SurfaceLine;
import dev.optima.console.client.ServerAddress;
import dev.optima.console.i18n.Words;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Where the page of the check is shown.
///
/// @param picture the node of the page that is open; null if it is not in this window
public record DevicePlace(
    SurfaceLine.Opener opener, ObservableValue<? extends @Nullable Node> picture) {

  /// The check, in this place.
  ///
  /// @param dark whether the console is
  /// @param later the word on the way on before anything was checked
  /// @param done leads on
  public DeviceCheckView view(
      Words words, ServerAddress server, boolean dark, String later, Runnable done) {
    var model = new DeviceCheckViewModel(opener, server, words.texts().language().tag(), dark);
    return new DeviceCheckView(words, model, picture, later, done);
  }
}
