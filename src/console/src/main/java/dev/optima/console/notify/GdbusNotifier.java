package dev.optima.console.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The notification service of freedesktop.org by `gdbus` (GLib), for systems without
/// `notify-send`: one call a note, and one process that listens for what is pressed.
final class GdbusNotifier implements Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(GdbusNotifier.class);
  private static final String SERVICE = "org.freedesktop.Notifications";
  private static final String OBJECT = "/org/freedesktop/Notifications";
  private static final long QUICK_MILLIS = 2000;
  private static final Pattern ID = Pattern.compile("uint32 (\\d+)");
  private static final Pattern PRESSED =
      Pattern.compile("ActionInvoked \\(uint32 (\\d+), 'default'\\)");
  private static final Pattern GONE = Pattern.compile("NotificationClosed \\(uint32 (\\d+),");

  /// A service that never tells of closed notes must not make this grow.
  private static final int MOST = 32;

  private final Path tool;
  private final String icon;
  private final Map<String, Open> open = new LinkedHashMap<>();
  private @Nullable Process monitor;

  /// A note that is shown: the service's number for it, and what a press on it does.
  private record Open(String id, Runnable opened) {}

  GdbusNotifier(Path tool, String icon) {
    this.tool = tool;
    this.icon = icon;
  }

  @Override
  public boolean show(Note note, Runnable opened) {
    try {
      listen();
      Process call = start(call(note));
      if (!call.waitFor(QUICK_MILLIS, TimeUnit.MILLISECONDS)) {
        call.destroy();
        return false;
      }
      String answer = new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher id = ID.matcher(answer);
      if (call.exitValue() != 0 || !id.find()) {
        return false;
      }
      keep(note.key(), new Open(id.group(1), opened));
      return true;
    } catch (IOException e) {
      LOG.info("{} does not run: {}", tool, e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void keep(String key, Open shown) {
    synchronized (open) {
      open.remove(key);
      open.put(key, shown);
      if (open.size() > MOST) {
        open.remove(open.keySet().iterator().next());
      }
    }
  }

  /// A note that is gone is not known any more.
  private @Nullable Runnable forget(String id) {
    synchronized (open) {
      for (Map.Entry<String, Open> entry : open.entrySet()) {
        if (entry.getValue().id().equals(id)) {
          open.remove(entry.getKey());
          return entry.getValue().opened();
        }
      }
    }
    return null;
  }

  /// The number of the note that a new one of the same key takes the place of; 0 for none.
  private String replaced(String key) {
    synchronized (open) {
      Open before = open.get(key);
      return before == null ? "0" : before.id();
    }
  }

  /// How many notes a press could still open.
  int known() {
    synchronized (open) {
      return open.size();
    }
  }

  private List<String> call(Note note) {
    return List.of(
        tool.toString(),
        "call",
        "--session",
        "--dest=" + SERVICE,
        "--object-path=" + OBJECT,
        "--method=" + SERVICE + ".Notify",
        "Optima",
        replaced(note.key()),
        quoted(icon),
        quoted(note.title()),
        quoted(Markup.escape(note.body())),
        "['default', " + quoted(note.action()) + "]",
        "{'urgency': <byte " + (note.urgent() ? 2 : 1) + ">}",
        "-1");
  }

  /// A string in GVariant's text form.
  static String quoted(String text) {
    return "'"
        + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "")
        + "'";
  }

  private synchronized void listen() throws IOException {
    if (monitor != null && monitor.isAlive()) {
      return;
    }
    Process listening =
        start(
            List.of(
                tool.toString(),
                "monitor",
                "--session",
                "--dest=" + SERVICE,
                "--object-path=" + OBJECT));
    monitor = listening;
    Thread.ofVirtual().name("optima-notes").start(() -> read(listening));
  }

  private void read(Process listening) {
    try (BufferedReader lines = listening.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard(line);
      }
    } catch (IOException e) {
      LOG.debug("no longer listening for notes", e);
    }
  }

  private void heard(String line) {
    Matcher pressed = PRESSED.matcher(line);
    Matcher gone = GONE.matcher(line);
    if (pressed.find()) {
      Runnable action = forget(pressed.group(1));
      if (action != null) {
        action.run();
      }
    } else if (gone.find()) {
      forget(gone.group(1));
    }
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  @Override
  public synchronized void close() {
    if (monitor != null) {
      monitor.destroy();
    }
  }
}
