package dev.optima.backend.recording;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.provider.Tickets;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallRecording.State;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage.VideoCallRecording;
import dev.optima.protocol.recording.RecordingMode;
import dev.optima.protocol.rest.ConsentAnswer;
import dev.optima.protocol.rest.RecordingHistory;
import dev.optima.protocol.rest.RecordingNews;
import dev.optima.protocol.rest.Transcript;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordingTest {
  private static final ConsentAnswer YES = new ConsentAnswer(true, ConsentText.VERSION, "tr");
  private static final ConsentAnswer NO = new ConsentAnswer(false, ConsentText.VERSION, "tr");
  private static final RecordingNews ON = new RecordingNews(true, "file", null, null);
  private static final RecordingNews OFF = new RecordingNews(false, "file", null, null);

  @TempDir Path folder;

  /// Ayşe and Mert talk over a service that records and transcribes.
  private interface Talk {
    void in(World world, RecordingService recording, Identity ayse, Identity mert, CallId call);
  }

  private void on(Engine engine, Talk talk) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          world.features = Set.of("recording", "transcription");
          CallId call = talking(world, ayse, mert, "k");
          world.bus.clear();
          talk.in(world, world.recording.service(), ayse, mert, call);
        });
  }

  private static CallId talking(World world, Identity ayse, Identity mert, String key) {
    CallId call = world.calls.request(ayse, room(mert), key).call().callId();
    world.calls.accept(mert, call, null);
    world.calls.joined(ayse, call);
    world.calls.joined(mert, call);
    return call;
  }

  private static ErrorCode refused(Runnable deed) {
    return catchThrowableOfType(Refusal.class, deed::run).code();
  }

  private static List<CallRecording> told(World world, Identity who) {
    return world.bus.to(who.userId()).stream()
        .filter(VideoCallRecording.class::isInstance)
        .map(message -> ((VideoCallRecording) message).recording())
        .toList();
  }

  private static List<String> acts(RecordingHistory history) {
    return history.acts().stream().map(RecordingHistory.Act::act).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aRecordingFromTheQuestionToTheLink(Engine engine) {
    on(
        engine,
        (world, recording, ayse, mert, call) -> {
          assertThat(recording.get(mert, call)).isEqualTo(CallRecording.NONE);
          CallRecording asked = recording.ask(ayse, call);
          assertThat(asked.state()).isEqualTo(State.ASKED);
          assertThat(asked.askedBy()).isEqualTo("Name of ayse");
          assertThat(asked.textVersion()).isEqualTo(ConsentText.VERSION);
          assertThat(told(world, mert)).containsExactly(asked);
          assertThat(told(world, ayse)).containsExactly(asked);

          world.clock.advance(Duration.ofSeconds(5));
          Instant agreed = world.clock.instant();
          assertThat(recording.answer(mert, call, YES).state()).isEqualTo(State.AGREED);
          world.clock.advance(Duration.ofSeconds(5));
          CallRecording running = recording.news(ayse, call, ON);
          assertThat(running.state()).isEqualTo(State.RECORDING);
          assertThat(running.recordingSince()).isEqualTo(world.clock.instant());
          assertThat(recording.news(ayse, call, ON)).as("said twice").isEqualTo(running);
          world.clock.advance(Duration.ofSeconds(60));
          assertThat(recording.news(ayse, call, OFF).state()).isEqualTo(State.AGREED);
          world.bus.clear();

          String link = "https://recordings.example/abc?sig=1";
          CallRecording kept =
              recording.news(ayse, call, new RecordingNews(false, "file", link, null));
          assertThat(kept.links()).containsExactly(link);
          assertThat(told(world, ayse).getLast().links()).containsExactly(link);
          assertThat(told(world, mert).getLast().links()).isEmpty();
          assertThat(recording.get(mert, call).links()).isEmpty();

          RecordingHistory history = recording.history(ayse, call);
          assertThat(history.consents())
              .singleElement()
              .satisfies(
                  consent -> {
                    assertThat(consent.askedBy()).isEqualTo("Name of ayse");
                    assertThat(consent.given()).isTrue();
                    assertThat(consent.answeredAt()).isEqualTo(agreed);
                    assertThat(consent.language()).isEqualTo("tr");
                    assertThat(consent.text()).isEqualTo(recording.text(mert, call, "tr").whole());
                  });
          assertThat(history.recordings())
              .singleElement()
              .satisfies(
                  stretch ->
                      assertThat(Duration.between(stretch.since(), stretch.until()))
                          .isEqualTo(Duration.ofSeconds(60)));
          assertThat(acts(history))
              .containsExactly("asked", "agreed", "started", "stopped", "link");
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatBeginsWithoutConsentIsToldToStopAndWrittenDown(Engine engine) {
    on(
        engine,
        (world, recording, ayse, mert, call) -> {
          CallRecording answer = recording.news(ayse, call, ON);
          assertThat(answer.state()).isEqualTo(State.OFF);
          assertThat(told(world, ayse)).containsExactly(answer);
          recording.ask(ayse, call);
          recording.answer(mert, call, NO);
          assertThat(recording.news(ayse, call, OFF).state()).isEqualTo(State.REFUSED);
          assertThat(recording.news(ayse, call, ON).state()).isEqualTo(State.REFUSED);

          RecordingHistory history = recording.history(ayse, call);
          assertThat(history.recordings()).isEmpty();
          assertThat(acts(history)).containsOnlyOnce("asked", "refused").contains("stray");
          world.recording.desk().uploaded(call, "https://x.example/r.mp4", world.clock.instant());
          assertThat(recording.get(ayse, call).links()).isEmpty();
          assertThat(acts(recording.history(ayse, call))).contains("refused_link");
          assertThat(world.calls.status(ayse, call).state().isTerminal())
              .as("a refusal does not end the call")
              .isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource
  void withdrawingStopsItAtOnce(Engine engine) {
    on(
        engine,
        (world, recording, ayse, mert, call) -> {
          recording.ask(ayse, call);
          recording.answer(mert, call, YES);
          recording.news(ayse, call, ON);
          world.bus.clear();
          world.clock.advance(Duration.ofSeconds(20));
          assertThat(recording.answer(mert, call, NO).state()).isEqualTo(State.WITHDRAWN);
          assertThat(told(world, ayse))
              .singleElement()
              .extracting(CallRecording::state)
              .isEqualTo(State.WITHDRAWN);
          assertThat(recording.news(ayse, call, ON).state()).isEqualTo(State.WITHDRAWN);
          assertThat(recording.answer(mert, call, NO).state())
              .as("said twice")
              .isEqualTo(State.WITHDRAWN);
          world.clock.advance(Duration.ofSeconds(2));
          recording.news(ayse, call, OFF);
          RecordingHistory history = recording.history(ayse, call);
          assertThat(history.consents().getFirst().withdrawnAt()).isNotNull();
          assertThat(history.recordings().getFirst().until()).isNotNull();

          assertThat(recording.ask(ayse, call).state()).isEqualTo(State.ASKED);
          recording.answer(mert, call, NO);
          assertThat(refused(() -> recording.ask(ayse, call))).isEqualTo(ErrorCode.FORBIDDEN);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoMayDoWhat(Engine engine) {
    on(
        engine,
        (world, recording, ayse, mert, call) -> {
          Identity burak = world.recruiter("burak");
          Identity stranger = world.applicant("zeynep");
          assertThat(refused(() -> recording.ask(burak, call))).isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(refused(() -> recording.ask(mert, call))).isEqualTo(ErrorCode.FORBIDDEN);
          recording.ask(ayse, call);
          assertThat(refused(() -> recording.answer(ayse, call, YES)))
              .isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(refused(() -> recording.answer(stranger, call, YES)))
              .isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(refused(() -> recording.get(stranger, call))).isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(refused(() -> recording.news(mert, call, ON))).isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(refused(() -> recording.history(mert, call))).isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(refused(() -> world.recording.transcripts().read(mert, call)))
              .isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(recording.get(burak, call).state()).isEqualTo(State.ASKED);
          var old = new ConsentAnswer(true, "0", "tr");
          assertThat(refused(() -> recording.answer(mert, call, old))).isEqualTo(ErrorCode.STALE);
          assertThat(
                  refused(() -> recording.answer(mert, call, new ConsentAnswer(true, "1", "de"))))
              .isEqualTo(ErrorCode.INVALID);
        });
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsAskedWhereNothingIsOfferedOrTheCallIsOver(Engine engine) {
    on(
        engine,
        (world, recording, ayse, mert, call) -> {
          world.features = Set.of("lobby");
          assertThat(refused(() -> recording.ask(ayse, call))).isEqualTo(ErrorCode.FORBIDDEN);
          world.features = Set.of("recording");
          recording.ask(ayse, call);
          recording.answer(mert, call, YES);
          recording.news(ayse, call, ON);
          world.calls.end(ayse, call);
          assertThat(refused(() -> recording.ask(ayse, call))).isEqualTo(ErrorCode.STALE);
          assertThat(refused(() -> recording.answer(mert, call, NO))).isEqualTo(ErrorCode.STALE);
          assertThat(recording.get(ayse, call).state())
              .as("a call that is over is not recorded")
              .isEqualTo(State.AGREED);
          assertThat(recording.history(ayse, call).recordings().getFirst().until())
              .isEqualTo(world.calls.status(ayse, call).endedAt());
        });
  }

  @ParameterizedTest
  @EnumSource
  void theMediaServersOwnNewsMayComeTwiceAndInAnyOrder(Engine engine) {
    on(
        engine,
        (world, recording, ayse, mert, call) -> {
          RecordingNewsDesk desk = world.recording.desk();
          recording.ask(ayse, call);
          recording.answer(mert, call, YES);
          Instant begun = world.clock.instant().plusSeconds(3);
          Instant ended = begun.plusSeconds(60);
          world.clock.advance(Duration.ofSeconds(90));
          desk.ended(call, RecordingMode.FILE, ended);
          desk.started(call, RecordingMode.FILE, begun);
          assertThat(recording.get(ayse, call).state()).isEqualTo(State.AGREED);

          Instant again = world.clock.instant();
          desk.started(call, RecordingMode.FILE, again);
          desk.started(call, RecordingMode.FILE, again);
          assertThat(recording.get(ayse, call).state()).isEqualTo(State.RECORDING);
          desk.ended(call, RecordingMode.FILE, ended);
          assertThat(recording.get(ayse, call).state()).isEqualTo(State.RECORDING);
          desk.uploaded(call, "https://x.example/1.mp4", again, world.clock.instant());
          desk.uploaded(call, "https://x.example/1.mp4", again, world.clock.instant());
          desk.uploaded(call, "https://x.example/2.mp4", begun.minusSeconds(500), again);
          desk.uploaded(call, "javascript:alert(1)", null, again);
          assertThat(recording.get(ayse, call).links()).containsExactly("https://x.example/1.mp4");
          assertThat(recording.history(ayse, call).recordings()).hasSize(1);
          desk.started(new CallId("unknown"), RecordingMode.FILE, again);
        });
  }

  @ParameterizedTest
  @EnumSource
  void theTranscriptHasWhatWasSaidWhileTheConsentStood(Engine engine) {
    on(
        engine,
        (world, recording, ayse, mert, call) -> {
          TranscriptService transcripts = world.recording.transcripts();
          Instant before = world.clock.instant();
          assertThat(
                  refused(() -> transcripts.add(ayse, call, said(line("a", "Mert", "x", before)))))
              .isEqualTo(ErrorCode.FORBIDDEN);
          recording.ask(ayse, call);
          world.clock.advance(Duration.ofSeconds(10));
          recording.answer(mert, call, YES);
          Instant first = world.clock.instant().plusSeconds(5);
          world.clock.advance(Duration.ofSeconds(20));
          Transcript heard =
              said(
                  line("early", "Mert", "before the yes", before),
                  line("2", "Ayşe", "Second", first.plusSeconds(2)),
                  line("1", "Mert", "First", first));
          transcripts.add(ayse, call, heard);
          transcripts.add(ayse, call, heard);
          recording.answer(mert, call, NO);
          Instant gone = world.clock.instant();
          world.clock.advance(Duration.ofSeconds(5));
          transcripts.add(ayse, call, said(line("3", "Mert", "after", gone.plusSeconds(2))));
          world.calls.end(mert, call);
          transcripts.add(ayse, call, said(line("4", "Ayşe", "Third", first.plusSeconds(3))));

          assertThat(transcripts.read(ayse, call).lines())
              .extracting(Transcript.Line::text)
              .containsExactly("First", "Second", "Third");
          assertThat(recording.history(ayse, call).lines()).isEqualTo(3);
          assertThat(refused(() -> transcripts.add(mert, call, heard)))
              .isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(refused(() -> transcripts.add(ayse, call, said(line("", "A", "t", first)))))
              .isEqualTo(ErrorCode.INVALID);
        });
  }

  @ParameterizedTest
  @EnumSource
  void thePagesLastWordsAreHeardThoughTheCallIsOver(Engine engine) {
    on(
        engine,
        (world, recording, ayse, mert, call) -> {
          recording.ask(ayse, call);
          recording.answer(mert, call, YES);
          Instant last = world.clock.instant();
          var ticket = new Tickets.Ticket(call, ayse.userId(), Role.RECRUITER);
          world.calls.end(mert, call);
          world.clock.advance(Duration.ofSeconds(30));
          assertThat(refused(() -> world.calls.holder(ticket))).isEqualTo(ErrorCode.STALE);
          Identity page = world.calls.lateHolder(ticket);
          world.recording.transcripts().add(page, call, said(line("1", "Mert", "Bye", last)));
          assertThat(world.recording.transcripts().read(ayse, call).lines()).hasSize(1);
          assertThat(refused(() -> world.calls.join(page, call))).isEqualTo(ErrorCode.STALE);
          assertThat(refused(() -> recording.ask(page, call))).isEqualTo(ErrorCode.STALE);
          world.clock.advance(Duration.ofMinutes(2));
          assertThat(refused(() -> world.calls.lateHolder(ticket))).isEqualTo(ErrorCode.STALE);
        });
  }

  private static Transcript said(Transcript.Line... lines) {
    return new Transcript(List.of(lines));
  }

  private static Transcript.Line line(String id, String speaker, String text, Instant at) {
    return new Transcript.Line(id, null, speaker, text, "tr", at);
  }

  @ParameterizedTest
  @EnumSource
  void ofAYesTakenBackWhileAStartIsUnderWayNothingStaysRecording(Engine engine) throws Exception {
    try (var world = new World(engine.open(folder));
        ExecutorService threads = Executors.newFixedThreadPool(6)) {
      world.features = Set.of("recording");
      Identity ayse = world.recruiter("ayse");
      RecordingService recording = world.recording.service();
      for (int round = 0; round < 12; round++) {
        Identity mert = world.applicant("mert" + round);
        CallId call = talking(world, ayse, mert, "k" + round);
        recording.ask(ayse, call);
        recording.answer(mert, call, YES);
        var start = new CountDownLatch(1);
        var deeds = new ArrayList<Future<?>>();
        for (int i = 0; i < 3; i++) {
          deeds.add(threads.submit(() -> after(start, () -> recording.news(ayse, call, ON))));
        }
        deeds.add(
            threads.submit(
                () ->
                    after(
                        start,
                        () ->
                            world
                                .recording
                                .desk()
                                .started(call, RecordingMode.FILE, world.clock.instant()))));
        deeds.add(threads.submit(() -> after(start, () -> recording.answer(mert, call, NO))));
        start.countDown();
        for (Future<?> deed : deeds) {
          deed.get();
        }
        CallRecording last = recording.get(ayse, call);
        assertThat(last.state()).isEqualTo(State.WITHDRAWN);
        assertThat(recording.news(ayse, call, ON).state()).isEqualTo(State.WITHDRAWN);
        assertThat(told(world, ayse).stream().max(Comparator.comparing(CallRecording::version)))
            .get()
            .extracting(CallRecording::state)
            .isEqualTo(State.WITHDRAWN);
        assertThat(acts(recording.history(ayse, call)))
            .filteredOn(act -> act.equals("started") || act.equals("stray"))
            .hasSizeLessThanOrEqualTo(1);
        world.calls.end(ayse, call);
        world.clock.advance(Duration.ofMinutes(40));
      }
    }
  }

  private static void after(CountDownLatch start, Runnable deed) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    deed.run();
  }

  @ParameterizedTest
  @EnumSource
  void aRestartForgetsNothing(Engine engine) {
    StoreConfig place = engine.fresh(folder);
    CallId call;
    try (var world = new World(place.open())) {
      world.features = Set.of("recording");
      Identity mert = world.applicant("mert");
      call = talking(world, world.recruiter("ayse"), mert, "k");
      world.recording.service().ask(world.recruiter("ayse"), call);
      world.recording.service().answer(mert, call, YES);
      world.recording.service().news(world.recruiter("ayse"), call, ON);
    }
    try (var world = new World(place.open())) {
      RecordingService recording = world.recording.service();
      Identity ayse = world.recruiter("ayse");
      assertThat(recording.get(ayse, call).state()).isEqualTo(State.RECORDING);
      recording.answer(World.identity("mert"), call, NO);
      assertThat(recording.news(ayse, call, ON).state()).isEqualTo(State.WITHDRAWN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsErasedTakesAllOfItAlong(Engine engine) {
    on(
        engine,
        (world, recording, ayse, mert, call) -> {
          recording.ask(ayse, call);
          recording.answer(mert, call, YES);
          recording.news(ayse, call, ON);
          world.recording.desk().uploaded(call, "https://x.example/1", world.clock.instant());
          world.recording.desk().transcribed(call, "https://x.example/2", world.clock.instant());
          Instant now = world.clock.instant();
          world.recording.transcripts().add(ayse, call, said(line("1", "Mert", "Hello", now)));
          Database database = world.database;
          database.<Integer>write(
              tx -> tx.update("DELETE FROM applicants WHERE id = ?", mert.userId()));
          for (String table :
              List.of(
                  "call_recordings",
                  "recording_consents",
                  "recordings",
                  "recording_links",
                  "recording_acts",
                  "transcript_lines",
                  "transcript_files")) {
            assertThat(
                    database.<Long>read(
                        tx ->
                            tx.first("SELECT count(*) FROM " + table, row -> row.number(1))
                                .orElse(-1L)))
                .as(table)
                .isZero();
          }
        });
  }
}
