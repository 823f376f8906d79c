package dev.optima.acceptance.screenshots;

import dev.optima.acceptance.client.Office;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.demo.DemoData;
import dev.optima.acceptance.demo.DemoData.Account;
import dev.optima.acceptance.demo.DemoData.Person;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.ConsoleProcess;
import dev.optima.acceptance.harness.DevTools;
import dev.optima.acceptance.harness.Pictures;
import dev.optima.acceptance.harness.Wait;
import dev.optima.acceptance.run.Backend;
import dev.optima.acceptance.run.BackendJar;
import dev.optima.console.look.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// `mvn -Pscreenshots`: the real backend with demo data, the real console under a display, the
/// pages in Chromium; each screen in English and Turkish.
public final class Screenshots {
  private static final Path FOLDER = Path.of("..", "..", ".github", "screenshots");
  private static final String SIZE = "1440x900";
  private static final Duration SETTLE = Duration.ofMillis(900);

  private final Backend backend;
  private final DemoData data;
  private final Office office;
  private final Path work;
  private final Album album;

  private Screenshots(Backend backend, DemoData data, Path work) throws IOException {
    this.backend = backend;
    this.data = data;
    this.work = work;
    office = new Office(backend.url());
    album = new Album(FOLDER.toAbsolutePath().normalize());
  }

  public static void main(String[] arguments) throws Exception {
    Path work = Path.of("target", "screenshots").toAbsolutePath();
    Files.createDirectories(work);
    BackendJar jar = BackendJar.ofThisBuild();
    Path dataFolder = work.resolve("data");
    DemoData data = DemoData.make(jar, dataFolder);
    try (Backend backend =
        Backend.start(
            jar, dataFolder, 0, Map.of("OPTIMA_RING_LIMIT", "0"), work.resolve("backend.log"))) {
      Screenshots screenshots = new Screenshots(backend, data, work);
      for (String language : arguments.length > 0 ? arguments : new String[] {"en", "tr"}) {
        screenshots.login(language);
        screenshots.session(language);
      }
    }
    System.exit(0);
  }

  private void login(String language) throws Exception {
    try (ConsoleProcess console =
        ConsoleProcess.start(backend.url(), "", work.resolve("login-" + language), language)) {
      console.awaitSight("#" + Ids.LOGIN_SUBMIT, Duration.ofSeconds(60));
      shot(console, "console-login-" + language);
    }
  }

  private void session(String language) throws Exception {
    Account account =
        data.accounts().stream()
            .filter(a -> a.role().equals("recruiter"))
            .findFirst()
            .orElseThrow();
    Member member = office.signIn(account.email(), account.password());
    Person applicant =
        data.applicants().stream()
            .filter(a -> a.language().equals(language))
            .findFirst()
            .orElseThrow();
    try (ConsoleProcess console =
            ConsoleProcess.start(
                backend.url(), member.token(), work.resolve("console-" + language), language);
        ApplicantBrowser browser = ApplicantBrowser.launch();
        ApplicantPage page = browser.device(backend.url());
        ApplicantPage phone = browser.device(backend.url(), 390, 844)) {
      console.awaitSight("#" + Ids.SHELL, Duration.ofSeconds(60));
      page.page().navigate(office.invite(member, applicant.applicantId()).toString());
      page.byTestId("redeem").waitFor();
      shot(page, "applicant-invitation-" + language);
      page.click("redeem");
      page.awaitOnline();
      phone.redeem(office.invite(member, applicant.applicantId()));
      interviews(language, console, browser, member, applicant);
      console.click("#" + Ids.NAV_APPLICANTS);
      console.click("#" + Ids.APPLICANT + applicant.applicantId());
      shot(console, "console-room-" + language);
      shot(page, "applicant-home-" + language);
      ring(console);
      page.awaitRing();
      phone.awaitRing();
      shot(console, "console-ringing-" + language);
      shot(page, "applicant-ringing-" + language);
      shot(phone, "phone-ringing-" + language);
      call(language, console, page, phone);
      calls(language, console, phone, member);
      insights(language, console);
    }
  }

  private void interviews(
      String language,
      ConsoleProcess console,
      ApplicantBrowser browser,
      Member member,
      Person applicant)
      throws IOException {
    console.click("#" + Ids.NAV_TODAY);
    console.awaitSight("#" + Ids.TODAY_COUNTDOWN);
    shot(console, "console-today-" + language);
    console.click("#" + Ids.NAV_CALENDAR);
    console.awaitSight("#" + Ids.SCHEDULE);
    shot(console, "console-calendar-" + language);
    String link = booking(member, applicant, language.equals("tr") ? "Tanışma" : "First interview");
    try (ApplicantPage booking = browser.device(backend.url(), 420, 860)) {
      booking.page().navigate(link);
      booking.await("[data-testid=slot]");
      shot(booking, "booking-" + language);
    }
  }

