package dev.optima.backend.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.rest.Transcript;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TranscriptFileTest {
  private static final String SAID = "{\"name\":\"Mert\",\"content\":\"Merhaba\",\"timestamp\":%s}";

  @Test
  void readsSecondsAndMillisecondsAndDates() throws Exception {
    Instant at = Instant.parse("2026-11-23T05:00:00Z");
    for (String time :
        new String[] {"1795410000", "1795410000000", "\"2026-11-23T08:00:00+03:00\""}) {
      assertThat(TranscriptFile.read("[" + SAID.formatted(time) + "]", "m"))
          .as(time)
          .extracting(Transcript.Line::at)
          .containsExactly(at);
    }
  }

  @Test
  void aLineOfNoPossibleTimeIsLeftOutAndTheOthersStay() throws Exception {
    for (String time :
        new String[] {
          "-9223372036854775808", "9223372036854775807", "-1", "\"+999999999-01-01T00:00:00Z\""
        }) {
      String file = "[" + SAID.formatted(time) + "," + SAID.formatted("1795410000") + "]";
      assertThat(TranscriptFile.read(file, "m")).as(time).hasSize(1);
    }
  }
}
