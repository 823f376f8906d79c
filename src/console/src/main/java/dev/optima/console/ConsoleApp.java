package dev.optima.console;

import dev.optima.console.call.SurfaceHost;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.SignalTiming;
import dev.optima.console.devices.DevicePlace;
import dev.optima.console.fx.Tasks;
import dev.optima.console.fx.UiThread;
import dev.optima.console.i18n.Language;
import dev.optima.console.link.LinkInbox;
import dev.optima.console.link.MacLinks;
import dev.optima.console.look.Styles;
import dev.optima.console.notify.Announcer;
import dev.optima.console.notify.Notifier;
import dev.optima.console.notify.Notifiers;
import dev.optima.console.notify.SpeakerTones;
import dev.optima.console.settings.SettingsStore;
import dev.optima.console.settings.Theme;
import dev.optima.console.shell.Desk;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The console: reads how it was started, wires its parts and opens its window.
public final class ConsoleApp extends Application {
  private @Nullable ConsoleWindow window;
  private @Nullable SurfaceHost surfaces;
  private @Nullable Notifier notifier;

  /// What it was started with. JavaFX makes the application itself, so it is laid down here.
  private record Given(Arguments arguments, LinkInbox links) {}

  private static final AtomicReference<@Nullable Given> GIVEN = new AtomicReference<>();

  /// Runs the console until it ends.
  ///
  /// @param links what the system opens it with
  static void run(Arguments arguments, LinkInbox links) {
    GIVEN.set(new Given(arguments, links));
    launch(ConsoleApp.class);
  }

  @Override
  public void start(Stage stage) {
    Given given = Objects.requireNonNull(GIVEN.get(), "started by run");
    MacLinks.listen(given.links());
    Arguments arguments = given.arguments();
    Path home = arguments.home();
    SettingsStore settings = SettingsStore.open(home);
    applyStart(arguments, settings);
    Styles.look(settings.get().theme() == Theme.DARK);
    Tasks tasks = Tasks.onFxThread();
    Path cache = arguments.data() == null ? SettingsStore.cacheDirectory() : home;
    Announcer announcer = announcer(settings, tasks);
    Platform.getPreferences()
        .colorSchemeProperty()
        .subscribe(scheme -> announcer.systemLook(scheme == ColorScheme.DARK));
    SurfaceHost host = new SurfaceHost(settings, home, cache, new UiThread());
    surfaces = host;
    Desk.Ground ground =
        new Desk.Ground(
            tasks,
            settings,
            host.calls(),
            SignalTiming.standard(),
            InstantSource.system(),
            ZoneId.systemDefault(),
            announcer);
    ConsoleWindow opened =
        new ConsoleWindow(
            stage,
            ground,
            new ConsoleWindow.Surfaces(
                host.calls().node(),
                host::choice,
                host::warm,
                new DevicePlace(host.checks(), host.checks().node())),
            lazily(HttpExchange::standard));
    window = opened;
    StartupReport.onFirstFrame(stage, host::warm);
    opened.open(arguments.server(), arguments.tokenGiven());
    given.links().read(text -> tasks.later(() -> opened.opened(text)));
  }

  private Announcer announcer(SettingsStore settings, Tasks tasks) {
    Notifier own = Notifiers.ofThisSystem("optima");
    notifier = own;
    return new Announcer(
        settings, tasks, InstantSource.system(), ZoneId.systemDefault(), own, new SpeakerTones());
  }

  /// The language that was said at the start rules over the one that was remembered.
  private static void applyStart(Arguments arguments, SettingsStore settings) {
    Language language = arguments.language();
    if (language == null && settings.get().language() == null) {
      language = Language.of(Locale.getDefault().toLanguageTag());
    }
    Language chosen = language;
    if (chosen != null) {
      settings.change(known -> known.withLanguage(chosen));
    }
  }

  /// OkHttp is made when it is first needed, off the FX thread, so that the window comes fast.
  private static Supplier<HttpExchange> lazily(Supplier<HttpExchange> make) {
    AtomicReference<@Nullable HttpExchange> made = new AtomicReference<>();
    return () -> {
      synchronized (made) {
        HttpExchange known = made.get();
        if (known == null) {
          known = make.get();
          made.set(known);
        }
        return known;
      }
    };
  }

  /// Lets go of everything; Chromium's processes are waited for on a thread of its own.
  @Override
  public void stop() {
    if (window != null) {
      window.close();
    }
    if (notifier != null) {
      notifier.close();
    }
    SurfaceHost host = surfaces;
    if (host != null) {
      Thread.ofPlatform().name("optima-stop").start(host::close);
    }
  }
}
