package dev.optima.backend.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.meeting.BusyTime;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.BookingRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which times a rule comes to.
class OfferedTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final UserId ELIF = new UserId("elif");
  private static final List<DayOfWeek> WORKDAYS =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  private static OfferedTimes times(BookingRule rule, String now) {
    return new OfferedTimes(
        new Offer(null, rule),
        Duration.ofMinutes(30),
        Duration.ofMinutes(5),
        BERLIN,
        Instant.parse(now));
  }

  private static BookingRule rule(int buffer, int notice, int cap, int ahead) {
    return new BookingRule(
        WORKDAYS, LocalTime.of(9, 0), LocalTime.of(10, 30), buffer, notice, cap, ahead);
  }

  @Test
  void hoursStayWhereTheyAreWhenTheClocksChange() {
    // Clocks go back on Sunday, 25 October 2026: 9:00 is 07:00Z on Friday and 08:00Z on Monday.
    assertThat(times(rule(0, 0, 9, 3), "2026-10-23T04:00:00Z").all())
        .containsExactly(
            Instant.parse("2026-10-23T07:00:00Z"),
            Instant.parse("2026-10-23T07:30:00Z"),
            Instant.parse("2026-10-23T08:00:00Z"),
            Instant.parse("2026-10-26T08:00:00Z"),
            Instant.parse("2026-10-26T08:30:00Z"),
            Instant.parse("2026-10-26T09:00:00Z"));
    // And forward on Sunday, 28 March 2027.
    assertThat(times(rule(0, 0, 9, 3), "2027-03-26T09:30:00Z").all())
        .first()
        .isEqualTo(Instant.parse("2027-03-29T07:00:00Z"));
  }

  @Test
  void anHourThatTheNightOfTheChangeDoesNotHaveIsNotOffered() {
    var night =
        new BookingRule(
            List.of(DayOfWeek.SUNDAY), LocalTime.of(1, 0), LocalTime.of(4, 0), 0, 0, 9, 1);
    assertThat(times(night, "2027-03-27T12:00:00Z").all())
        .containsExactly(
            Instant.parse("2027-03-28T00:00:00Z"),
            Instant.parse("2027-03-28T00:30:00Z"),
            Instant.parse("2027-03-28T01:00:00Z"),
            Instant.parse("2027-03-28T01:30:00Z"));
  }

  @Test
  void thereIsNoticeAndAnEnd() {
    assertThat(times(rule(0, 24, 9, 1), "2026-11-23T08:15:00Z").all())
        .containsExactly(
            Instant.parse("2026-11-24T08:30:00Z"), Instant.parse("2026-11-24T09:00:00Z"));
  }

  @Test
  void whatIsBusyTakesItsBufferAlong() {
    OfferedTimes times = times(rule(30, 0, 9, 0), "2026-11-23T05:00:00Z");
    var busy =
        new BusyTime(
            ELIF,
            null,
            Instant.parse("2026-11-23T07:00:00Z"),
            Instant.parse("2026-11-23T07:50:00Z"));
    assertThat(times.free(List.of(busy), new OfferedTimes.Taken(BERLIN)))
        .containsExactly(
            Instant.parse("2026-11-23T08:30:00Z"), Instant.parse("2026-11-23T09:00:00Z"));
  }

  @Test
  void aDayIsFullWhenOneOfTheInterviewersHasEnough() {
    OfferedTimes times = times(rule(0, 0, 2, 1), "2026-11-23T05:00:00Z");
    var taken = new OfferedTimes.Taken(BERLIN);
    taken.add(ELIF, Instant.parse("2026-11-23T12:00:00Z"));
    taken.add(new UserId("mert"), Instant.parse("2026-11-23T13:00:00Z"));
    assertThat(times.free(List.of(), taken)).hasSize(6);
    taken.add(ELIF, Instant.parse("2026-11-23T22:59:00Z"));
    assertThat(times.free(List.of(), taken))
        .hasSize(3)
        .first()
        .isEqualTo(Instant.parse("2026-11-24T08:00:00Z"));
  }

  @Test
  void chosenSlotsAreOfferedWhileTheyAreAhead() {
    var slots =
        List.of(Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-23T12:00:00Z"));
    var times =
        new OfferedTimes(
            new Offer(slots, null),
            Duration.ofMinutes(30),
            Duration.ofMinutes(5),
            BERLIN,
            Instant.parse("2026-11-23T09:00:00Z"));
    assertThat(times.free(List.of(), new OfferedTimes.Taken(BERLIN)))
        .containsExactly(slots.getLast());
    var meeting =
        new BusyTime(
            ELIF,
            new MeetingId("m"),
            Instant.parse("2026-11-23T12:32:00Z"),
            Instant.parse("2026-11-23T13:00:00Z"));
    assertThat(times.free(List.of(meeting), new OfferedTimes.Taken(BERLIN))).isEmpty();
  }
}
