package dev.optima.console.call;

import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.surface.CallTarget;
import dev.optima.console.surface.DeviceKind;
import dev.optima.console.surface.PageCommand;
import dev.optima.console.surface.PageProblem;
import dev.optima.console.surface.PageState;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceEvent;
import dev.optima.protocol.message.JoinTicket;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What goes on in the call's page: what is sent and received, with which devices, how well. The
/// page is the truth; a button asks it, and shows what it then says.
public final class StageViewModel {
  private static final SurfaceEvent.Media ALL_OFF = new SurfaceEvent.Media(false, false, false);
  private static final SurfaceEvent.Devices NO_DEVICES =
      new SurfaceEvent.Devices(List.of(), List.of(), List.of());

  private final Supplier<Language> language;
  private final StageLine line;
  private final RoomViewModel room;
  private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.CLOSED);
  private final ReadOnlyObjectWrapper<SurfaceEvent.Media> media =
      new ReadOnlyObjectWrapper<>(ALL_OFF);
  private final ReadOnlyObjectWrapper<SurfaceEvent.@Nullable Peer> peer =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SurfaceEvent.@Nullable Stats> stats =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SurfaceEvent.Devices> devices =
      new ReadOnlyObjectWrapper<>(NO_DEVICES);
  private final ReadOnlyObjectWrapper<@Nullable PageProblem> problem =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper askingScreen = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable URI> askedLink = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private @Nullable URI link;
  private @Nullable String unreachable;

  /// What the stage shows.
  public enum Screen {
    /// Nothing is open.
    CLOSED,
    /// The engine starts or the page loads.
    PREPARING,
    /// The page is there and on its way to the other side.
    CONNECTING,
    /// Both sides see each other.
    CONNECTED,
    /// The page looks for a way again.
    RECONNECTING,
    /// The page says that it cannot go on.
    FAILED,
    /// The page could not be loaded.
    UNREACHABLE,
    /// The page died.
    CRASHED,
    /// The window was closed, or the call is elsewhere: one may come back.
    LEFT
  }

  public StageViewModel(SurfaceLine.Opener opener, Supplier<Language> language) {
    this.language = language;
    this.line = new StageLine(opener, this::on);
    this.room = new RoomViewModel(line::say);
  }

  /// Whether the page that is open goes on by itself over the provider of this ticket: all of them
  /// hear of a move, and any of them can carry a call over the built-in one.
  boolean carriesOn(JoinTicket ticket) {
    return switch (screen.get()) {
      case PREPARING, CONNECTING, CONNECTED, RECONNECTING, FAILED ->
          ticket.jitsi() == null && ticket.linkUrl() == null;
      case CLOSED, UNREACHABLE, CRASHED, LEFT -> false;
    };
  }

  /// Shows a call; what was shown before goes.
  public void open(JoinTicket ticket) {
    close();
    CallTarget target = CallTarget.of(ticket, language.get().tag());
    link = target.link();
    screen.set(Screen.PREPARING);
    line.open(target);
  }

  /// Takes the call away.
  public void close() {
    line.close();
    closed();
  }

  /// The call is over: takes its picture away, and lets its page part from the room.
  public void part() {
    line.part();
    closed();
  }

  private void closed() {
    link = null;
    screen.set(Screen.CLOSED);
    forget();
  }

  /// Nothing is known of a page that is no more, or was loaded anew.
  private void forget() {
    askedLink.set(null);
    media.set(ALL_OFF);
    peer.set(null);
    stats.set(null);
    devices.set(NO_DEVICES);
    problem.set(null);
    askingScreen.set(false);
    ready.set(false);
    room.reset();
  }

  private void on(SurfaceEvent event) {
    switch (event) {
      case SurfaceEvent.State state -> on(state);
      case SurfaceEvent.Media now -> {
        media.set(now);
        ready.set(true);
      }
      case SurfaceEvent.Peer now -> peer.set(now);
      case SurfaceEvent.Devices now -> devices.set(now);
      case SurfaceEvent.Stats now -> stats.set(now);
      case SurfaceEvent.NoStats _ -> stats.set(null);
      case SurfaceEvent.Problem now -> {
        if (now.code() != PageProblem.SOCKET_LOST) { // heals by itself, and the page says so
          problem.set(now.code());
        }
      }
      case SurfaceEvent.ScreenAsk _ -> askingScreen.set(true);
      case SurfaceEvent.Offers now -> room.on(now);
      case SurfaceEvent.Room now -> room.on(now);
      case SurfaceEvent.Knocking now -> room.on(now);
      case SurfaceEvent.OpenLink asked -> openLink(asked.url());
      case SurfaceEvent.Preparing _ -> screen.set(Screen.PREPARING);
      case SurfaceEvent.Loaded _ -> {
        if (screen.get() != Screen.CONNECTED) {
          screen.set(Screen.CONNECTING);
        }
      }
      case SurfaceEvent.Unavailable _ -> screen.set(Screen.CRASHED);
      case SurfaceEvent.Unreachable(String code) -> {
        forget();
        unreachable = code;
        screen.set(Screen.UNREACHABLE);
      }
      case SurfaceEvent.Crashed crashed -> {
        forget();
        screen.set(crashed.retrying() ? Screen.PREPARING : Screen.CRASHED);
      }
      case SurfaceEvent.Closed _ -> left();
    }
  }

  private void on(SurfaceEvent.State state) {
    screen.set(
        switch (state.state()) {
          case PREPARING, CONNECTING -> Screen.CONNECTING;
          case CONNECTED -> Screen.CONNECTED;
          case RECONNECTING -> Screen.RECONNECTING;
          case FAILED -> Screen.FAILED;
          case ENDED -> Screen.LEFT;
        });
    if (state.state() != PageState.CONNECTED) {
      stats.set(null); // of a connection that is no more, or not yet
    }
    if (state.state() == PageState.CONNECTED) {
      problem.set(null);
    }
  }

  /// Only what the backend's ticket names is opened, whatever the page asks for.
  private void openLink(String url) {
    URI known = link;
    if (known != null && known.toString().equals(url)) {
      askedLink.set(known);
    }
  }

  /// The link was opened.
  public void linkTaken() {
    askedLink.set(null);
  }

  /// What to do where the page could not be loaded: of the certificate, Chromium judges by itself.
  public Message wayOut() {
    String code = unreachable == null ? "" : unreachable;
    return SurfaceEvent.Unreachable.isOfCertificate(code)
        ? Message.of("devices.certificate")
        : Message.of("stage.unreachable.next", code);
  }

  private void left() {
    line.lost();
    forget();
    if (screen.get() != Screen.UNREACHABLE && screen.get() != Screen.CRASHED) {
      screen.set(Screen.LEFT);
    }
  }

  /// Microphone on or off.
  public void toggleAudio() {
    line.say(new PageCommand.Audio(!media.get().audio()));
  }

  /// Camera on or off.
  public void toggleVideo() {
    line.say(new PageCommand.Video(!media.get().video()));
  }

  /// Stops sharing, or asks first whether to share the whole screen.
  public void toggleScreen() {
    if (media.get().screen()) {
      line.say(new PageCommand.Screen(false));
    } else if (line.isOpen()) {
      askingScreen.set(true);
    }
  }

  /// The answer to the question about the screen.
  public void answerScreen(boolean yes) {
    if (askingScreen.get()) {
      askingScreen.set(false);
      if (yes) {
        line.say(new PageCommand.Screen(true));
      }
    }
  }

  public void choose(DeviceKind kind, String id) {
    line.say(new PageCommand.SelectDevice(kind, id));
  }

  /// Tells the page that this is the end, before it is taken away.
  public void hangUp() {
    line.say(new PageCommand.HangUp());
  }

  public void speak(Language now) {
    line.say(new PageCommand.Language(now.tag()));
  }

  public ReadOnlyObjectProperty<Screen> screen() {
    return screen.getReadOnlyProperty();
  }

  /// What this side sends, as the page says.
  public ReadOnlyObjectProperty<SurfaceEvent.Media> media() {
    return media.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<SurfaceEvent.@Nullable Peer> peer() {
    return peer.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<SurfaceEvent.@Nullable Stats> stats() {
    return stats.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<SurfaceEvent.Devices> devices() {
    return devices.getReadOnlyProperty();
  }

  /// What the page asks the recruiter to look at; the page itself explains it.
  public ReadOnlyObjectProperty<@Nullable PageProblem> problem() {
    return problem.getReadOnlyProperty();
  }

  /// Whether the recruiter is asked to share the screen.
  public ReadOnlyBooleanProperty askingScreen() {
    return askingScreen.getReadOnlyProperty();
  }

  /// Which browser shows the call, and why; null while it is in the window.
  public ReadOnlyObjectProperty<@Nullable SurfaceChoice> fallback() {
    return line.fallback();
  }

  /// What the room offers beyond sound and picture.
  public RoomViewModel room() {
    return room;
  }

  /// A link that is to be opened in the system's browser; null for none.
  public ReadOnlyObjectProperty<@Nullable URI> askedLink() {
    return askedLink.getReadOnlyProperty();
  }

  /// Whether the page listens to the controls.
  public ReadOnlyBooleanProperty ready() {
    return ready.getReadOnlyProperty();
  }
}
