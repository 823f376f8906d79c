package dev.optima.backend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.calendar.CalendarFetch.Login;
import dev.optima.backend.calendar.FetchFailure.Problem;
import dev.optima.backend.outbound.PrivateNetworks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked of a CalDAV server, and how its answers are understood.
class CalDavTest {
  private static final Instant FROM = Instant.parse("2026-11-15T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-05-15T00:00:00Z");
  private static final Login ELIF = new Login("elif", "word");

  private ScriptedCalendars server;
  private CalendarFetch fetch;

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedCalendars();
    fetch = new CalendarFetch(PrivateNetworks.of(List.of("127.0.0.0/8")), Duration.ofSeconds(5));
    server.demand(ExternalCalendarsTest.basic("elif", "word"));
    server.on("PROPFIND /cal/work/", 207, calendar("/cal/work/", "w1", "VEVENT", ""));
    server.on("REPORT /cal/work/", 207, data(ExternalCalendarsTest.event("20261124T090000Z")));
  }

  @AfterEach
  void stop() {
    fetch.close();
    server.close();
  }

  @Test
  void oneCalendarIsReadAndNotAgainWhileItIsUnchanged() throws Exception {
    Said first = read("/cal/work/", null);
    assertThat(first.files()).singleElement().asString().contains("SUMMARY:Dentist");
    assertThat(server.asked()).containsExactly("PROPFIND /cal/work/", "REPORT /cal/work/");

    Said again = read("/cal/work/", first.mark());
    assertThat(again.unchanged()).isTrue();
    assertThat(server.asked()).containsExactly("PROPFIND /cal/work/");

    server.on("PROPFIND /cal/work/", 207, calendar("/cal/work/", "w2", "VEVENT", ""));
    assertThat(read("/cal/work/", first.mark()).unchanged()).isFalse();
  }

  /// RFC 6764, 6: the server alone is enough.
  @ParameterizedTest
  @ValueSource(strings = {"/", "/principals/elif/", "/cal/", "/something/else"})
  void theCalendarsAreFoundFromWhereOneBegins(String path) throws Exception {
    server.on("PROPFIND /.well-known/caldav", 301, "", "Location", "/dav/");
    server.on(
        "PROPFIND /dav/",
        207,
        response(
            "/dav/",
            "<D:current-user-principal><D:href>/principals/elif/</D:href></D:current-user-principal>"));
    server.on(
        "PROPFIND /principals/elif/",
        207,
        response(
            "/principals/elif/",
            "<C:calendar-home-set><D:href>/cal/</D:href></C:calendar-home-set>"));
    server.on(
        "PROPFIND /cal/",
        207,
        multistatus(
            one("/cal/", "<D:resourcetype><D:collection/></D:resourcetype>")
                + one("/cal/work/", properties("w1", "VEVENT", ""))
                + one("/cal/tasks/", properties("t1", "VTODO", ""))
                + one("/cal/private/", properties("p1", "VEVENT", ""))
                + one(
                    "/cal/birthdays/",
                    properties(
                        "b1",
                        "VEVENT",
                        "<C:schedule-calendar-transp><C:transparent/></C:schedule-calendar-transp>"))));
    server.on("REPORT /cal/private/", 207, data(ExternalCalendarsTest.event("20261125T090000Z")));

    Said said = read(path, null);

    assertThat(said.files()).hasSize(2);
    assertThat(server.asked())
        .contains("REPORT /cal/work/", "REPORT /cal/private/")
        .doesNotContain("REPORT /cal/tasks/", "REPORT /cal/birthdays/");
    assertThat(said.mark()).isNotNull();
  }

  @Test
  void whoMayOnlyKnowWhenSomebodyIsBusyIsToldThat() throws Exception {
    server.on("REPORT /cal/work/", 403, "");
    server.on(
        "REPORT /cal/work/ busy",
        200,
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:x
        BEGIN:VFREEBUSY
        FREEBUSY:20261124T090000Z/PT1H
        END:VFREEBUSY
        END:VCALENDAR
        """);
    assertThat(read("/cal/work/", null).files())
        .singleElement()
        .asString()
        .contains("FREEBUSY:20261124T090000Z");
  }

  @Test
  void failuresAreToldApart() {
    assertThat(problem("/nowhere/")).isEqualTo(Problem.NOT_FOUND);
    server.on("PROPFIND /book/", 207, response("/book/", "<D:resourcetype/>"));
    assertThat(problem("/book/")).isEqualTo(Problem.NOT_A_CALENDAR);
    server.on("PROPFIND /html/", 207, "<html>");
    assertThat(problem("/html/")).isEqualTo(Problem.NOT_A_CALENDAR);
    server.on("PROPFIND /file/", 501, "");
    assertThat(problem("/file/")).isEqualTo(Problem.NOT_A_CALENDAR);
    server.on("PROPFIND /page/", 405, "");
    assertThat(problem("/page/")).isEqualTo(Problem.NOT_A_CALENDAR);
    server.on("PROPFIND /theirs/", 403, "");
    assertThat(problem("/theirs/")).isEqualTo(Problem.UNAUTHORIZED);
    server.on("PROPFIND /down/", 502, "");
    assertThat(problem("/down/")).isEqualTo(Problem.UNREACHABLE);
    server.demand("Basic other");
    assertThat(problem("/cal/work/")).isEqualTo(Problem.UNAUTHORIZED);
  }

  @Test
  void nothingElseIsReadThroughAnAnswer() {
    String trap =
        "<?xml version=\"1.0\"?><!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + "<D:multistatus xmlns:D=\"DAV:\">&x;</D:multistatus>";
    assertThatThrownBy(() -> Multistatus.read(trap)).isInstanceOf(FetchFailure.class);
  }

  @Test
  void aServerThatNeverAnswersIsLeft() {
    HttpUrl url = HttpUrl.get(server.url("/cal/work/"));
    FetchFailure failure =
        catchThrowableOfType(
            FetchFailure.class,
            () -> new CalDav(fetch.visit(url, ELIF, Duration.ZERO), FROM, TO).read(url, null));
    assertThat(failure.problem()).isEqualTo(Problem.UNREACHABLE);
  }

  private Said read(String path, @org.jspecify.annotations.Nullable String mark)
      throws FetchFailure {
    HttpUrl url = HttpUrl.get(server.url(path));
    return new CalDav(fetch.visit(url, ELIF, Duration.ofSeconds(10)), FROM, TO).read(url, mark);
  }

  private Problem problem(String path) {
    return Objects.requireNonNull(catchThrowableOfType(FetchFailure.class, () -> read(path, null)))
        .problem();
  }

  private static String calendar(String href, String tag, String kind, String more) {
    return response(href, properties(tag, kind, more));
  }

  private static String properties(String tag, String kind, String more) {
    return "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>"
        + "<C:supported-calendar-component-set><C:comp name=\""
        + kind
        + "\"/></C:supported-calendar-component-set><S:getctag>"
        + tag
        + "</S:getctag>"
        + more;
  }

  private static String response(String href, String properties) {
    return multistatus(one(href, properties));
  }

  private static String one(String href, String properties) {
    return "<D:response><D:href>"
        + href
        + "</D:href><D:propstat><D:prop>"
        + properties
        + "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>"
        + "<D:propstat><D:prop><C:calendar-home-set><D:href>/wrong/</D:href></C:calendar-home-set>"
        + "</D:prop><D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>";
  }

  private static String multistatus(String responses) {
    return "<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\""
        + " xmlns:C=\"urn:ietf:params:xml:ns:caldav\" xmlns:S=\"http://calendarserver.org/ns/\">"
        + responses
        + "</D:multistatus>";
  }

  private static String data(String calendar) {
    return response("/cal/work/1.ics", "<C:calendar-data>" + calendar + "</C:calendar-data>");
  }
}
