package dev.optima.console.surface;

import dev.optima.console.surface.InstalledBrowser.Os;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import me.friwi.jcefmaven.CefAppBuilder;
import me.friwi.jcefmaven.CefBuildInfo;
import me.friwi.jcefmaven.EnumPlatform;
import me.friwi.jcefmaven.EnumProgress;
import me.friwi.jcefmaven.MavenCefAppHandlerAdapter;
import me.friwi.jcefmaven.UnsupportedPlatformException;
import org.cef.CefApp;
import org.cef.CefApp.CefAppState;
import org.cef.CefClient;
import org.cef.CefSettings.LogSeverity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chromium's engine: delivered or unpacked once into the user's directory, started once in this
/// process (CEF cannot be started twice), in the background, and ended with its processes.
final class ChromiumEngine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChromiumEngine.class);
  private static final int OPAQUE = 0xFF;
  private static final long START_SECONDS = 30;
  private static final long END_SECONDS = 8;

  private final SurfaceConfig config;
  private volatile @Nullable EngineHome home;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<CefApp> ready = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> initialized = new CompletableFuture<>();
  private final CountDownLatch terminated = new CountDownLatch(1);
  private final CopyOnWriteArrayList<Consumer<OptionalDouble>> watchers =
      new CopyOnWriteArrayList<>();

  ChromiumEngine(SurfaceConfig config) {
    this.config = config;
  }

  /// Whether there is an engine for this system at all.
  static boolean isAvailable() {
    try {
      EnumPlatform.getCurrentPlatform();
      return true;
    } catch (UnsupportedPlatformException e) {
      LOG.info("no Chromium for this system: {}", e.getMessage());
      return false;
    }
  }

  boolean hasFailed() {
    return ready.isCompletedExceptionally();
  }

  /// Starts it if it was not started before; returns at once.
  ///
  /// @return the running engine, or why there is none
  CompletableFuture<CefApp> start() {
    if (begun.compareAndSet(false, true)) {
      Thread.ofPlatform().name("optima-chromium-start").daemon().start(this::run);
    }
    return ready;
  }

  /// To be closed when one no longer listens.
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /// Tells how far unpacking is, 0 to 1 where that is known, until the engine runs.
  Watch watch(Consumer<OptionalDouble> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }

  /// Ends it and waits for its processes, some seconds at most.
  @Override
  public void close() {
    if (begun.compareAndSet(false, true)) {
      ready.completeExceptionally(new IllegalStateException("closed"));
      return;
    }
    try {
      CefApp app = ready.get(END_SECONDS, TimeUnit.SECONDS);
      app.dispose();
      if (!terminated.await(END_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Chromium did not end within {} s", END_SECONDS);
      }
      EngineHome used = home;
      if (used != null) {
        used.forget();
      }
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("there is no engine to end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      CefApp app = build();
      // Only the first client makes JCEF start the engine itself.
      CefClient first = app.createClient();
      initialized.get(START_SECONDS, TimeUnit.SECONDS);
      first.dispose();
      LOG.info("Chromium {} runs", app.getVersion().getChromeVersion());
      ready.complete(app);
    } catch (Exception | LinkageError e) {
      LOG.error("Chromium cannot be started here", e);
      ready.completeExceptionally(e);
    }
  }

  private CefApp build() throws Exception {
    EngineHome own = new EngineHome(config.cache(), CefBuildInfo.fromClasspath().getReleaseTag());
    home = own;
    own.prepare();
    CefAppBuilder builder = new CefAppBuilder();
    Optional<Path> delivered = EngineHome.delivered();
    builder.setInstallDir(delivered.orElse(own.engine()).toFile());
    builder.setProgressHandler(this::progress);
    builder.addJcefArgs(
        ChromiumSwitches.forEngine(Os.current(), config.arguments()).toArray(String[]::new));
    var settings = builder.getCefSettings();
    settings.windowless_rendering_enabled = true;
    settings.root_cache_path = own.profile().toString();
    settings.log_file = own.profile().resolve("chromium.log").toString();
    settings.log_severity = LogSeverity.LOGSEVERITY_FATAL;
    settings.persist_session_cookies = false;
    settings.background_color = settings.new ColorType(OPAQUE, 0x10, 0x14, 0x18);
    builder.setAppHandler(new Handler());
    if (delivered.isPresent()) {
      builder.setSkipInstallation(true);
    } else {
      own.unpack(builder::install);
    }
    return builder.build();
  }

  private void progress(EnumProgress step, float percent) {
    LOG.debug("Chromium: {} {}", step, percent);
    OptionalDouble fraction =
        percent < 0 ? OptionalDouble.empty() : OptionalDouble.of(percent / 100.0);
    watchers.forEach(watcher -> watcher.accept(fraction));
  }

  private final class Handler extends MavenCefAppHandlerAdapter {
    private final MessagePump pump = new MessagePump();

    @Override
    public void onScheduleMessagePumpWork(long delayMillis) {
      pump.schedule(delayMillis);
    }

    @Override
    public void stateHasChanged(CefAppState state) {
      LOG.debug("Chromium is {}", state);
      switch (state) {
        case INITIALIZED -> initialized.complete(null);
        case INITIALIZATION_FAILED ->
            initialized.completeExceptionally(new IllegalStateException("CEF did not start"));
        case TERMINATED -> terminated.countDown();
        case NONE, NEW, INITIALIZING, SHUTTING_DOWN -> {
          // On the way.
        }
      }
    }
  }
}
