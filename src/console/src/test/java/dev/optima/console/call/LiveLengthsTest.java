package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.sample.Samples;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A length ticks by the backend's clock, whatever the news round it to.
class LiveLengthsTest {
  private static final Instant BEGAN = Instant.parse("2026-11-22T09:00:00.400Z");

  private final LiveLengths lengths = new LiveLengths();

  /// A call that began at [#BEGAN], as it is told `after` that.
  private static LiveCall told(long version, Duration after, long duration, Instant since) {
    CallSnapshot c =
        Samples.call(
            "c1",
            Samples.JOHN,
            "John Doe",
            Samples.ELIF,
            "Elif Kaya",
            CallState.ACTIVE,
            version,
            BEGAN.minusSeconds(10));
    CallSnapshot running =
        new CallSnapshot(
            c.callId(),
            c.roomId(),
            c.callerId(),
            c.callerName(),
            c.applicantId(),
            c.applicantName(),
            null,
            c.state(),
            version,
            c.createdAt(),
            null,
            BEGAN,
            since,
            null,
            duration,
            null,
            null,
            c.participants());
    return new LiveCall(
        running,
        BEGAN.plus(after),
        "direct",
        null,
        null,
        List.of(),
        CallRecording.State.OFF,
        false);
  }

  @Test
  void doesNotJumpWhenNewsRoundIt() {
    // 10.4 s are told as 10, 10.6 s as 11: shown is what has really gone by
    LiveCall first = told(3, Duration.ofMillis(10_400), 10, BEGAN);
    LiveCall second = told(4, Duration.ofMillis(10_600), 11, BEGAN);
    assertThat(lengths.length(first, BEGAN.plusMillis(10_500)))
        .isEqualTo(Duration.ofMillis(10_500));
    assertThat(lengths.length(second, BEGAN.plusMillis(10_700)))
        .isEqualTo(Duration.ofMillis(10_700));
  }

  @Test
  void goesOnAfterALossWhereItStopped() {
    Instant back = BEGAN.plusSeconds(100);
    LiveCall resumed = told(6, Duration.ofSeconds(105), 65, back);
    assertThat(lengths.length(resumed, back.plusSeconds(7))).isEqualTo(Duration.ofSeconds(67));
  }

  @Test
  void neverRunsBackwards() {
    LiveCall call = told(3, Duration.ofSeconds(1), 1, BEGAN);
    Duration shown = lengths.length(call, BEGAN.plusSeconds(20));
    assertThat(lengths.length(call, BEGAN.plusSeconds(19)))
        .as("a clock that was put right by a second")
        .isEqualTo(shown);
    assertThat(lengths.length(call, BEGAN.plusSeconds(5)))
        .as("a clock that was wrong before")
        .isEqualTo(Duration.ofSeconds(5));
  }
}
