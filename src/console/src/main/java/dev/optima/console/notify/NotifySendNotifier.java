package dev.optima.console.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The notification service of freedesktop.org by `notify-send` (libnotify). From 0.8 on the tool
/// waits and prints which action was chosen; an older one only shows.
final class NotifySendNotifier implements Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(NotifySendNotifier.class);

  /// Each open note holds a waiting process: older ones are let go.
  private static final int MOST = 8;

  private static final long QUICK_MILLIS = 2000;

  private final Path tool;
  private final String icon;
  private final Map<String, Shown> open = new ConcurrentHashMap<>();
  private volatile boolean old;

  /// A note and the process that waits for it.
  private record Shown(Process process, @Nullable String id) {}

  NotifySendNotifier(Path tool, String icon) {
    this.tool = tool;
    this.icon = icon;
  }

  @Override
  public boolean show(Note note, Runnable opened) {
    try {
      if (!old && waiting(note, opened)) {
        return true;
      }
      boolean shown = plain(note);
      old = shown;
      return shown;
    } catch (IOException e) {
      LOG.info("{} does not run: {}", tool, e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Shows with an action, and listens on a thread of its own; false if the tool is too old.
  private boolean waiting(Note note, Runnable opened) throws IOException {
    Shown before = open.remove(note.key());
    List<String> command = command(note);
    command.add(1, "--print-id");
    command.add(2, "--action=default=" + note.action());
    if (before != null) {
      before.process().destroy();
      if (before.id() != null) {
        command.add(1, "--replace-id=" + before.id());
      }
    }
    Process process = start(command);
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String id = out.readLine();
    if (id == null) {
      return false;
    }
    keep(note.key(), new Shown(process, id));
    Thread.ofVirtual().name("optima-note").start(() -> listen(note.key(), process, out, opened));
    return true;
  }

  private void keep(String key, Shown shown) {
    if (open.size() >= MOST) {
      open.keySet().stream()
          .findFirst()
          .map(open::remove)
          .ifPresent(oldest -> oldest.process().destroy());
    }
    open.put(key, shown);
  }

  private void listen(String key, Process process, BufferedReader out, Runnable opened) {
    try (out) {
      String chosen = out.readLine();
      open.computeIfPresent(key, (_, shown) -> shown.process() == process ? null : shown);
      if ("default".equals(chosen)) {
        opened.run();
      }
    } catch (IOException e) {
      LOG.debug("a note was let go", e);
    }
  }

  private boolean plain(Note note) throws IOException, InterruptedException {
    Process process = start(command(note));
    if (!process.waitFor(QUICK_MILLIS, TimeUnit.MILLISECONDS)) {
      process.destroy();
      return false;
    }
    return process.exitValue() == 0;
  }

  private List<String> command(Note note) {
    List<String> command = new ArrayList<>();
    command.add(tool.toString());
    command.add("--app-name=Optima");
    command.add("--icon=" + icon);
    command.add("--urgency=" + (note.urgent() ? "critical" : "normal"));
    command.add("--");
    command.add(note.title());
    command.add(Markup.escape(note.body()));
    return command;
  }

  private static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectInput(ProcessBuilder.Redirect.from(nothing()))
        .start();
  }

  private static java.io.File nothing() {
    return new java.io.File("/dev/null");
  }

  @Override
  public void close() {
    open.values().forEach(shown -> shown.process().destroy());
    open.clear();
  }
}
