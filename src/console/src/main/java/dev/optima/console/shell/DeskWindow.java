package dev.optima.console.shell;

import dev.optima.console.client.ServerAddress;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.link.ConsoleLink;
import dev.optima.console.look.Styles;
import dev.optima.console.notify.Announcer;
import dev.optima.console.notify.News;
import dev.optima.console.settings.SettingsViewModel;
import dev.optima.console.settings.Theme;
import dev.optima.console.toast.Toast;
import java.net.URI;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// A desk in the window: builds its view in the chosen language, and ties it to the window's title,
/// focus, keys and closing.
public final class DeskWindow implements AutoCloseable {
  private final Stage stage;
  private final Desk.Session session;
  private final Desk.Ground ground;
  private final ShellView.Surface surface;
  private final Consumer<Parent> put;
  private final Consumer<Boolean> onSignedOut;
  private final Desk desk;
  private final Attention attention;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable ShellView shell;

  /// @param put shows a content in the window
  /// @param onSignedOut the session is over: by choice, or found out
  public DeskWindow(
      Stage stage,
      Desk.Session session,
      Desk.Ground ground,
      ShellView.Surface surface,
      Consumer<Parent> put,
      Consumer<Boolean> onSignedOut) {
    this.stage = stage;
    this.session = session;
    this.ground = ground;
    this.surface = surface;
    this.put = put;
    this.onSignedOut = onSignedOut;
    attention = new Attention(stage, ground.tasks());
    desk = new Desk(session, ground, this::tell, () -> onSignedOut.accept(false));
  }

  /// Shows the desk, and connects.
  public void start() {
    build(Page.APPLICANTS);
    desk.start();
  }

  private void build(Page page) {
    release();
    Words words = words();
    SettingsViewModel settings =
        new SettingsViewModel(
            ground.settings(),
            session.api(),
            ground.tasks(),
            session.me(),
            session.server().toString(),
            new SettingsViewModel.Deeds(
                this::speak,
                theme -> Styles.look(theme == Theme.DARK),
                ground.announcer()::hear,
                this::checkDevices,
                this::signOut));
    ShellView view = new ShellView(words, desk, settings, surface);
    shell = view;
    view.page().set(page);
    put.accept(view);
    keys(view);
    subscriptions.follow(stage.focusedProperty(), view.focused()::set);
    subscriptions.update(
        () -> attention.count(words, waiting()),
        desk.applicants().unread(),
        desk.calling().team().missed(),
        desk.planning().today().asks());
    subscriptions.update(
        () -> missed(desk.calling().team().missed().get()), desk.calling().team().missed());
  }

  private void missed(long calls) {
    attention.missed(calls);
    ground.announcer().missed(calls, this::openMissed);
  }

  private void openMissed() {
    attention.bringUp();
    if (shell != null && desk.calling().team().missed().get() > 0) {
      shell.page().set(Page.CALLS);
    }
  }

  private long waiting() {
    return desk.applicants().unread().get()
        + desk.calling().team().missed().get()
        + desk.planning().today().asks().get();
  }

  private void keys(ShellView view) {
    Scene scene = stage.getScene();
    for (Shortcut shortcut : view.shortcuts()) {
      scene.getAccelerators().put(shortcut.keys(), shortcut.deed());
      subscriptions.add(() -> scene.getAccelerators().remove(shortcut.keys()));
    }
    EventHandler<KeyEvent> question =
        event -> {
          if (event.getCharacter().equals("?")
              && !(event.getTarget() instanceof TextInputControl)) {
            view.dialogs().shortcuts();
          }
        };
    scene.addEventHandler(KeyEvent.KEY_TYPED, question);
    subscriptions.add(() -> scene.removeEventHandler(KeyEvent.KEY_TYPED, question));
  }

  private void tell(News news) {
    ShellView view = shell;
    if (view == null) {
      return;
    }
    Announcer.Place place =
        new Announcer.Place(
            words(), stage.isFocused(), view.news().isShown(news), desk.toasts(), this::open);
    if (ground.announcer().tell(news, place)) {
      attention.ask(news.kind());
    }
  }

  private void open(News news) {
    ShellView view = shell;
    if (view != null) {
      attention.bringUp();
      view.news().open(news);
    }
  }

  /// Shows what a link is about.
  public void open(ConsoleLink link) {
    ShellView view = shell;
    if (view != null) {
      view.links().open(link);
    }
  }

  /// Says something in passing.
  public void say(Message problem) {
    desk.toasts().show(Toast.problem(problem));
  }

  /// Whether it is a desk of this backend.
  public boolean isAt(ServerAddress there) {
    return there.isSamePlaceAs(session.server());
  }

  /// A link leads to a backend: asks whether to leave this one for it.
  ///
  /// @param leaving told right before signing out
  public void offerServer(URI there, Runnable leaving) {
    ShellView view = shell;
    if (view == null) {
      return;
    }
    ServerAddress other = ServerAddress.of(there);
    if (isAt(other)) {
      desk.toasts().show(Toast.plain(Message.of("link.server.here", other.place())));
      return;
    }
    Runnable leave =
        () -> {
          leaving.run();
          signOutNow();
        };
    view.links()
        .offerServer(
            other.place(),
            session.server().place(),
            () -> {
              if (!keepsOpen(leave)) {
                leave.run();
              }
            });
  }

  /// Brings a window before the user's eyes.
  public static void bringUp(Stage stage) {
    Attention.bringUp(stage);
  }

  private void checkDevices() {
    if (shell != null) {
      shell.devices().open();
    }
  }

  private void speak(Language language) {
    build(Page.SETTINGS);
    desk.calls().stage().speak(language);
  }

  private Words words() {
    return Words.of(Desk.language(ground.settings(), session.me().language()), ground.zone());
  }

  private void signOut() {
    if (!keepsOpen(this::signOutNow)) {
      signOutNow();
    }
  }

  private void signOutNow() {
    ground.tasks().run(session.api()::signOut);
    onSignedOut.accept(true);
  }

  /// Whether the window must stay open for now, because a call would be cut; then it asks.
  ///
  /// @param close closes the window if the answer is yes
  public boolean keepsOpen(Runnable close) {
    ShellView view = shell;
    if (view == null || !view.hasCall()) {
      return false;
    }
    view.askBeforeClosing(close);
    return true;
  }

  public void tick(Instant now) {
    desk.tick(now);
    if (shell != null) {
      shell.tick(desk.clock().instant());
    }
  }

  private void release() {
    subscriptions.close();
    if (shell != null) {
      shell.close();
      shell = null;
    }
  }

  @Override
  public void close() {
    release();
    missed(0);
    ground.settings().change(known -> known.withCallsSeenAt(desk.calling().team().seenAt()));
    ground.tasks().run(ground.settings()::save);
    desk.close();
  }
}
