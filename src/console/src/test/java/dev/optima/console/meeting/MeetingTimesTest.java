package dev.optima.console.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.sample.SampleMeeting;
import dev.optima.protocol.message.Meeting;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeetingTimesTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T11:30:00Z");

  /// What the backend refuses once the planned end is past, though the room is open for a while.
  @Test
  void theTeamMayRunLateUntilThePlannedEnd() {
    Meeting meeting = SampleMeeting.john("m", BEGIN).minutes(20).build();
    assertThat(MeetingTimes.mayRunLate(meeting, BEGIN.minus(Duration.ofMinutes(5)))).isTrue();
    assertThat(MeetingTimes.mayRunLate(meeting, BEGIN.plus(Duration.ofMinutes(19)))).isTrue();
    Instant end = BEGIN.plus(Duration.ofMinutes(20));
    assertThat(MeetingTimes.isJoinable(meeting, end)).isTrue();
    assertThat(MeetingTimes.mayRunLate(meeting, end)).isFalse();
  }
}
