package dev.optima.console.surface;

import dev.optima.console.surface.InstalledBrowser.AppMode;
import dev.optima.console.surface.InstalledBrowser.Tab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The call in the system's own browser. In app mode it is a window of its own with a profile of
/// its own, and the window's end is the process's end (on macOS the end of the program, not of its
/// window); the ticket in the address stands on the browser's command line while it runs. A browser
/// without app mode gets a plain tab: then the console sees neither page nor window, learns the
/// call's course from the backend alone, and cannot close it.
public final class BrowserSurface implements CallSurface {
  private static final Logger LOG = LoggerFactory.getLogger(BrowserSurface.class);

  private final InstalledBrowser browser;
  private final Path home;
  private final Executor fx;
  private final AtomicBoolean opened = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Object lock = new Object();
  private volatile boolean elsewhere;
  private @Nullable Process process;
  private @Nullable Consumer<SurfaceEvent> listener;

  /// @param home where the browser's profile lives
  BrowserSurface(InstalledBrowser browser, Path home, Executor fx) {
    this.browser = browser;
    this.home = home;
    this.fx = fx;
  }

  @Override
  public void open(CallTarget target, Consumer<SurfaceEvent> events) {
    if (!opened.compareAndSet(false, true)) {
      throw new IllegalStateException("opened before");
    }
    synchronized (lock) {
      listener = events;
    }
    elsewhere = target.isElsewhere();
    Thread.ofVirtual().name("optima-browser").start(() -> start(target));
  }

  @Override
  public void send(PageCommand command) {
    if (command instanceof PageCommand.HangUp) {
      part();
    }
  }

  @Override
  public void part() {
    if (elsewhere) {
      CompletableFuture.delayedExecutor(PARTING.toMillis(), TimeUnit.MILLISECONDS)
          .execute(this::close);
    } else {
      close();
    }
  }

  @Override
  public void close() {
    Process running;
    synchronized (lock) {
      running = process;
    }
    if (running != null) {
      running.descendants().forEach(ProcessHandle::destroy);
      running.destroy();
    }
    tellClosed();
  }

  private void start(CallTarget target) {
    try {
      switch (browser) {
        case AppMode app -> startWindow(app, target);
        case Tab tab -> tab.open(target.plainUrl());
      }
      tell(new SurfaceEvent.Loaded());
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the system's browser could not be started", e);
      tell(new SurfaceEvent.Unavailable());
      tellClosed();
    }
  }

  private void startWindow(AppMode app, CallTarget target) throws IOException {
    BrowserProfile profile = BrowserProfile.take(home);
    Process started;
    try {
      started =
          new ProcessBuilder(app.command(target.plainUrl(), profile.directory()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      profile.close();
      throw e;
    }
    synchronized (lock) {
      process = started;
    }
    if (closed.get()) {
      started.destroy();
    }
    var _ =
        started
            .onExit()
            .thenAccept(
                ended -> {
                  LOG.debug("the browser's window is gone, exit code {}", ended.exitValue());
                  profile.close();
                  tellClosed();
                });
  }

  private void tellClosed() {
    if (closed.compareAndSet(false, true)) {
      tell(new SurfaceEvent.Closed());
    }
  }

  private void tell(SurfaceEvent event) {
    Consumer<SurfaceEvent> to;
    synchronized (lock) {
      to = listener;
    }
    if (to != null) {
      fx.execute(() -> to.accept(event));
    }
  }
}
