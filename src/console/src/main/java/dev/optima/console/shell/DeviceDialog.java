package dev.optima.console.shell;

import dev.optima.console.call.CallPhase;
import dev.optima.console.devices.DeviceCheckView;
import dev.optima.console.devices.DevicePlace;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Overlay;
import dev.optima.console.settings.SettingsViewModel;
import dev.optima.console.settings.Theme;
import dev.optima.console.toast.Toast;
import org.jspecify.annotations.Nullable;

/// The check of camera and microphone over the desk, as long as there is no call, which needs them
/// itself.
final class DeviceDialog implements AutoCloseable {
  private final Words words;
  private final Desk desk;
  private final Overlay overlay;
  private final DevicePlace place;
  private final SettingsViewModel settings;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable DeviceCheckView shown;

  DeviceDialog(
      Words words, Desk desk, Overlay overlay, DevicePlace place, SettingsViewModel settings) {
    this.words = words;
    this.desk = desk;
    this.overlay = overlay;
    this.place = place;
    this.settings = settings;
    subscriptions.onChange(desk.calls().phase(), this::on);
  }

  /// Lets the recruiter see and hear that camera and microphone work.
  void open() {
    if (!(desk.calls().phase().get() instanceof CallPhase.Idle)) {
      desk.toasts().show(Toast.problem(Message.of("devices.inCall")));
      return;
    }
    if (shown == null) {
      show();
    }
  }

  private void show() {
    boolean dark = settings.now().theme() == Theme.DARK;
    DeviceCheckView view =
        place.view(words, desk.server(), dark, words.get("common.cancel"), this::leave);
    shown = view;
    overlay.show(view, this::leave);
    // A question may take its place: the camera goes off then too.
    view.sceneProperty()
        .subscribe(
            (before, scene) -> {
              if (before != null && scene == null && shown == view) {
                release();
              }
            });
    view.focusFirst();
  }

  /// A call has begun: it has the devices now.
  private void on(CallPhase phase) {
    if (!(phase instanceof CallPhase.Idle)) {
      leave();
    }
  }

  private void leave() {
    if (shown != null) {
      release();
      overlay.hide();
    }
  }

  private void release() {
    DeviceCheckView view = shown;
    shown = null;
    if (view != null) {
      view.close();
    }
  }

  @Override
  public void close() {
    subscriptions.close();
    release();
  }
}
