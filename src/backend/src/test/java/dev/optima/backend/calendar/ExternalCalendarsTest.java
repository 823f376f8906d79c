package dev.optima.backend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.meeting.CalendarPost;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.MeetingRules;
import dev.optima.backend.meeting.MeetingService;
import dev.optima.backend.meeting.ReminderPost;
import dev.optima.backend.outbound.PrivateNetworks;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.BusyTimes;
import dev.optima.protocol.rest.ExternalCalendar;
import dev.optima.protocol.rest.ExternalCalendar.Kind;
import dev.optima.protocol.rest.NewExternalCalendar;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A calendar elsewhere, read from a real server.
class ExternalCalendarsTest {
  private static final String FILE = "/secret-path/basic.ics";
  private static final PrivateNetworks HERE = PrivateNetworks.of(List.of("127.0.0.0/8"));
  private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

  @TempDir private Path folder;
  private ScriptedCalendars server;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedCalendars();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private final class Ground implements AutoCloseable {
    final World world;
    final Identity elif;
    final ExternalCalendars calendars;

    Ground(Database database, PrivateNetworks allowed) {
      world = new World(database, new ManualClock(), CallRules.DEFAULT);
      elif = world.colleague("elif");
      calendars = node(allowed, Optional.of("sesame"));
    }

    ExternalCalendars node(PrivateNetworks allowed, Optional<String> secret) {
      return new ExternalCalendars(world.database, allowed, secret, world.clock);
    }

    MeetingService meetings() {
      return new MeetingKernel(
              world.database,
              new MeetingKernel.Voices(world.chatStore, world.feed, world.bus),
              new MeetingKernel.Outside(
                  CalendarPost.NONE,
                  ReminderPost.NONE,
                  List.of(calendars),
                  () -> URI.create("https://optima.example")),
              MeetingRules.DEFAULT,
              world.clock)
          .service();
    }

    ExternalCalendar connect(Kind kind, String url) {
      return calendars.put(elif, new NewExternalCalendar(kind, url, null, null));
    }

    List<BusyTimes.Busy> busy() {
      return calendars
          .busy(START.minus(Duration.ofDays(7)), START.plus(Duration.ofDays(60)))
          .busy();
    }

    void disable(boolean disabled) {
      world.database.<Integer>write(
          tx ->
              tx.update(
                  "UPDATE accounts SET disabled_at = ? WHERE id = ?",
                  disabled ? world.clock.instant() : null,
                  elif.userId()));
    }

    void later(Duration time) {
      world.clock.advance(time);
      calendars.reader().round();
    }

    @Override
    public void close() {
      calendars.reader().close();
      world.close();
    }
  }

