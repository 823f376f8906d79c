package dev.optima.acceptance.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A server on a core of its own, and what the kernel knows of it. Linux only.
final class ServerProcess implements AutoCloseable {
  private static final double TICKS_A_SECOND = 100;
  private static final Pattern USED = Pattern.compile("\\bused (\\d+)K");

  private final Process process;
  private final int port;
  private final long startedAt;

  private ServerProcess(Process process, int port, long startedAt) {
    this.process = process;
    this.port = port;
    this.startedAt = startedAt;
  }

  /// Starts the command on `core`; what it prints goes to `log`.
  static ServerProcess start(
      List<String> command, Map<String, String> environment, int port, int core, Path log)
      throws IOException {
    List<String> pinned = new ArrayList<>(List.of("taskset", "-c", String.valueOf(core)));
    pinned.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(pinned).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    long now = Loop.now();
    return new ServerProcess(builder.start(), port, now);
  }

  int port() {
    return port;
  }

  long startedAt() {
    return startedAt;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private List<Long> pids() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(ProcessHandle::pid)
        .toList();
  }

  /// CPU used so far, in seconds.
  double cpu() {
    double ticks = 0;
    for (long pid : pids()) {
      String stat = read(Path.of("/proc/" + pid + "/stat"));
      if (!stat.isEmpty()) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      }
    }
    return ticks / TICKS_A_SECOND;
  }

  /// Memory that is this server's own, with its share of what is shared (PSS), in KiB.
  double pss() {
    return memory("Pss");
  }

  /// What is in memory, shared pages counted whole, in KiB.
  double rss() {
    return memory("Rss");
  }

  private double memory(String line) {
    double sum = 0;
    for (long pid : pids()) {
      Matcher found =
          Pattern.compile("(?m)^" + line + ":\\s+(\\d+)")
              .matcher(read(Path.of("/proc/" + pid + "/smaps_rollup")));
      if (found.find()) {
        sum += Long.parseLong(found.group(1));
      }
    }
    return sum;
  }

  /// What lives on the Java heap after a collection, in KiB; NaN for a server that is not Java.
  double liveHeap() throws IOException, InterruptedException {
    String command = process.info().command().orElse("");
    if (!command.endsWith("/java")) {
      return Double.NaN;
    }
    String jcmd = command.substring(0, command.length() - "java".length()) + "jcmd";
    jcmd(jcmd, "GC.run");
    jcmd(jcmd, "GC.run");
    double used = 0;
    for (String line : jcmd(jcmd, "GC.heap_info").split("\n")) {
      Matcher matcher = USED.matcher(line);
      if (!line.contains("etaspace") && !line.contains("class space") && matcher.find()) {
        used += Long.parseLong(matcher.group(1));
      }
    }
    return used;
  }

  private String jcmd(String tool, String what) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(tool, String.valueOf(process.pid()), what)
            .redirectErrorStream(true)
            .start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return answer;
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      return ""; // The process has gone: it uses nothing.
    }
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }
}
