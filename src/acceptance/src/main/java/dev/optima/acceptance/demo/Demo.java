package dev.optima.acceptance.demo;

import dev.optima.acceptance.client.Office;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.demo.DemoData.Account;
import dev.optima.acceptance.demo.DemoData.Person;
import dev.optima.acceptance.run.Backend;
import dev.optima.acceptance.run.BackendJar;
import dev.optima.acceptance.run.ConsoleCommand;
import dev.optima.acceptance.run.FreePort;
import dev.optima.acceptance.run.Tool;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// `mvn -Pdemo`: a backend with demo data, the console signed in, the applicant's link. Ends with
/// Ctrl-C, which ends all it has started.
public final class Demo {
  private static final int USUAL_PORT = 8080;

  private final PrintStream out;
  private final Path folder;

  private Demo(PrintStream out, Path folder) {
    this.out = out;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of("target", "demo").toAbsolutePath();
    Files.createDirectories(folder);
    try {
      new Demo(out, folder).run();
    } catch (IOException | IllegalStateException e) {
      out.println("The demo could not be started: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() throws IOException, InterruptedException, ExecutionException {
    BackendJar jar = BackendJar.ofThisBuild();
    out.println("Making demo data ...");
    Path data = folder.resolve("data");
    DemoData made = DemoData.make(jar, data);
    Backend backend =
        Backend.start(
            jar, data, FreePort.preferably(USUAL_PORT), Map.of(), folder.resolve("backend.log"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(backend), "stop-backend"));

    Account recruiter = recruiter(made);
    Office office = new Office(backend.url());
    Member member = office.signIn(recruiter.email(), recruiter.password());
    Person applicant = applicant(made);
    URI link = office.invite(member, applicant.applicantId());
    boolean display = hasDisplay();
    print(backend.url(), recruiter, applicant, link, display);

    Optional<Process> console =
        display ? Optional.of(startConsole(backend.url(), member.token())) : Optional.empty();
    console.ifPresent(
        process ->
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop-console")));
    if (display) {
      openInBrowser(link);
    }
    await(backend, console);
  }

  /// The console shows a recruiter, not the administrator.
  private static Account recruiter(DemoData made) {
    return made.accounts().stream()
        .filter(a -> a.role().equals("recruiter"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the demo data has no recruiter"));
  }

  private static Person applicant(DemoData made) {
    return made.applicants().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the demo data has no applicant"));
  }

  private static boolean hasDisplay() {
    String os = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
    return os.contains("win")
        || os.contains("mac")
        || !Optional.ofNullable(System.getenv("DISPLAY")).orElse("").isBlank();
  }

  private void print(URI server, Account recruiter, Person applicant, URI link, boolean display) {
    out.println(
        """

        ------------------------------------------------------------------------
        Optima is running at %s

        The applicant is %s. Open this link in a browser (it is good once):
          %s

        The recruiter is %s. To sign in by hand:
          e-mail    %s
          password  %s
        """
            .formatted(
                server,
                applicant.name(),
                link,
                recruiter.name(),
                recruiter.email(),
                recruiter.password()));
    if (display) {
      out.println("The console opens now. Choose " + applicant.name() + ", press Video call.");
    } else {
      out.println(
          "There is no display here, so the console was not opened. On a machine with one, run\n"
              + "  mvn -Pdemo\n"
              + "or, with this server within reach, start the console there and sign in at\n"
              + "  "
              + server);
    }
    out.println(
        "Ctrl-C stops everything.\n"
            + "------------------------------------------------------------------------");
  }

  private Process startConsole(URI server, String token) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                ConsoleCommand.of(
                    List.of(),
                    ConsoleCommand.LAUNCHER,
                    List.of(
                        "--server",
                        server.toString(),
                        "--data",
                        folder.resolve("console").toString())))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("console.log").toFile());
    builder.environment().put("OPTIMA_CONSOLE_TOKEN", token);
    return builder.start();
  }

  private void openInBrowser(URI link) throws IOException {
    Optional<Path> opener = Tool.OPEN.find().or(Tool.CHROMIUM::find);
    if (opener.isEmpty()) {
      out.println("No browser was found here: open the link yourself.");
      return;
    }
    new ProcessBuilder(opener.get().toString(), link.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("browser.log").toFile())
        .start();
  }

  private void await(Backend backend, Optional<Process> console)
      throws InterruptedException, ExecutionException {
    console.ifPresent(
        process ->
            process
                .onExit()
                .thenAccept(
                    ended ->
                        out.println(
                            "The console was closed"
                                + (ended.exitValue() == 0
                                    ? ""
                                    : " (see " + folder.resolve("console.log") + ")")
                                + "; the server goes on until Ctrl-C.")));
    // Maven may be killed without telling its children: then there is nobody left to stop this.
    ProcessHandle.current()
        .parent()
        .ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(0)));
    backend.ended().get();
    out.println("The server ended, see " + folder.resolve("backend.log"));
  }

  private static void stop(Backend backend) {
    try {
      backend.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void stop(Process process) {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }
}