  private Ground ground(Engine engine) {
    return new Ground(engine.open(folder), HERE);
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsReadAtOnceAndAgainWhenItChanged(Engine engine) {
    server.on("GET " + FILE, 200, event("20261124T090000Z"), "ETag", "\"1\"");
    try (Ground ground = ground(engine)) {
      ExternalCalendar now = ground.connect(Kind.ICS, server.url(FILE));

      assertThat(now.problem()).isNull();
      assertThat(now.readAt()).isEqualTo(ground.world.clock.instant());
      assertThat(ground.busy())
          .containsExactly(
              new BusyTimes.Busy(ground.elif.userId(), START, START.plus(Duration.ofHours(1))));
      assertThat(server.asked()).hasSize(1);

      ground.later(Duration.ofMinutes(14));
      assertThat(server.asked()).isEmpty();
      ground.later(Duration.ofMinutes(1));
      assertThat(server.asked()).hasSize(1);
      assertThat(ground.busy()).hasSize(1);
      assertThat(ground.calendars.get(ground.elif).readAt())
          .isEqualTo(ground.world.clock.instant());

      server.on("GET " + FILE, 200, event("20261125T090000Z"), "ETag", "\"2\"");
      ground.later(Duration.ofMinutes(15));
      assertThat(ground.busy())
          .extracting(BusyTimes.Busy::start)
          .containsExactly(START.plus(Duration.ofDays(1)));

      ground.disable(true);
      assertThat(ground.busy()).isEmpty();
      ground.disable(false);
      assertThat(ground.busy()).hasSize(1);
      ground.calendars.delete(ground.elif);
      assertThat(ground.busy()).isEmpty();
      assertThat(refused(() -> ground.calendars.get(ground.elif))).isEqualTo(ErrorCode.NOT_FOUND);
      ground.later(Duration.ofDays(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsPlannedWhenTheyAreBusyElsewhere(Engine engine) {
    server.on("GET " + FILE, 200, event("20261124T090000Z"));
    try (Ground ground = ground(engine)) {
      ground.connect(Kind.ICS, server.url(FILE));
      MeetingService meetings = ground.meetings();
      ScheduleMeeting wish = wish(ground.world.applicant("john"), START);

      Refusal refusal =
          catchThrowableOfType(Refusal.class, () -> meetings.schedule(ground.elif, wish));

      assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(refusal.clash().orElseThrow().conflicts())
          .singleElement()
          .satisfies(
              conflict -> {
                assertThat(conflict.userId()).isEqualTo(ground.elif.userId());
                assertThat(conflict.meetingId()).isNull();
                assertThat(conflict.start()).isEqualTo(START);
              });
      Instant first = START.plus(Duration.ofMinutes(75)); // its end, the pause, the next quarter
      assertThat(refusal.clash().orElseThrow().nextFree()).isEqualTo(first);
      assertThat(meetings.free(ground.elif, wish, 3).slots()).first().isEqualTo(first);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeReadIsTriedLaterAndLaterAndKeepsWhatItSaid(Engine engine) {
    server.on("GET " + FILE, 200, event("20261124T090000Z"));
    try (Ground ground = ground(engine)) {
      ground.connect(Kind.ICS, server.url(FILE));
      server.on("GET " + FILE, 503, "");
      server.asked();

      ground.later(Duration.ofMinutes(15));
      assertThat(ground.calendars.get(ground.elif).problem()).isEqualTo("unreachable");
      assertThat(ground.busy()).hasSize(1);
      ground.later(Duration.ofMinutes(15));
      assertThat(server.asked()).hasSize(2);
      ground.later(Duration.ofMinutes(15));
      assertThat(server.asked()).isEmpty();
      ground.later(Duration.ofMinutes(15));
      assertThat(server.asked()).hasSize(1);

      server.on("GET " + FILE, 200, event("20261124T090000Z"));
      ground.later(Duration.ofHours(8));
      assertThat(ground.calendars.get(ground.elif).problem()).isNull();
      server.asked();
      ground.later(Duration.ofMinutes(15));
      assertThat(server.asked()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingSecretIsInTheDatabaseOrGivenBack(Engine engine) {
    server.on("GET " + FILE, 200, event("20261124T090000Z"));
    server.demand(basic("elif@x.org", "p4ssword"));
    try (Ground ground = ground(engine)) {
      ExternalCalendar now =
          ground.calendars.put(
              ground.elif,
              new NewExternalCalendar(Kind.ICS, server.url(FILE), "elif@x.org", "p4ssword"));
      assertThat(now.problem()).isNull();
      assertThat(now.user()).isEqualTo("elif@x.org");
      assertThat(now.url()).startsWith("http://127.0.0.1:").endsWith("/…");
      List<String> row =
          ground.world.database.read(
              tx ->
                  tx.list(
                      "SELECT url, shown, password FROM external_calendars",
                      r -> r.text(1) + " " + r.text(2) + " " + r.text(3)));
      assertThat(row).singleElement().asString().doesNotContain("secret", "p4ssword");

      // With another secret it cannot be opened, which is told as a wrong password.
      ExternalCalendars other = ground.node(HERE, Optional.of("other"));
      ground.world.clock.advance(Duration.ofMinutes(15));
      other.reader().round();
      assertThat(other.get(ground.elif).problem()).isEqualTo("unauthorized");
      other.reader().close();
    }
  }

  @Test
  void aWrongPasswordIsNotTriedAgainAndAgain() {
    server.demand(basic("elif@x.org", "right"));
    try (Ground ground = ground(Engine.SQLITE)) {
      ExternalCalendar now =
          ground.calendars.put(
              ground.elif,
              new NewExternalCalendar(Kind.ICS, server.url(FILE), "elif@x.org", "wrong"));
      assertThat(now.problem()).isEqualTo("unauthorized");
      server.asked();
      ground.later(Duration.ofHours(23));
      assertThat(server.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, '', not_found",
    "410, '', not_found",
    "401, '', unauthorized",
    "403, '', unauthorized",
    "400, '', refused",
    "500, '', unreachable",
    "200, <html>Sign in</html>, not_a_calendar",
    "200, '', not_a_calendar"
  })
  void eachFailureHasItsWord(int status, String body, String problem) {
    server.on("GET " + FILE, status, body);
    try (Ground ground = ground(Engine.SQLITE)) {
      assertThat(ground.connect(Kind.ICS, server.url(FILE)).problem()).isEqualTo(problem);
    }
  }

  @Test
  void whatIsTooLargeIsNotRead() {
    server.on("GET " + FILE, 200, "x".repeat((int) CalendarVisit.MOST_BYTES + 1));
    try (Ground ground = ground(Engine.SQLITE)) {
      assertThat(ground.connect(Kind.ICS, server.url(FILE)).problem()).isEqualTo("too_large");
    }
  }

  @Test
  void theOwnNetworkIsNotCalled() {
    server.on("GET " + FILE, 200, event("20261124T090000Z"));
    try (Ground ground = new Ground(Engine.SQLITE.open(folder), PrivateNetworks.of(List.of()))) {
      for (String url :
          List.of(
              server.url(FILE),
              server.url(FILE).replace("127.0.0.1", "localhost"),
              server.url(FILE).replace("127.0.0.1", "[::1]"),
              server.url(FILE).replace("127.0.0.1", "2130706433"),
              "http://169.254.169.254/latest/meta-data/")) {
        assertThat(ground.connect(Kind.ICS, url).problem()).isEqualTo("forbidden_address");
      }
      assertThat(server.asked()).isEmpty();
      assertThat(
              refused(
                  () ->
                      ground.calendars.put(
                          ground.elif,
                          new NewExternalCalendar(Kind.ICS, server.url(FILE), "elif", "word"))))
          .isEqualTo(ErrorCode.INVALID);
    }
  }

  @Test
  void aRedirectLeadsNowhereItMayNot() throws Exception {
    try (ScriptedCalendars inner = new ScriptedCalendars();
        Ground ground =
            new Ground(Engine.SQLITE.open(folder), PrivateNetworks.of(List.of("127.0.0.1/32")))) {
      inner.on("GET " + FILE, 200, event("20261124T090000Z"));
      server.on("GET /a", 302, "", "Location", "/b");
      server.on("GET /b", 301, "", "Location", inner.url(FILE));
      assertThat(ground.connect(Kind.ICS, server.url("/a")).problem()).isNull();

      server.on("GET /b", 302, "", "Location", "http://127.0.0.2:1/x");
      assertThat(ground.connect(Kind.ICS, server.url("/a")).problem())
          .isEqualTo("forbidden_address");
      server.on("GET /b", 302, "", "Location", "file:///etc/passwd");
      assertThat(ground.connect(Kind.ICS, server.url("/a")).problem()).isEqualTo("refused");
      server.on("GET /b", 302, "", "Location", "/a");
      assertThat(ground.connect(Kind.ICS, server.url("/a")).problem()).isEqualTo("refused");

      // A password stays with the server that it is for.
      server.on("GET /b", 301, "", "Location", inner.url(FILE));
      inner.demand(basic("elif", "word"));
      assertThat(
              ground
                  .calendars
                  .put(
                      ground.elif,
                      new NewExternalCalendar(Kind.ICS, server.url("/a"), "elif", "word"))
                  .problem())
          .isEqualTo("unauthorized");
    }
  }

  @ParameterizedTest
  @CsvSource({"ftp://x.org/c.ics", "not an address", "https://elif:word@x.org/c.ics", "file:///x"})
  void whatIsNoAddressIsRefused(String url) {
    try (Ground ground = ground(Engine.SQLITE)) {
      assertThat(refused(() -> ground.connect(Kind.ICS, url))).isEqualTo(ErrorCode.INVALID);
    }
  }

  @Test
  void twoNodesReadACalendarOnce() {
    server.on("GET " + FILE, 200, event("20261124T090000Z"));
    try (Ground ground = ground(Engine.POSTGRES)) {
      ExternalCalendars other = ground.node(HERE, Optional.of("sesame"));
      ground.connect(Kind.ICS, server.url(FILE));
      server.asked();
      ground.world.clock.advance(Duration.ofMinutes(15));
      other.reader().round();
      ground.calendars.reader().round();
      assertThat(server.asked()).hasSize(1);
      other.reader().close();
    }
  }

  private static ScheduleMeeting wish(Identity applicant, Instant time) {
    return new ScheduleMeeting(
        null,
        applicant.userId(),
        time,
        30,
        "First interview",
        null,
        null,
        "Europe/Istanbul",
        false,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static String event(String start) {
    return """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:x
        BEGIN:VEVENT
        UID:%s
        DTSTART:%s
        DURATION:PT1H
        SUMMARY:Dentist
        END:VEVENT
        END:VCALENDAR
        """
        .formatted(start, start)
        .replace("\n", "\r\n");
  }

  static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable ErrorCode refused(Runnable act) {
    return catchThrowableOfType(Refusal.class, act::run).code();
  }
}
