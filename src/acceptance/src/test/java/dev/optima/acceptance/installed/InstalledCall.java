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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// One real call between the installed console and an applicant in a browser, through the installed
/// backend. The console is started by IT's link to the server, its user signs in by keys, the
/// applicant's room is opened by another link, and the ring begins by a key.
public final class InstalledCall {
  /// How much of the screen the other's picture has in a call, at least.
  private static final double LARGE = 0.2;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final URI server;
  private final Path folder;
  private final String user;
  private final String email = "rea-" + Instant.now().toEpochMilli() + "@example.org";
  private final String password;
  private final Office office;
  private final Member admin;
  private final String recruiter;

  private InstalledCall(URI server, Path folder, String user, String adminEmail, String password) {
    this.server = server;
    this.folder = folder;
    this.user = user;
    this.password = password;
    office = new Office(server);
    admin = office.signIn(adminEmail, password);
    recruiter =
        admin
            .rest()
            .post(
                "/api/accounts",
                Map.of("email", email, "name", "Rea", "role", "recruiter", "password", password))
            .expect(201)
            .field("user_id");
  }

  /// @param arguments the backend's address, a folder for logs and pictures, the system's user
  ///   whose console it is, an administrator's e-mail; the password is `OPTIMA_CHECK_PASSWORD`
  public static void main(String[] arguments) throws Exception {
    new InstalledCall(
            URI.create(arguments[0]),
            Files.createDirectories(Path.of(arguments[1]).toAbsolutePath()),
            arguments[2],
            arguments[3],
            System.getenv("OPTIMA_CHECK_PASSWORD"))
        .run();
    System.exit(0);
  }

  private void run() throws Exception {
    String applicant =
        office.addApplicant(admin, "Ayşe Yılmaz", "ayse@example.org").field("applicant_id");
    String link =
        "optima://server?url=" + URLEncoder.encode(server.toString(), StandardCharsets.UTF_8);
    try (InstalledConsole console = InstalledConsole.openedBy(link, user, folder);
        ApplicantBrowser browser = ApplicantBrowser.launch();
        ApplicantPage page = browser.device(server)) {
      try {
        firstStart(console);
        page.redeem(office.invite(admin, applicant));
        ring(console, page, applicant);
        call(console, page);
      } catch (Exception | AssertionError e) {
        console.screen().keep(folder.resolve("failed.png"));
        throw e;
      }
      Instant begun = Instant.now();
      if (!console.end()) {
        throw new IllegalStateException("the console left processes behind");
      }
      said("the console ended, nothing of it runs", begun);
    }
  }

  private void firstStart(InstalledConsole console) throws Exception {
    Instant begun = Instant.now();
    String firstFrame = console.awaitFirstFrame();
    console.screen().awaitStill("the server's address");
    out.println("  a link started it: " + firstFrame);
    console.step("who signs in", "Return");
    console.type(email);
    console.press("Tab");
    console.type(password);
    console.step("camera and microphone", "Return");
    Wait.until("the backend knows that she signed in", this::hasSignedIn);
    said("server confirmed, signed in", begun);
    // The camera is seen in the call; while the page of the check has the keyboard, Escape is its.
    console.step("the desk", "Escape");
  }

  private boolean hasSignedIn() {
    for (JsonNode entry : admin.rest().get("/api/audit").expect(200).body().path("entries")) {
      if (entry.path("act").asText().equals("signed_in")
          && entry.path("actor_id").asText().equals(recruiter)) {
        return true;
      }
    }
    return false;
  }

  private void ring(InstalledConsole console, ApplicantPage page, String applicant)
      throws Exception {
    Instant begun = Instant.now();
    console.open("optima://applicant/" + applicant);
    said("link handed to the running console", begun);
    Instant asked = Instant.now();
    // The room is there some moments after the link: the key does nothing before.
    Wait.until(
        "it rings",
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
    console.screen().awaitTestCamera("the applicant in the console", LARGE);
    console.screen().keep(folder.resolve("call.png"));
    admin.rest().post("/api/video-calls/" + call + "/end");
    page.awaitQuiet();
  }

  private boolean bothReceive(String call) {
    JsonNode people =
        admin.rest().get("/api/video-calls/" + call + "/quality").expect(200).body().path("people");
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
    return admin
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
