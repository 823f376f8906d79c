package dev.optima.acceptance.load;

import dev.optima.acceptance.run.BackendJar;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// `mvn -Pload "-Darguments=--peers DIR"`: measures the backend, and beside it the reference
/// servers. The server runs on core 0, this program puts itself on core 1.
public final class LoadTool {
  static final String OPTIMA = "optima";

  private final LoadOptions options;
  private final PrintStream out;

  private LoadTool(LoadOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (Arrays.asList(arguments).contains("help")) {
      out.print(LoadOptions.USAGE);
      return;
    }
    LoadOptions options;
    try {
      options = LoadOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.print(LoadOptions.USAGE);
      System.exit(2);
      return;
    }
    new LoadTool(options, out).run();
  }

  private void pinToCoreOne() throws IOException, InterruptedException {
    String self = String.valueOf(ProcessHandle.current().pid());
    int status =
        new ProcessBuilder("taskset", "-a", "-p", "-c", "1", self)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (status != 0) {
      out.println("Not pinned to a core of its own: the figures say less.");
    }
  }

  private void run() throws IOException, InterruptedException, ExecutionException {
    Files.createDirectories(options.work());
    Sheet sheet = new Sheet(options.work().resolve("results.csv"), out);
    List<Subject> subjects = subjects();
    pinToCoreOne();
    Samples fsync = Fsync.measure(options.work());
    for (int round = 1; round <= options.rounds(); round++) {
      for (Subject subject : subjects) {
        new Round(subject, sheet, options).run(round);
      }
    }
    sheet.print(subjects.stream().map(Subject::name).toList());
    out.printf(
        "%nfsync of a page here: p50 %.0f µs, p99 %.0f µs%n", fsync.micros(.5), fsync.micros(.99));
    new Goals(sheet, out, fsync.micros(.5)).print();
  }

  private List<Subject> subjects() throws IOException, InterruptedException, ExecutionException {
    List<Subject> subjects = new ArrayList<>();
    Path peers = options.peers();
    if (peers != null) {
      subjects.addAll(Peer.of(peers, options));
    }
    subjects.removeIf(subject -> !options.wantsSubject(subject.name()));
    if (options.wantsSubject(OPTIMA)) {
      BackendJar jar = BackendJar.ofThisBuild().withJvmOptions(options.jvmOptions());
      Path data = options.work().resolve("data");
      Cast cast =
          new Seed(jar, data)
              .cast(
                  options.pairs(),
                  Math.max(options.connections(), Math.max(options.pairs(), options.rooms())));
      subjects.add(new OptimaSubject(OPTIMA, jar, data, cast));
    }
    return subjects;
  }
}
