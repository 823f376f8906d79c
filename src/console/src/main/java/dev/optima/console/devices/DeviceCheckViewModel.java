package dev.optima.console.devices;

import dev.optima.console.call.SurfaceLine;
import dev.optima.console.client.ServerAddress;
import dev.optima.console.i18n.Message;
import dev.optima.console.surface.CallTarget;
import dev.optima.console.surface.SurfaceChoice.Form;
import dev.optima.console.surface.SurfaceEvent;
import java.net.URI;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The check of camera, microphone and speaker: a page of the backend, in the engine that calls are
/// shown in, so that what works here works there, and what is chosen here is chosen there. It opens
/// the devices only when it is told to.
public final class DeviceCheckViewModel {
  /// [#progress()] while it is not known.
  public static final double UNKNOWN = -1;

  private static final String PAGE = "/pages/devices/index.html";

  private final SurfaceLine.Opener opener;
  private final CallTarget target;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ASKING);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable SurfaceLine line;
  private int opening;

  /// How far it is.
  public enum State {
    /// Nothing has been opened.
    ASKING,
    /// The page is on its way.
    OPENING,
    /// The page is here.
    SHOWN,
    /// The page is in a window of the system's browser.
    OUTSIDE,
    /// [#problem()] tells why not.
    FAILED
  }

  /// @param language `tr` or `en`: the page speaks it
  /// @param dark whether it is to look as the dark console does
  public DeviceCheckViewModel(
      SurfaceLine.Opener opener, ServerAddress server, String language, boolean dark) {
    this.opener = opener;
    String page = server.http() + PAGE + (dark ? "?theme=dark" : "");
    target = new CallTarget(URI.create(page), language);
  }

  /// Opens the page, which opens the devices.
  public void start() {
    stop();
    opening++;
    int mine = opening;
    state.set(State.OPENING);
    SurfaceLine opened =
        opener.open(
            target,
            event -> {
              if (mine == opening) {
                on(event);
              }
            });
    line = opened;
    if (opened.choice().form() != Form.CHROMIUM) {
      state.set(State.OUTSIDE);
    }
  }

  private void on(SurfaceEvent event) {
    switch (event) {
      case SurfaceEvent.Preparing(var fraction) -> progress.set(fraction.orElse(UNKNOWN));
      case SurfaceEvent.Loaded _ -> {
        if (state.get() == State.OPENING) {
          state.set(State.SHOWN);
        }
      }
      case SurfaceEvent.Unreachable(String code) ->
          fail(
              SurfaceEvent.Unreachable.isOfCertificate(code)
                  ? Message.of("devices.certificate")
                  : Message.of("devices.unreachable", code));
      case SurfaceEvent.Unavailable _ -> fail(Message.of("devices.engine"));
      case SurfaceEvent.Crashed(boolean retrying) -> {
        if (retrying) {
          state.set(State.OPENING);
        } else {
          fail(Message.of("devices.crashed"));
        }
      }
      case SurfaceEvent.Closed _ -> closed();
      case SurfaceEvent.FromPage _ -> {
        // The page has nothing to say that concerns the console.
      }
    }
  }

  /// In the browser it is the user who closes; here nobody but the console does.
  private void closed() {
    line = null;
    if (state.get() == State.OUTSIDE) {
      state.set(State.ASKING);
    } else if (state.get() != State.FAILED) {
      fail(Message.of("devices.crashed"));
    }
  }

  private void fail(Message why) {
    stop();
    problem.set(why);
    state.set(State.FAILED);
  }

  /// Lets go of the devices.
  public void stop() {
    SurfaceLine open = line;
    line = null;
    opening++;
    problem.set(null);
    progress.set(UNKNOWN);
    state.set(State.ASKING);
    if (open != null) {
      open.close().run();
    }
  }

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// Of preparing the engine at its first start, 0 to 1, or [#UNKNOWN].
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /// Why there is no page; null if there is no such reason.
  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
