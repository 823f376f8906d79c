package dev.optima.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.optima.pages.ScriptedBackend.Answer;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.BookingOffer;
import dev.optima.protocol.rest.MeetingLinkInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages behind links that need no account: a mail's, and the one with which a time is picked.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkPagesTest {
  private static final Instant DAY = Instant.parse("2099-11-25T07:00:00Z");
  private Browsers browsers;
  private PageServer server;

  @BeforeAll
  void open() {
    browsers = Browsers.withDevices(Browsers.CALM_CAMERA);
    server = new PageServer();
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
      server.close();
    }
  }

  private final class Link implements AutoCloseable {
    final BrowserContext context =
        browsers
            .browser()
            .newContext(new Browser.NewContextOptions().setTimezoneId("Europe/Istanbul"));
    final Page page = context.newPage();
    final ScriptedBackend backend = new ScriptedBackend(context, Story.JOHN, Role.APPLICANT);

    Link() {
      Strict.watch(page);
    }

    Link open(String path) {
      page.navigate(server.origin() + path);
      return this;
    }

    void screen(String name) {
      assertThat(page.locator("body[data-screen=" + name + "]")).isVisible();
    }

    @Override
    public void close() {
      Browsers.leave(context);
    }
  }

  private static MeetingLinkInfo info(Meeting meeting) {
    return new MeetingLinkInfo(
        Story.ORGANISATION, "John Doe", "en", meeting, Instant.now().plus(Duration.ofDays(3)));
  }

  @Test
  void onlyAPressedButtonAnswers() {
    try (Link link = new Link()) {
      Planned planned = Planned.in("m1", Duration.ofDays(3));
      link.backend.rest.put(
          "GET /api/meeting-links/tok", asked -> new Answer(200, info(planned.meeting())));
      link.backend.rest.put(
          "POST /api/meeting-links/tok/answer",
          asked -> new Answer(200, info(planned.answered(MeetingAnswer.ACCEPTED).meeting())));
      link.open("/m/tok#accept").screen("meeting");
      assertThat(link.page.getByTestId("sure-accept")).isVisible();
      assertThat(link.page.getByTestId("meeting-accept")).hasCount(0);
      Access.isOpen(link.page, "the page of a mail");
      assertThat(link.backend.requests).noneMatch(request -> request.startsWith("POST"));

      link.page.getByTestId("sure-accept").click();
      assertThat(link.page.getByTestId("meeting-state")).hasText("Accepted");
      assertThat(link.page.getByTestId("sure")).hasCount(0);
      assertThat(link.page.getByTestId("meeting-ics"))
          .hasAttribute("href", "/api/meeting-links/tok/calendar.ics");
      assertThat(link.page.getByTestId("my-page")).hasAttribute("href", "/a#meeting=m1");
    }
  }

  @ParameterizedTest
  @CsvSource({"move", "decline", "cancel"})
  void whatTheMailsButtonMeantIsChosen(String act) {
    try (Link link = new Link()) {
      link.backend.rest.put(
          "GET /api/meeting-links/tok",
          asked -> new Answer(200, info(Planned.in("m1", Duration.ofDays(3)).meeting())));
      link.open("/m/tok#" + act).screen("meeting");
      assertThat(link.page.getByTestId("reply-" + act)).isVisible();
      assertThat(link.backend.requests).noneMatch(request -> request.startsWith("POST"));
    }
  }

  @Test
  void whatWasCalledOffByTheLinkIsShownSo() {
    try (Link link = new Link()) {
      Planned planned = Planned.in("m1", Duration.ofDays(3));
      link.backend.rest.put(
          "GET /api/meeting-links/tok", asked -> new Answer(200, info(planned.meeting())));
      link.backend.rest.put(
          "POST /api/meeting-links/tok/cancel",
          asked -> new Answer(200, info(planned.become(MeetingStatus.CANCELLED).meeting())));
      link.open("/m/tok#cancel").screen("meeting");
      link.page.getByTestId("reply-cancel").getByTestId("reply-send").click();
      link.screen("cancelled");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "410,invitation_expired,expired",
    "410,invitation_used,expired",
    "404,not_found,unknown",
    "503,unavailable,unreachable"
  })
  void aMailsLinkThatDoesNotOpenSaysWhy(int status, String code, String screen) {
    try (Link link = new Link()) {
      link.backend.rest.put(
          "GET /api/meeting-links/tok", asked -> new Answer(status, Map.of("code", code)));
      link.open("/m/tok").screen(screen);
      Access.isOpen(link.page, screen);
    }
  }

  @Test
  void aCancelledInterviewOffersNothing() {
    try (Link link = new Link()) {
      Meeting gone = Planned.in("m1", Duration.ofDays(3)).become(MeetingStatus.CANCELLED).meeting();
      link.backend.rest.put("GET /api/meeting-links/tok", asked -> new Answer(200, info(gone)));
      link.open("/m/tok#accept").screen("cancelled");
      assertThat(link.page.getByTestId("sure")).hasCount(0);
      assertThat(link.page.getByTestId("meeting-cancel")).hasCount(0);
    }
  }

  private static BookingOffer offer(
      List<Instant> slots, @Nullable Instant held, BookingOffer.@Nullable Booked booked) {
    return new BookingOffer(
        Story.ORGANISATION,
        "John Doe",
        "en",
        "First interview",
        "About the team",
        List.of("Elif Kaya", "Mert Öztürk"),
        30,
        "Europe/Berlin",
        slots,
        held,
        held == null ? null : Instant.now().plusSeconds(600),
        booked,
        Instant.now().plus(Duration.ofDays(3)));
  }

  private static List<Instant> slots() {
    List<Instant> slots = new ArrayList<>();
    for (int day = 0; day < 3; day++) {
      for (int i = 0; i < 16; i++) {
        slots.add(DAY.plus(Duration.ofDays(day)).plus(Duration.ofMinutes(30L * i)));
      }
    }
    return slots;
  }

  @Test
  void aTimeIsPickedHeldAndBooked() {
    try (Link link = new Link()) {
      Instant start = DAY.plus(Duration.ofDays(1));
      List<String> said = new ArrayList<>();
      link.backend.rest.put(
          "GET /api/booking-links/code", asked -> new Answer(200, offer(slots(), null, null)));
      link.backend.rest.put(
          "POST /api/booking-links/code/hold",
          asked -> new Answer(200, offer(slots(), start, null)));
      link.backend.rest.put(
          "POST /api/booking-links/code/confirm",
          asked -> {
            said.add(asked.postData());
            return new Answer(
                201,
                offer(List.of(), null, new BookingOffer.Booked(start, MeetingStatus.SCHEDULED)));
          });
      link.open("/b/code").screen("choose");
      assertThat(link.page.getByTestId("day")).hasCount(3);
      assertThat(link.page.getByTestId("zone")).hasValue("Europe/Istanbul");
      assertThat(link.page.getByTestId("slot").first()).hasText("10:00");
      link.page.getByTestId("zone").selectOption("Europe/Berlin");
      assertThat(link.page.getByTestId("slot").first()).hasText("08:00");
      Access.isOpen(link.page, "choosing a time");
      link.page.getByTestId("day").nth(1).focus();
      link.page.keyboard().press("Enter");
      assertThat(link.page.getByTestId("day").nth(1)).hasAttribute("aria-pressed", "true");
      assertThat(link.page.getByTestId("day").nth(1)).isFocused();
      link.page.getByTestId("slot").first().click();
      assertThat(link.page.getByTestId("hold-left")).containsText("held for");
      assertThat(link.page.locator("[data-testid=slot][aria-pressed=true]")).hasText("08:00");
      Access.isOpen(link.page, "holding a time");
      link.page.getByTestId("confirm").click();
      link.screen("done");
      assertThat(link.page.getByTestId("done")).isFocused();
      assertThat(link.page.getByTestId("booked-when")).containsText("08:00 – 08:30");
      assertThat(link.page.getByTestId("booked-ics"))
          .hasAttribute("href", "/api/booking-links/code/calendar.ics");
      assertThat(said).singleElement().asString().contains("\"time_zone\":\"Europe/Berlin\"");
    }
  }

  @Test
  void whatSomebodyElseTookIsSaid() {
    try (Link link = new Link()) {
      List<Instant> left = new ArrayList<>(slots());
      link.backend.rest.put(
          "GET /api/booking-links/code", asked -> new Answer(200, offer(left, null, null)));
      link.backend.rest.put(
          "POST /api/booking-links/code/hold",
          asked -> {
            left.removeFirst();
            return new Answer(409, Map.of("code", "conflict", "next_free", left.getFirst()));
          });
      link.open("/b/code").screen("choose");
      link.page.getByTestId("slot").first().click();
      assertThat(link.page.getByTestId("booking-problem")).containsText("just taken");
      assertThat(link.page.getByTestId("slot").first()).hasText("10:30");
    }
  }

  @Test
  void aTimeHeldForLongEnoughIsNotHeldAgainButMayBeBooked() {
    try (Link link = new Link()) {
      List<Instant> left = new ArrayList<>(slots());
      List<String> said = new ArrayList<>();
      link.backend.rest.put(
          "GET /api/booking-links/code", asked -> new Answer(200, offer(left, null, null)));
      link.backend.rest.put(
          "POST /api/booking-links/code/hold",
          asked -> new Answer(429, Map.of("code", "rate_limited")));
      link.backend.rest.put(
          "POST /api/booking-links/code/confirm",
          asked -> {
            said.add(asked.postData());
            left.removeFirst();
            return new Answer(409, Map.of("code", "conflict", "next_free", left.getFirst()));
          });
      link.open("/b/code").screen("choose");
      link.page.getByTestId("slot").first().click();
      assertThat(link.page.getByTestId("booking-problem")).containsText("open to others too");
      assertThat(link.page.getByTestId("hold-left")).isHidden();
      assertThat(link.page.locator("[data-testid=slot][aria-pressed=true]")).hasText("10:00");
      Access.isOpen(link.page, "a time that is not held");
      link.page.getByTestId("confirm").click();
      assertThat(link.page.getByTestId("booking-problem")).containsText("just taken");
      assertThat(said).singleElement().asString().contains(slots().getFirst().toString());
      assertThat(link.page.getByTestId("hold")).isHidden();
    }
  }

  @Test
  void whatIsStillHeldStaysHeld() {
    try (Link link = new Link()) {
      link.backend.rest.put(
          "GET /api/booking-links/code", asked -> new Answer(200, offer(slots(), DAY, null)));
      link.backend.rest.put(
          "POST /api/booking-links/code/hold",
          asked -> new Answer(429, Map.of("code", "rate_limited")));
      link.open("/b/code").screen("choose");
      link.page.getByTestId("slot").first().click();
      assertThat(link.page.getByTestId("booking-problem")).containsText("cannot be held");
      assertThat(link.page.getByTestId("hold-left")).containsText("held for");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "410,invitation_expired,expired",
    "403,forbidden,revoked",
    "404,not_found,unknown",
    "503,unavailable,unreachable"
  })
  void aBookingLinkThatDoesNotOpenSaysWhy(int status, String code, String screen) {
    try (Link link = new Link()) {
      link.backend.rest.put(
          "GET /api/booking-links/code", asked -> new Answer(status, Map.of("code", code)));
      link.open("/b/code").screen(screen);
      Access.isOpen(link.page, screen);
    }
  }

  @Test
  void noTimeIsLeftAndWhatWasBookedIsShown() {
    try (Link link = new Link()) {
      link.backend.rest.put(
          "GET /api/booking-links/code", asked -> new Answer(200, offer(List.of(), null, null)));
      link.open("/b/code").screen("none_left");
      link.backend.rest.put(
          "GET /api/booking-links/code",
          asked ->
              new Answer(
                  200,
                  offer(List.of(), null, new BookingOffer.Booked(DAY, MeetingStatus.CANCELLED))));
      link.page.getByTestId("retry").click();
      link.screen("booked_cancelled");
    }
  }

  private static final String OVERFLOW =
      "document.documentElement.scrollWidth > document.documentElement.clientWidth";

  @ParameterizedTest
  @CsvSource({"1280,light,tr", "320,light,en", "320,dark,tr", "1280,dark,en"})
  void picturesOfBothPages(int width, String scheme, String language) {
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(width, width < 400 ? 700 : 860)
            .setTimezoneId("Europe/Istanbul")
            .setColorScheme(ColorScheme.valueOf(scheme.toUpperCase(Locale.ROOT)));
    try (BrowserContext context = browsers.browser().newContext(options)) {
      Page page = context.newPage();
      Strict.watch(page);
      var backend = new ScriptedBackend(context, Story.JOHN, Role.APPLICANT);
      Meeting meeting =
          Planned.in("m1", Duration.ofDays(3))
              .titled("Second interview with the people of Payments and Reconciliation")
              .meeting();
      backend.rest.put("GET /api/meeting-links/tok", asked -> new Answer(200, info(meeting)));
      backend.rest.put(
          "GET /api/booking-links/code",
          asked -> new Answer(200, offer(slots(), slots().get(3), null)));
      String name = width + "-" + scheme + "-" + language;
      for (String path : List.of("/m/tok#accept", "/m/tok?x#move", "/b/code")) {
        page.navigate(server.origin() + path);
        page.getByTestId("language-" + language).click();
        Access.isOpen(page, path + " " + name);
        look(page, path.replaceAll("[^a-z]", "") + "-" + name);
      }
      backend.rest.put(
          "POST /api/booking-links/code/hold",
          asked -> new Answer(429, Map.of("code", "rate_limited")));
      page.getByTestId("slot").first().click();
      page.getByTestId("booking-problem").waitFor();
      look(page, "b-not-held-" + name);
      backend.rest.put(
          "GET /api/booking-links/code",
          asked ->
              new Answer(
                  200,
                  offer(List.of(), null, new BookingOffer.Booked(DAY, MeetingStatus.SCHEDULED))));
      page.navigate(server.origin() + "/b/code");
      page.getByTestId("language-" + language).click();
      Access.isOpen(page, "done " + name);
      look(page, "booked-" + name);
    }
  }

  private static void look(Page page, String name) {
    page.waitForTimeout(150);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screens/link-" + name + ".png")));
    assertThat(page.evaluate(OVERFLOW)).as(name).isEqualTo(false);
  }
}
