package dev.optima.acceptance.installed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.acceptance.client.Office;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.Pictures;
import dev.optima.acceptance.harness.Wait;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// One real call between the installed console and an applicant in a browser, through the installed
/// backend: the applicant's room is opened by an `optima://` link, the ring begins by a key.
public final class InstalledCall {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final URI server;
  private final Path folder;
  private final Member recruiter;
  private final Office office;

  private InstalledCall(URI server, Path folder, String email, String password) {
    this.server = server;
    this.folder = folder;
    office = new Office(server);
    Member admin = office.signIn(email, password);
    recruiter =
        office.addRecruiter(
            admin, "rea-" + Instant.now().toEpochMilli() + "@example.org", "Rea", password);
  }

  /// @param arguments the backend's address, a folder for logs and pictures, an administrator's
  ///   e-mail; the password is `OPTIMA_CHECK_PASSWORD`
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
    new InstalledCall(
            URI.create(arguments[0]),
            folder,
            arguments[2],
            System.getenv("OPTIMA_CHECK_PASSWORD"))
        .run();
    System.exit(0);
  }

  private void run() throws Exception {
    String applicant =
        office.addApplicant(recruiter, "Ayşe Yılmaz", "ayse@example.org").field("applicant_id");
    try (ApplicantBrowser browser = ApplicantBrowser.launch();
        ApplicantPage page = browser.device(server);
        InstalledConsole console = InstalledConsole.start(server, recruiter.token(), folder)) {
      Instant begun = Instant.now();
      page.redeem(office.invite(recruiter, applicant));
      page.awaitOnline();
      Wait.until("the console's first frame", () -> !console.firstFrame().isEmpty());
      said("console: " + console.firstFrame(), begun);
      ring(console, page, applicant);
      call(console, page);
      if (!console.end()) {
        throw new IllegalStateException("the console left processes behind");
      }
      said("console ended, nothing of it runs", begun);
    }
  }

  private void ring(InstalledConsole console, ApplicantPage page, String applicant)
      throws Exception {
    Instant begun = Instant.now();
    console.open("optima://applicant/" + applicant, folder);
    said("link handed to the running console", begun);
    Instant asked = Instant.now();
    // The room is there some moments after the link: the key does nothing before.
    Wait.until(
        "it rings",
        Duration.ofSeconds(60),
        () -> {
          console.press("ctrl+shift+v");
          Wait.pass(Duration.ofSeconds(2));
          return live().path("call_id").isTextual();
        });
    if (!live().path("applicant_id").asText().equals(applicant)) {
      throw new IllegalStateException("it rings somebody else: " + live());
    }
    page.awaitRing();
    said("ring at the applicant's page", asked);
  }

  private void call(InstalledConsole console, ApplicantPage page) throws Exception {
    Instant begun = Instant.now();
    page.click("accept");
    page.awaitCall("data-state", "connected");
    Pictures.assertRunning("the applicant sees the recruiter", page::stats);
    said("the call is connected, both ways", begun);
    // Both sides measure what they receive every five seconds.
    String call = live().path("call_id").asText();
    Wait.until("both sides receive a picture", Duration.ofSeconds(40), () -> bothReceive(call));
    said("both sides measured a picture", begun);
    console.picture(folder.resolve("call.png"));
    recruiter.rest().post("/api/video-calls/" + call + "/end");
    page.awaitQuiet();
  }

  private boolean bothReceive(String call) {
    JsonNode people =
        recruiter
            .rest()
            .get("/api/video-calls/" + call + "/quality")
            .expect(200)
            .body()
            .path("people");
    int seeing = 0;
    for (JsonNode person : people) {
      for (JsonNode sample : person.path("samples")) {
        if (sample.path("fps").asDouble() > 0) {
          seeing++;
          break;
        }
      }
    }
    return seeing == 2;
  }

  private JsonNode live() {
    return recruiter
        .rest()
        .get("/api/video-calls/live")
        .expect(200)
        .body()
        .path("calls")
        .path(0)
        .path("call");
  }

  private void said(String what, Instant since) {
    double seconds = Duration.between(since, Instant.now()).toMillis() / 1000.0;
    out.println(String.format(Locale.ROOT, "  %-44s %6.1f s", what, seconds));
  }
}
