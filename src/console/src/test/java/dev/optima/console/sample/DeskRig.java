package dev.optima.console.sample;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.Backoff;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.SignalTiming;
import dev.optima.console.devices.DevicePlace;
import dev.optima.console.fx.Tasks;
import dev.optima.console.fx.UiThread;
import dev.optima.console.i18n.Language;
import dev.optima.console.link.ConsoleLink;
import dev.optima.console.look.Styles;
import dev.optima.console.notify.Announcer;
import dev.optima.console.settings.SettingsStore;
import dev.optima.console.settings.Theme;
import dev.optima.console.shell.Desk;
import dev.optima.console.shell.DeskWindow;
import dev.optima.console.shell.ShellView;
import dev.optima.protocol.rest.Me;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A whole desk in a window without a display, on a scripted backend: real views, real view models,
/// real client; only backend and surface are scripted. Its time begins at noon in Istanbul.
public final class DeskRig implements AutoCloseable {
  public static final Instant NOON = Instant.parse("2026-11-22T11:48:00Z");
  private static final ZoneId HERE = ZoneId.of("Europe/Istanbul");

  private final long startedAt = System.nanoTime();
  private final ScriptedBackend backend;
  private final ScriptedSurface surface = new ScriptedSurface();
  private final ScriptedSurface checks = new ScriptedSurface();
  private final ScriptedNotifier notifier = new ScriptedNotifier();
  private final SettingsStore settings;
  private final HttpExchange http = HttpExchange.standard();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final Stage stage;
  private @Nullable DeskWindow window;
  private Duration skipped = Duration.ZERO;

  private DeskRig(Me me, Path home) throws Exception {
    backend = ScriptedBackend.start(me, this::now);
    settings = SettingsStore.open(home);
    stage = FxToolkit.registerPrimaryStage();
  }

  /// A desk of this person; nothing is shown yet.
  public static DeskRig of(Me me, Path home, Language language) throws Exception {
    DeskRig rig = new DeskRig(me, home);
    rig.settings.change(known -> known.withLanguage(language).withSounds(false));
    return rig;
  }

  /// Speaks this language from the next [#show] on.
  public void speak(Language language) {
    settings.change(known -> known.withLanguage(language));
  }

  /// The rig's time: it goes on by itself, and by [#skip].
  public Instant now() {
    return NOON.plusNanos(System.nanoTime() - startedAt).plus(skipped);
  }

  /// Lets time leap, and the desk notice it.
  public void skip(Duration time) {
    skipped = skipped.plus(time);
    fx(
        () -> {
          tick();
          return true;
        });
  }

  public void tick() {
    if (window != null) {
      window.tick(now());
    }
  }

  /// Signs in and shows the desk.
  public void show(Me me, double width, double height) {
    InstantSource clock = this::now;
    SignalTiming timing =
        new SignalTiming(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofHours(3),
            new Backoff(Duration.ofSeconds(4), Duration.ofSeconds(8), () -> 1));
    Tasks tasks = new Tasks(this::inBackground, new UiThread());
    Desk.Ground ground =
        new Desk.Ground(
            tasks,
            settings,
            surface,
            timing,
            clock,
            HERE,
            new Announcer(settings, tasks, clock, HERE, notifier, (_, _) -> {}));
    ApiClient api = ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN);
    Desk.Session session = new Desk.Session(backend.address(), ScriptedBackend.TOKEN, api, me);
    fx(
        () -> {
          Styles.look(settings.get().theme() == Theme.DARK);
          StackPane root = new StackPane();
          Scene scene = new Scene(root, width, height);
          Styles.apply(scene);
          put(stage, scene);
          DeskWindow opened =
              new DeskWindow(
                  stage,
                  session,
                  ground,
                  new ShellView.Surface(
                      surface.picture(),
                      surface::choice,
                      new DevicePlace(checks, checks.picture())),
                  content -> root.getChildren().setAll(content),
                  _ -> {});
          window = opened;
          stage.show();
          stage.requestFocus();
          opened.start();
          return true;
        });
  }

  /// What an answer that comes after the end still asks for is not asked.
  private void inBackground(Runnable work) {
    if (!background.isShutdown()) {
      background.execute(work);
    }
  }

  /// Puts a scene on the one stage that all tests share, which has the scene's size then, whatever
  /// a test before this one asked of it.
  public static void put(Stage stage, Scene scene) {
    stage.setMinWidth(0);
    stage.setMinHeight(0);
    stage.setScene(scene);
    stage.sizeToScene();
  }

  /// Does something on the FX thread and waits for it.
  public static <T> T fx(Callable<T> work) {
    try {
      return WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(work));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// Waits until something holds; lets the desk's time go by meanwhile.
  public void until(String what, Callable<Boolean> holds) {
    try {
      WaitForAsyncUtils.waitFor(
          60,
          TimeUnit.SECONDS,
          () ->
              fx(
                  () -> {
                    tick();
                    return holds.call();
                  }));
    } catch (Exception e) {
      throw new AssertionError("did not happen: " + what, e);
    }
  }

  /// The node with this id that can be seen, or null.
  public @Nullable Node find(String id) {
    return fx(() -> seen(id));
  }

  private @Nullable Node seen(String id) {
    return stage.getScene().getRoot().lookupAll("#" + id).stream()
        .filter(DeskRig::isSeen)
        .findFirst()
        .orElse(null);
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  public boolean isShown(String id) {
    return find(id) != null;
  }

  /// Waits until a node is seen.
  public Node await(String id) {
    until("#" + id + " is seen", () -> seen(id) != null);
    Node node = find(id);
    if (node == null) {
      throw new AssertionError("#" + id + " went again");
    }
    return node;
  }

  public void awaitGone(String id) {
    until("#" + id + " is gone", () -> seen(id) == null);
  }

  /// The words on a node.
  public String text(String id) {
    Node node = await(id);
    return fx(() -> ((Labeled) node).getText());
  }

  public void awaitText(String id, String part) {
    until(
        "#" + id + " says " + part,
        () -> seen(id) instanceof Labeled words && words.getText().contains(part));
  }

  /// Presses a button, as soon as it can be pressed.
  public void press(String id) {
    until(
        "#" + id + " is pressed",
        () -> {
          if (!(seen(id) instanceof ButtonBase button) || button.isDisabled()) {
            return false;
          }
          button.fire();
          return true;
        });
  }

  /// A link was opened, and somebody is signed in.
  public void open(String link) {
    fx(
        () -> {
          if (window != null) {
            window.open(ConsoleLink.parse(link).orElseThrow());
          }
          return true;
        });
  }

  /// Whether closing the window now would ask first.
  public boolean wouldStayOpen() {
    return fx(() -> window != null && window.keepsOpen(() -> {}));
  }

  public ScriptedBackend backend() {
    return backend;
  }

  /// The system's notifications.
  public ScriptedNotifier notifier() {
    return notifier;
  }

  public SettingsStore settings() {
    return settings;
  }

  public ScriptedSurface surface() {
    return surface;
  }

  /// Where camera and microphone are checked.
  public ScriptedSurface checks() {
    return checks;
  }

  public Stage stage() {
    return stage;
  }

  @Override
  public void close() throws Exception {
    fx(
        () -> {
          if (window != null) {
            window.close();
          }
          stage.hide();
          return true;
        });
    background.close();
    backend.close();
    http.close();
  }
}