  /// A link with which the applicant picks a time on a working day.
  private static String booking(Member member, Person applicant, String title) {
    Map<String, Object> rule =
        Map.of(
            "days", List.of("monday", "tuesday", "wednesday", "thursday", "friday"),
            "from", "09:00",
            "to", "17:00",
            "buffer_minutes", 15,
            "notice_hours", 24,
            "daily_cap", 4,
            "days_ahead", 14);
    return member
        .rest()
        .post(
            "/api/bookings",
            Map.of(
                "key",
                UUID.randomUUID().toString(),
                "applicant_id",
                applicant.applicantId(),
                "title",
                title,
                "duration_minutes",
                45,
                "time_zone",
                "Europe/Istanbul",
                "send_email",
                false,
                "rule",
                rule))
        .expect(201)
        .field("url");
  }

  /// At night, where the applicant is, the console asks first.
  private static void ring(ConsoleProcess console) {
    console.click("#" + Ids.VIDEO_CALL);
    Wait.until(
        "it rings",
        Duration.ofSeconds(20),
        () -> {
          if (console.sees("#" + Ids.DIALOG_OK)) {
            console.click("#" + Ids.DIALOG_OK);
          }
          return console.sees("#" + Ids.RING_CARD);
        });
  }

  private void call(
      String language, ConsoleProcess console, ApplicantPage page, ApplicantPage phone)
      throws IOException {
    page.click("accept");
    page.awaitCall("data-state", "connected");
    try (DevTools call = console.callPage()) {
      Pictures.assertRunning("the recruiter", () -> call.evaluate("window.optimaCall.stats()"));
    }
    Wait.pass(Duration.ofSeconds(4));
    shot(console, "console-call-" + language);
    shot(page, "applicant-call-" + language);
    console.click("#" + Ids.END_CALL);
    console.awaitGone("#" + Ids.CALL_VIEW);
    phone.awaitQuiet();
    ring(console);
    phone.awaitRing();
    phone.click("accept");
    phone.awaitCall("data-state", "connected");
    Pictures.assertRunning("the applicant", phone::stats);
    shot(phone, "phone-call-" + language);
    console.click("#" + Ids.END_CALL);
    console.awaitGone("#" + Ids.CALL_VIEW);
  }

  /// The page of calls while one is live, and what there is to know of one that is over.
  private void calls(String language, ConsoleProcess console, ApplicantPage phone, Member member)
      throws IOException {
    ring(console);
    phone.awaitRing();
    phone.click("accept");
    phone.awaitCall("data-state", "connected");
    console.click("#" + Ids.NAV_CALLS);
    console.awaitSight("#" + Ids.CALLS_HISTORY);
    Wait.pass(Duration.ofSeconds(8));
    shot(console, "console-calls-" + language);
    String live = callId(member, "/api/video-calls/live");
    member.rest().post("/api/video-calls/" + live + "/end");
    phone.awaitQuiet();
    Wait.pass(Duration.ofSeconds(10));
    String over =
        callId(member, "/api/video-calls?state=over&outcome=completed&min_length=900&limit=1");
    select(console, "#" + Ids.CALLS_DETAILS + over);
    console.click("#" + Ids.CALLS_DETAILS + over);
    console.awaitSight("#" + Ids.CALL_TIMELINE);
    Wait.pass(SETTLE);
    console.click("#" + Ids.CALL_DETAILS_QUALITY);
    console.awaitSight("#" + Ids.CALL_QUALITY_GRAPHS);
    shot(console, "console-call-details-" + language);
    console.click("#" + Ids.CALL_DETAILS_CLOSE);
  }

  /// A row of the history shows what can be done with it when it is selected.
  private static void select(ConsoleProcess console, String act) {
    console.click("#" + Ids.CALLS_HISTORY);
    console.tell("key HOME");
    for (int row = 0; row < 50 && !console.sees(act); row++) {
      console.tell("key DOWN");
    }
  }

  private static String callId(Member member, String url) {
    return member
        .rest()
        .get(url)
        .expect(200)
        .body()
        .path("calls")
        .path(0)
        .findPath("call_id")
        .asText();
  }

  private void insights(String language, ConsoleProcess console) throws IOException {
    console.click("#" + Ids.NAV_INSIGHTS);
    console.awaitSight("#" + Ids.INSIGHTS_CONTENT);
    console.awaitGone("#" + Ids.INSIGHTS_BUSY);
    shot(console, "console-insights-" + language);
  }

  private void shot(ConsoleProcess console, String name) throws IOException {
    console.tell("size " + SIZE);
    Wait.pass(SETTLE);
    Path raw = album.raw(name);
    console.picture(raw);
    album.keep(name, raw);
  }

  /// With the pointer out of the way: what it rests on would show its tools.
  private void shot(ApplicantPage page, String name) throws IOException {
    page.page().mouse().move(0, 0);
    Wait.pass(SETTLE);
    Path raw = album.raw(name);
    page.picture(raw);
    album.keep(name, raw);
  }
}
