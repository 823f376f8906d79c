package dev.optima.backend.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.calendar.FetchFailure.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When somebody is busy, as their calendar says it.
class BusyReaderTest {
  private static final Instant FROM = Instant.parse("2026-10-20T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-20T00:00:00Z");

  @Test
  void anEventIsBusyFromItsStartToItsEnd() throws Exception {
    assertThat(
            busy(
                event("DTSTART:20261102T090000Z", "DTEND:20261102T100000Z"),
                event("DTSTART:20261103T090000Z", "DURATION:PT90M"),
                event("DTSTART:20261104T090000Z")))
        .containsExactly(
            "2026-11-02T09:00:00Z/2026-11-02T10:00:00Z",
            "2026-11-03T09:00:00Z/2026-11-03T10:30:00Z");
  }

  @Test
  void whatKeepsNobodyBusyIsLeftOut() throws Exception {
    String time = "DTSTART:20261102T090000Z\r\nDTEND:20261102T100000Z";
    assertThat(
            busy(
                event(time, "TRANSP:TRANSPARENT"),
                event(time, "STATUS:CANCELLED"),
                event(time, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
                event(time, "ATTENDEE;PARTSTAT=DECLINED:mailto:Me@x.org"),
                event(time).replace("UID:e", "UID:0197aa@optima")))
        .isEmpty();
    assertThat(
            busy(
                event(
                    time,
                    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@x.org",
                    "ATTENDEE;PARTSTAT=DECLINED:mailto:other@x.org")))
        .hasSize(1);
  }

  /// Whatever the zone of this machine.
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Pacific/Auckland", "America/Los_Angeles"})
  void aDayIsADayWhereItsOwnerIs(String machine) throws Exception {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(machine));
    try {
      assertThat(
              busy(
                  event("DTSTART;VALUE=DATE:20261024", "DTEND;VALUE=DATE:20261026"),
                  event(
                      "DTSTART;VALUE=DATE:20261102",
                      "RRULE:FREQ=WEEKLY;COUNT=3",
                      "EXDATE;VALUE=DATE:20261109")))
          .containsExactly(
              "2026-10-23T22:00:00Z/2026-10-25T23:00:00Z",
              "2026-11-01T23:00:00Z/2026-11-02T23:00:00Z",
              "2026-11-15T23:00:00Z/2026-11-16T23:00:00Z");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void aRuleGoesOnAtTheSameHourWhenClocksChange() throws Exception {
    assertThat(
            busy(
                event(
                    "DTSTART;TZID=America/New_York:20261030T090000",
                    "DURATION:PT1H",
                    "RRULE:FREQ=DAILY;COUNT=4",
                    "EXDATE;TZID=America/New_York:20261101T090000")))
        .containsExactly(
            "2026-10-30T13:00:00Z/2026-10-30T14:00:00Z",
            "2026-10-31T13:00:00Z/2026-10-31T14:00:00Z",
            "2026-11-02T14:00:00Z/2026-11-02T15:00:00Z");
    assertThat(
            busy(
                event(
                    "DTSTART:20261024T090000",
                    "DTEND:20261024T100000",
                    "RRULE:FREQ=DAILY;COUNT=2")))
        .containsExactly(
            "2026-10-24T07:00:00Z/2026-10-24T08:00:00Z",
            "2026-10-25T08:00:00Z/2026-10-25T09:00:00Z");
    assertThat(
            busy(
                event(
                    "DTSTART:20261024T090000Z",
                    "DTEND:20261024T100000Z",
                    "RRULE:FREQ=DAILY;UNTIL=20261025T090000Z")))
        .containsExactly(
            "2026-10-24T09:00:00Z/2026-10-24T10:00:00Z",
            "2026-10-25T09:00:00Z/2026-10-25T10:00:00Z");
  }

  @Test
  void aZoneThatTheCalendarBringsIsUsed() throws Exception {
    String zone =
        """
        BEGIN:VTIMEZONE
        TZID:Somewhere
        BEGIN:STANDARD
        DTSTART:16010101T000000
        TZOFFSETFROM:+0530
        TZOFFSETTO:+0530
        END:STANDARD
        END:VTIMEZONE
        """
            .replace("\n", "\r\n");
    assertThat(
            busy(
                zone
                    + event(
                        "DTSTART;TZID=Somewhere:20261102T090000",
                        "DTEND;TZID=Somewhere:20261102T100000")))
        .containsExactly("2026-11-02T03:30:00Z/2026-11-02T04:30:00Z");
    assertThat(
            busy(
                "X-WR-TIMEZONE:Asia/Tokyo\r\n"
                    + event("DTSTART;VALUE=DATE:20261102", "DTEND;VALUE=DATE:20261103")))
        .containsExactly("2026-11-01T15:00:00Z/2026-11-02T15:00:00Z");
  }

  @Test
  void oneTimeOfARuleMayBeMovedOrCalledOff() throws Exception {
    String rule = event("DTSTART:20261102T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3");
    assertThat(
            busy(
                rule,
                event(
                    "RECURRENCE-ID:20261103T090000Z", "DTSTART:20261103T150000Z", "DURATION:PT1H"),
                event(
                    "RECURRENCE-ID:20261104T090000Z",
                    "DTSTART:20261104T090000Z",
                    "DURATION:PT1H",
                    "STATUS:CANCELLED")))
        .containsExactly(
            "2026-11-02T09:00:00Z/2026-11-02T10:00:00Z",
            "2026-11-03T15:00:00Z/2026-11-03T16:00:00Z");
  }

  @Test
  void aRuleFromLongAgoIsFollowedAndOverlapsBecomeOne() throws Exception {
    assertThat(
            busy(
                event(
                    "DTSTART;TZID=Europe/Berlin:20100104T090000",
                    "DURATION:PT1H",
                    "RRULE:FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261106T000000Z"),
                event("DTSTART:20261102T083000Z", "DTEND:20261102T093000Z"),
                event("DTSTART:20261102T093000Z", "DTEND:20261102T094500Z")))
        .containsExactly(
            "2026-10-22T07:00:00Z/2026-10-22T08:00:00Z",
            "2026-10-26T08:00:00Z/2026-10-26T09:00:00Z",
            "2026-10-29T08:00:00Z/2026-10-29T09:00:00Z",
            "2026-11-02T08:00:00Z/2026-11-02T09:45:00Z",
            "2026-11-05T08:00:00Z/2026-11-05T09:00:00Z");
  }

  @Test
  void whatBeganBeforeAndLastsCounts() throws Exception {
    assertThat(busy(event("DTSTART:20261019T090000Z", "DTEND:20261021T090000Z")))
        .containsExactly("2026-10-19T09:00:00Z/2026-10-21T09:00:00Z");
    assertThat(
            busy(event("DTSTART:20261018T090000Z", "DURATION:P3D", "RRULE:FREQ=MONTHLY;COUNT=2")))
        .containsExactly(
            "2026-10-18T09:00:00Z/2026-10-21T09:00:00Z",
            "2026-11-18T09:00:00Z/2026-11-21T09:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=2000000000",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7;BYMINUTE=0,1,2,3,4,5,6,7,8,9"
      })
  void aRuleThatIsATrapHoldsNobodyUp(String rule) throws Exception {
    assertThat(busy(event("DTSTART:19700101T000000Z", "DURATION:PT1S", "RRULE:" + rule))).isEmpty();
  }

  @Test
  void busyTimesMayBeAllThatIsTold() throws Exception {
    String free =
        """
        BEGIN:VFREEBUSY
        DTSTART:20261101T000000Z
        FREEBUSY:20261102T090000Z/20261102T100000Z,20261102T110000Z/PT30M
        FREEBUSY;FBTYPE=FREE:20261103T090000Z/20261103T100000Z
        FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261104T090000Z/20261104T100000Z
        END:VFREEBUSY
        """
            .replace("\n", "\r\n");
    assertThat(busy(free))
        .containsExactly(
            "2026-11-02T09:00:00Z/2026-11-02T10:00:00Z",
            "2026-11-02T11:00:00Z/2026-11-02T11:30:00Z",
            "2026-11-04T09:00:00Z/2026-11-04T10:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>Sign in</html>", "BEGIN:VCARD\r\nEND:VCARD\r\n"})
  void whatIsNoCalendarIsTold(String text) {
    FetchFailure failure =
        catchThrowableOfType(
            FetchFailure.class,
            () -> new BusyReader(FROM, TO, Set.of()).read(List.of(text), ZoneId.of("UTC")));
    assertThat(failure.problem()).isEqualTo(Problem.NOT_A_CALENDAR);
  }

  /// Of somebody in Berlin.
  private static List<String> busy(String... components) throws FetchFailure {
    String file =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
            + String.join("", components)
            + "END:VCALENDAR\r\n";
    return new BusyReader(FROM, TO, Set.of("me@x.org"))
        .read(List.of(file), ZoneId.of("Europe/Berlin")).stream()
            .map(one -> one.start() + "/" + one.end())
            .toList();
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\r\nUID:e\r\nSUMMARY:Secret\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\n";
  }
}
