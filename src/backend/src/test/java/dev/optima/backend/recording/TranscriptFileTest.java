package dev.optima.backend.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optima.protocol.rest.Transcript;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void readsWhatJaasWrites() throws Exception {
    List<Transcript.Line> lines =
        TranscriptFile.read(
            """
            {"meetingFqn":"app/room","messageType":"TRANSCRIPTION","messages":[
              {"name":"John Doe","content":"Hello","timestamp":1764000000123,"language":"en-US"},
              {"name":"Elif Kaya","content":"  ","timestamp":1764000001000},
              {"name":"Elif Kaya","content":"Hi there","timestamp":1764000002}]}
            """,
            "f");
    assertThat(lines)
        .containsExactly(
            new Transcript.Line(
                "file:f:1",
                null,
                "John Doe",
                "Hello",
                "en-US",
                Instant.ofEpochMilli(1764000000123L)),
            new Transcript.Line(
                "file:f:3",
                null,
                "Elif Kaya",
                "Hi there",
                null,
                Instant.ofEpochSecond(1764000002)));
  }

  @Test
  void readsWhatJitsisTranscriberWrites() throws Exception {
    List<Transcript.Line> lines =
        TranscriptFile.read(
            """
            {"room_name":"room","start_time":"2026-11-23T09:00:00.000Z","events":[
              {"event":"JOIN","timestamp":"2026-11-23T09:00:00Z","participant":{"name":"John"}},
              {"event":"SPEECH","timestamp":"2026-11-23T09:00:05.5Z","language":"tr-TR",
               "message_id":"x","participant":{"name":"John Doe","id":"abc"},
               "transcript":[{"confidence":0.9,"text":"Merhaba"}]},
              {"event":"LEAVE","timestamp":"2026-11-23T09:10:00Z","participant":{"name":"John"}}]}
            """,
            "f");
    assertThat(lines)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.speaker()).isEqualTo("John Doe");
              assertThat(line.text()).isEqualTo("Merhaba");
              assertThat(line.language()).isEqualTo("tr-TR");
              assertThat(line.at()).isEqualTo(Instant.parse("2026-11-23T09:00:05.5Z"));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{}", "{\"messages\":3}", "7"})
  void saysWhatIsNone(String text) {
    assertThatThrownBy(() -> TranscriptFile.read(text, "f"))
        .isInstanceOf(TranscriptFile.Unreadable.class);
  }

  @Test
  void leavesOutWhatIsNoLine() throws Exception {
    String text =
        "[1, null, {}, {\"content\":\"x\"}, {\"content\":\"x\",\"timestamp\":\"soon\"},"
            + " {\"content\":\"yes\",\"time\":\"2026-11-23T10:00:00+01:00\"}]";
    assertThat(TranscriptFile.read(text, "f"))
        .extracting(Transcript.Line::text)
        .containsExactly("yes");
  }
}
