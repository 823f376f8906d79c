package dev.optima.backend.audit;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.AuditEntries;
import dev.optima.protocol.rest.AuditEntries.Entry;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.ConsentAnswer;
import dev.optima.protocol.rest.ConsentWording;
import dev.optima.protocol.rest.ImportApplicants;
import dev.optima.protocol.rest.NewBooking;
import dev.optima.protocol.rest.RecordingNews;
import dev.optima.protocol.rest.ScheduleMeeting;
import dev.optima.protocol.rest.Transcript;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each act of the services leaves one entry, inside its transaction.
class AuditTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final UserId READER = new UserId("reader");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aMeetingAgainstTheWarningAndWhoDidNotCome(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          Trail trail = new Trail(world.database);
          Instant at = world.clock.instant().plus(DAY);
          world.meetings.schedule(ayse, plan(mert, at, null));
          assertThat(trail.acts()).isEmpty();
          assertThatThrownBy(() -> world.meetings.schedule(ayse, plan(mert, at, null)))
              .isInstanceOf(Refusal.class);
          assertThat(trail.acts()).as("refused").isEmpty();

          MeetingId second =
              world
                  .meetings
                  .schedule(ayse.from("192.0.2.7"), plan(mert, at, "They asked for both"))
                  .meeting()
                  .meetingId();
          Entry entry = single(trail);
          assertThat(entry.act()).isEqualTo(AuditAct.CONFLICT_OVERRIDDEN);
          assertThat(entry.actorId()).isEqualTo(ayse.userId());
          assertThat(entry.actor()).isEqualTo(ayse.name());
          assertThat(entry.subjectId()).isEqualTo(second.value());
          assertThat(entry.subject()).isEqualTo("First interview · Name of mert");
          assertThat(entry.detail()).isEqualTo("They asked for both");
          assertThat(entry.address()).isEqualTo("192.0.2.7");

          world.clock.advance(DAY.plusHours(1));
          var absent = new CloseMeeting(CloseMeeting.Outcome.NO_SHOW, Absent.APPLICANT, null);
          world.meetings.close(ayse, second, absent);
          Entry marked = single(trail);
          assertThat(marked.act()).isEqualTo(AuditAct.NO_SHOW_MARKED);
          assertThat(marked.detail()).isEqualTo("applicant");
          assertThatThrownBy(() -> world.meetings.close(ayse, second, absent))
              .isInstanceOf(Refusal.class);
          assertThat(trail.acts()).as("the same again").isEmpty();
          var undo = new CloseMeeting(CloseMeeting.Outcome.UNDO, null, null);
          world.meetings.close(ayse, second, undo);
          assertThat(trail.acts()).containsExactly(AuditAct.NO_SHOW_UNDONE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aRecordingAndWhoReadWhatWasSaid(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          Trail trail = new Trail(world.database);
          world.features = Set.of("recording", "transcription");
          CallId call = talking(world, ayse, mert, "k");
          var recording = world.recording.service();
          assertThatThrownBy(() -> recording.ask(mert, call)).isInstanceOf(Refusal.class);
          assertThat(trail.acts()).as("refused, and calls of one's own").isEmpty();

          recording.ask(ayse, call);
          assertThat(single(trail).act()).isEqualTo(AuditAct.RECORDING_ASKED);
          ConsentWording wording = recording.text(mert, call, "en");
          recording.answer(mert, call, new ConsentAnswer(true, wording.version(), "en"));
          assertThat(trail.acts()).isEmpty();
          recording.news(ayse, call, new RecordingNews(true, "file", null, null));
          recording.news(ayse, call, new RecordingNews(true, "file", null, null));
          Entry started = single(trail);
          assertThat(started.act()).isEqualTo(AuditAct.RECORDING_STARTED);
          assertThat(started.detail()).isEqualTo("file");
          assertThat(started.subject()).isEqualTo("Name of mert");
          recording.news(ayse, call, new RecordingNews(false, "file", null, null));
          assertThat(trail.acts()).containsExactly(AuditAct.RECORDING_STOPPED);

          var transcripts = world.recording.transcripts();
          transcripts.read(ayse, call);
          assertThat(trail.acts()).as("there was nothing to read").isEmpty();
          Instant now = world.clock.instant();
          var line = new Transcript.Line("1", null, "Mert", "CANARY-SAID", "tr", now);
          transcripts.add(ayse, call, new Transcript(List.of(line)));
          assertThatThrownBy(() -> transcripts.read(mert, call)).isInstanceOf(Refusal.class);
          assertThat(trail.acts()).as("refused").isEmpty();
          transcripts.read(ayse, call);
          assertThat(single(trail).act()).isEqualTo(AuditAct.TRANSCRIPT_READ);
          assertThat(trail.all().toString()).doesNotContain("CANARY");
        });
  }

  @ParameterizedTest
  @EnumSource
  void bookingLinksAndImports(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          Trail trail = new Trail(world.database);
          Instant slot = world.clock.instant().plus(DAY);
          var wanted =
              new NewBooking(
                  "key",
                  mert.userId(),
                  "Talk",
                  null,
                  30,
                  null,
                  "Europe/Berlin",
                  List.of(slot),
                  null,
                  null,
                  null);
          var booking = world.bookings.offer(ayse, wanted);
          world.bookings.offer(ayse, wanted);
          Entry offered = single(trail);
          assertThat(offered.act()).isEqualTo(AuditAct.BOOKING_OFFERED);
          assertThat(offered.detail()).isEqualTo("Name of mert");
          String url = Objects.requireNonNull(booking.url());
          String code = url.substring(url.lastIndexOf('/') + 1);
          assertThat(offered.toString()).doesNotContain(code);
          world.bookings.revoke(ayse, booking.bookingId());
          world.bookings.revoke(ayse, booking.bookingId());
          assertThat(trail.acts()).containsExactly(AuditAct.BOOKING_REVOKED);

          String csv = "name,email\nAnna,anna@example.org\nBen,ben@example.org\nNobody,\n";
          world.imports.run(ayse, new ImportApplicants(csv, true, "tr", "UTC"));
          assertThat(trail.acts()).as("only looked at").isEmpty();
          world.imports.run(ayse, new ImportApplicants(csv, false, "tr", "UTC"));
          Entry imported = single(trail);
          assertThat(imported.act()).isEqualTo(AuditAct.APPLICANTS_IMPORTED);
          assertThat(imported.detail()).isEqualTo("2");
          world.imports.run(ayse, new ImportApplicants(csv, false, "tr", "UTC"));
          assertThat(trail.acts()).as("nothing was added").isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRolledBackIsNotThereAndWhatIsThereStaysAsItIs(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          AuditLog log = new AuditLog(world.clock);
          assertThatThrownBy(
                  () ->
                      world.database.<Boolean>write(
                          tx -> {
                            log.note(tx, ayse, AuditAct.CALL_ENDED, "c", "x", null);
                            throw Refusal.forbidden("after all");
                          }))
              .isInstanceOf(Refusal.class);
          assertThat(new Trail(world.database).all()).isEmpty();
          note(world, log, ayse, AuditAct.CALL_ENDED);
          for (String change :
              List.of(
                  "actor = 'somebody else'",
                  "subject = 'somebody else', detail = NULL",
                  "subject = NULL, detail = NULL, at = 0",
                  "subject = NULL, detail = NULL, actor_id = NULL",
                  "subject = NULL, detail = NULL, search = 'something else'")) {
            assertThatThrownBy(
                    () ->
                        world.database.<Integer>write(
                            tx -> tx.update("UPDATE audit_log SET " + change)))
                .as(change)
                .isInstanceOf(RuntimeException.class);
          }
          assertThat(new Trail(world.database).all())
              .singleElement()
              .satisfies(entry -> assertThat(entry.actor()).isEqualTo(ayse.name()));
        });
  }

  @ParameterizedTest
  @EnumSource
  void anExportIsNotInItselfAndSaysWhetherItIsCut(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          AuditLog log = new AuditLog(world.clock);
          AuditHistory history = new AuditHistory(world.database, world.clock);
          for (int i = 0; i < AuditHistory.MAX_PAGE + 5; i++) {
            note(world, log, ayse, AuditAct.SIGNED_IN);
          }
          AuditExport whole = history.export(ayse, AuditFilter.ALL, 1_000);
          assertThat(rows(whole)).hasSize(AuditHistory.MAX_PAGE + 5);
          assertThat(whole.isCut()).isFalse();
          AuditExport cut = history.export(ayse, AuditFilter.ALL, AuditHistory.MAX_PAGE + 2);
          List<Entry> rows = rows(cut);
          assertThat(rows).hasSize(AuditHistory.MAX_PAGE + 2);
          assertThat(cut.isCut()).isTrue();
          assertThat(rows.getFirst().act())
              .as("the export before")
              .isEqualTo(AuditAct.AUDIT_EXPORTED);
          assertThat(rows.get(1).act()).isEqualTo(AuditAct.SIGNED_IN);
        });
  }

  private static List<Entry> rows(AuditExport export) {
    List<Entry> rows = new ArrayList<>();
    for (var part = export.next(); part.isPresent(); part = export.next()) {
      rows.addAll(part.get());
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void isReadNewestFirstPageByPageThroughEachFilter(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          AuditLog log = new AuditLog(world.clock);
          AuditHistory history = new AuditHistory(world.database, world.clock);
          Identity ada = world.admin("ada");
          Instant begin = world.clock.instant();
          for (int i = 0; i < 30; i++) {
            note(world, log, i % 2 == 0 ? ayse : ada, acts(i), "Subject İ" + i);
            world.clock.advance(Duration.ofMillis(i % 3 == 0 ? 0 : 1_000));
          }
          List<String> subjects = new ArrayList<>();
          String before = null;
          do {
            AuditEntries page = history.page(READER, AuditFilter.ALL, before, 7);
            page.entries().forEach(entry -> subjects.add(entry.subject()));
            before = page.next();
          } while (before != null);
          List<String> expected = new ArrayList<>();
          for (int i = 29; i >= 0; i--) {
            expected.add("Subject İ" + i);
          }
          assertThat(subjects).containsExactlyElementsOf(expected);

          assertThat(find(history, new AuditFilter(ada.userId(), null, null, null, null)))
              .hasSize(15)
              .allMatch(entry -> ada.userId().equals(entry.actorId()));
          assertThat(find(history, new AuditFilter(null, AuditAct.SIGNED_IN, null, null, null)))
              .hasSize(10)
              .allMatch(entry -> entry.act() == AuditAct.SIGNED_IN);
          Instant from = begin.plusSeconds(5);
          Instant to = begin.plusSeconds(10);
          assertThat(find(history, new AuditFilter(null, null, from, to, null)))
              .isNotEmpty()
              .allMatch(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
              .hasSize(
                  (int)
                      find(history, AuditFilter.ALL).stream()
                          .filter(e -> !e.at().isBefore(from) && e.at().isBefore(to))
                          .count());
          assertThat(find(history, new AuditFilter(null, null, null, null, "subject i29")))
              .hasSize(1);
          assertThat(find(history, new AuditFilter(null, null, null, null, "100%"))).isEmpty();
        });
  }

  private static AuditAct acts(int i) {
    return i % 3 == 0 ? AuditAct.SIGNED_IN : AuditAct.CALLS_EXPORTED;
  }

  private static List<Entry> find(AuditHistory history, AuditFilter filter) {
    return history.page(READER, filter, null, AuditHistory.MAX_PAGE).entries();
  }

  private static void note(World world, AuditLog log, Identity who, AuditAct act) {
    note(world, log, who, act, null);
  }

  private static void note(
      World world, AuditLog log, Identity who, AuditAct act, @Nullable String subject) {
    world.database.<Boolean>write(
        tx -> {
          log.note(tx, who, act, null, subject, null);
          return true;
        });
  }

  private static Entry single(Trail trail) {
    List<Entry> fresh = trail.since();
    assertThat(fresh).hasSize(1);
    return fresh.getFirst();
  }

  private static CallId talking(World world, Identity ayse, Identity mert, String key) {
    CallId call = world.calls.request(ayse, room(mert), key).call().callId();
    world.calls.accept(mert, call, null);
    world.calls.joined(ayse, call);
    world.calls.joined(mert, call);
    return call;
  }

  private static ScheduleMeeting plan(Identity applicant, Instant at, @Nullable String reason) {
    return new ScheduleMeeting(
        null,
        applicant.userId(),
        at,
        30,
        "First interview",
        null,
        null,
        "Europe/Berlin",
        null,
        null,
        null,
        null,
        reason,
        null,
        null);
  }
}
