package dev.optima.backend.recording;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.rest.ConsentAnswer;
import dev.optima.protocol.rest.RecordingHistory;
import dev.optima.protocol.rest.RecordingNews;
import dev.optima.protocol.rest.Transcript;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is kept of a recording, and for how long.
class RecordingsKeptTest {
  private static final ConsentAnswer YES = new ConsentAnswer(true, ConsentText.VERSION, "en");
  private static final RecordingNews ON = new RecordingNews(true, "file", null, null);
  private static final RecordingNews OFF = new RecordingNews(false, "file", null, null);
  private static final String LINK = "https://recordings.example/1";

  @TempDir private Path folder;

  private static CallId talking(World world, Identity ayse, Identity mert) {
    world.features = Set.of("recording", "transcription");
    CallId call = world.calls.request(ayse, room(mert), "k").call().callId();
    world.calls.accept(mert, call, null);
    world.calls.joined(ayse, call);
    world.calls.joined(mert, call);
    return call;
  }

  @ParameterizedTest
  @EnumSource
  void whatWasRecordedGoesWhenItWasPromisedToAndTheConsentStays(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          RecordingService recording = world.recording.service();
          RecordingSweeper sweeper = world.recording.sweeper(Duration.ofDays(30), world.time);
          CallId call = talking(world, ayse, mert);
          recording.ask(ayse, call);
          recording.answer(mert, call, YES);
          recording.news(ayse, call, ON);
          Instant now = world.clock.instant();
          var line = new Transcript.Line("1", null, "Mert", "Merhaba", "tr", now);
          world.recording.transcripts().add(ayse, call, new Transcript(List.of(line)));
          world.recording.desk().transcribed(call, LINK, now);
          recording.news(ayse, call, new RecordingNews(false, "file", LINK, null));
          world.calls.end(ayse, call);

          world.clock.advance(Duration.ofDays(30));
          sweeper.sweep();
          assertThat(recording.get(ayse, call).links()).containsExactly(LINK);
          assertThat(world.recording.transcripts().read(ayse, call).lines()).hasSize(1);

          world.clock.advance(Duration.ofSeconds(1));
          sweeper.sweep();
          RecordingHistory history = recording.history(ayse, call);
          assertThat(history.recording().links()).isEmpty();
          assertThat(world.recording.transcripts().read(ayse, call).lines()).isEmpty();
          Instant later = world.clock.instant();
          List<TranscriptStore.Due> files =
              world.database.read(tx -> world.recording.lines().due(tx, later, 10));
          assertThat(files).isEmpty();
          assertThat(history.consents()).hasSize(1);
          assertThat(history.recordings()).hasSize(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void howeverMuchHappenedWhatBeganWithoutConsentIsNotForgotten(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          RecordingService recording = world.recording.service();
          CallId call = talking(world, ayse, mert);
          Instant now = world.clock.instant();
          world.database.<Boolean>write(
              tx -> {
                for (int i = 0; i < 500; i++) {
                  world.recording.consents().note(tx, call, "failed", now, null, "file: busy");
                }
                return true;
              });
          world.clock.advance(Duration.ofSeconds(1));
          recording.news(ayse, call, ON);
          recording.news(ayse, call, OFF);
          recording.ask(ayse, call);
          recording.answer(mert, call, YES);

          recording.news(ayse, call, new RecordingNews(false, "file", LINK, null));

          assertThat(recording.get(ayse, call).links()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aRecordingThatWentOnAfterTheNoIsNotKept(Engine engine) {
    assertThat(linksAfterANo(engine, Duration.ofSeconds(5))).containsExactly(LINK);
    assertThat(linksAfterANo(engine, Duration.ofMinutes(5))).isEmpty();
  }

  /// @param late how long after the no it stops
  private List<String> linksAfterANo(Engine engine, Duration late) {
    var links = new ArrayList<String>();
    Story.on(
        engine,
        folder.resolve(late.toString()),
        (world, ayse, mert) -> {
          RecordingService recording = world.recording.service();
          CallId call = talking(world, ayse, mert);
          recording.ask(ayse, call);
          recording.answer(mert, call, YES);
          recording.news(ayse, call, ON);
          Instant begun = world.clock.instant();
          world.clock.advance(Duration.ofSeconds(60));
          recording.answer(mert, call, new ConsentAnswer(false, ConsentText.VERSION, "en"));
          world.clock.advance(late);
          recording.news(ayse, call, OFF);
          world.recording.desk().uploaded(call, LINK, begun, world.clock.instant());
          links.addAll(recording.get(ayse, call).links());
        });
    return links;
  }
}
