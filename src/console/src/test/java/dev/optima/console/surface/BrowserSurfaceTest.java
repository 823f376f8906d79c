package dev.optima.console.surface;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.surface.InstalledBrowser.AppMode;
import dev.optima.console.surface.SurfaceEvent.Closed;
import dev.optima.console.surface.SurfaceEvent.Loaded;
import dev.optima.console.surface.SurfaceEvent.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// With a program in the browser's place that writes down how it was called and stays until it is
/// told to go.
@DisabledOnOs(OS.WINDOWS)
final class BrowserSurfaceTest {
  private static final CallTarget CALL =
      new CallTarget(URI.create("http://127.0.0.1:1/call/1#ticket=t"), "tr");

  @TempDir Path home;
  private final BlockingQueue<SurfaceEvent> events = new LinkedBlockingQueue<>();

  private BrowserSurface surface(String script) throws IOException {
    Path program = home.resolve("browser");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return new BrowserSurface(new AppMode(program, List.of()), home, Runnable::run);
  }

  private SurfaceEvent next() throws InterruptedException {
    SurfaceEvent event = events.poll(60, SECONDS);
    assertThat(event).isNotNull();
    return event;
  }

  @Test
  void the_windows_end_is_the_surfaces_end() throws Exception {
    Path fifo = home.resolve("fifo");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    BrowserSurface surface =
        surface("echo \"$@\" > '" + home + "/called'; read line < '" + fifo + "'");
    surface.open(CALL, events::add);
    assertThat(next()).isInstanceOf(Loaded.class);
    // The script waits for a line: the user closes the window.
    Files.writeString(fifo, "go\n");
    assertThat(next()).isInstanceOf(Closed.class);
    assertThat(Files.readString(home.resolve("called")))
        .contains("--app=http://127.0.0.1:1/call/1?lang=tr#ticket=t")
        .contains("--user-data-dir=" + home.resolve("browser-profile-1"));
    surface.close();
    assertThat(events).isEmpty();
  }

  @Test
  void closing_it_closes_the_window_and_gives_the_profile_back() throws Exception {
    BrowserSurface surface = surface("exec sleep 600");
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    surface.open(CALL, events::add);
    assertThat(next()).isInstanceOf(Loaded.class);
    try (BrowserProfile second = BrowserProfile.take(home)) {
      assertThat(second.directory()).isEqualTo(home.resolve("browser-profile-2"));
    }
    surface.send(new PageCommand.Audio(false));
    assertThat(events).isEmpty();
    List<ProcessHandle> windows =
        ProcessHandle.current().children().filter(child -> !before.contains(child)).toList();
    assertThat(windows).isNotEmpty();
    surface.send(new PageCommand.HangUp());
    assertThat(next()).isInstanceOf(Closed.class);
    for (ProcessHandle window : windows) {
      window.onExit().get(60, SECONDS);
    }
    surface.close();
    assertThat(events).isEmpty();
  }

  @Test
  void a_browser_that_cannot_be_started_is_told() throws Exception {
    BrowserSurface surface =
        new BrowserSurface(new AppMode(home.resolve("missing"), List.of()), home, Runnable::run);
    surface.open(CALL, events::add);
    assertThat(next()).isInstanceOf(Unavailable.class);
    assertThat(next()).isInstanceOf(Closed.class);
  }
}
