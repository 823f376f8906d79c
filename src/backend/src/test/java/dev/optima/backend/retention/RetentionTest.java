package dev.optima.backend.retention;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.analytics.CallTotals;
import dev.optima.backend.analytics.MeetingTotals;
import dev.optima.backend.audit.AuditFilter;
import dev.optima.backend.audit.AuditHistory;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.audit.Trail;
import dev.optima.backend.quality.Packing;
import dev.optima.backend.quality.QualityPacker;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.AuditEntries.Entry;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.ConsentAnswer;
import dev.optima.protocol.rest.ScheduleMeeting;
import dev.optima.protocol.rest.Transcript;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is too old goes, and nothing else.
class RetentionTest {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Duration AUDIT_KEPT = Duration.ofDays(200);
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aCallGoesWithAllThatHangsOnItAndTheChatStillSaysThatItWas(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          Retention retention = retention(world);
          Trail trail = new Trail(world.database);
          CallId call = recorded(world, ayse, mert);
          List<ChatEntry> before = chat(world, ayse, mert);
          trail.since();

          step(world, retention, KEPT);
          assertThat(count(world, "calls")).isEqualTo(1);
          assertThat(trail.acts()).isEmpty();

          step(world, retention, SECOND);
          for (String table :
              List.of(
                  "calls",
                  "call_participants",
                  "call_events",
                  "call_recordings",
                  "recording_consents",
                  "recordings",
                  "recording_links",
                  "recording_acts",
                  "transcript_lines",
                  "call_history")) {
            assertThat(count(world, table)).as(table).isZero();
          }
          assertThat(count(world, "call_totals")).isEqualTo(1);
          List<ChatEntry> after = chat(world, ayse, mert);
          assertThat(after).hasSameSizeAs(before);
          CallSnapshot said = Objects.requireNonNull(after.getLast().call());
          CallSnapshot was = Objects.requireNonNull(before.getLast().call());
          assertThat(said.callId()).isEqualTo(call);
          assertThat(said.outcome()).isEqualTo(CallOutcome.COMPLETED);
          assertThat(said.duration()).isEqualTo(was.duration()).isPositive();
          assertThat(said.state()).isEqualTo(CallState.ENDED);
          assertThat(said.participants())
              .hasSize(2)
              .allMatch(one -> one.joinedAt() == null && one.leftAt() == null && !one.present());
          assertThat(said.endedBy()).isNull();

          Entry entry = trail.since().getLast();
          assertThat(entry.act()).isEqualTo(AuditAct.DATA_EXPIRED);
          assertThat(entry.detail()).isEqualTo("calls 1, meetings 0");
          assertThat(entry.actorId()).isNull();
          retention.sweep();
          assertThat(trail.acts()).as("nothing was left").isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotOverStaysHoweverOld(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          Retention retention = retention(world);
          insert(world, "old", 0, null);
          insert(world, "over", 0, Duration.ofMinutes(5));
          Instant soon = world.clock.instant().plus(Duration.ofDays(1));
          MeetingId open = world.meetings.schedule(ayse, plan(mert, soon)).meeting().meetingId();
          MeetingId called =
              world
                  .meetings
                  .schedule(ayse, plan(mert, soon.plus(Duration.ofDays(200))))
                  .meeting()
                  .meetingId();
          world.meetings.cancel(ayse, called, new CancelMeeting(null, null, null));
          step(world, retention, Duration.ofDays(120));
          assertThat(
                  world.database.<List<String>>read(
                      tx -> tx.list("SELECT id FROM calls", r -> r.text(1))))
              .containsExactly("old");
          assertThat(meetings(world))
              .as("open, and called off ahead")
              .containsExactlyInAnyOrder(open.value(), called.value());
          step(world, retention, Duration.ofDays(120));
          step(world, retention, Duration.ofDays(60));
          assertThat(meetings(world)).containsExactly(open.value());
        });
  }

  @ParameterizedTest
  @EnumSource
  void aMeetingGoesWithItsHistoryAndMails(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          Retention retention = retention(world);
          Trail trail = new Trail(world.database);
          Instant at = world.clock.instant().plus(Duration.ofDays(1));
          MeetingId meeting = world.meetings.schedule(ayse, plan(mert, at)).meeting().meetingId();
          int lines = chat(world, ayse, mert).size();
          mail(world, mert, meeting);
          world.clock.advance(Duration.ofDays(1).plusMinutes(40));
          world.meetings.close(
              ayse, meeting, new CloseMeeting(CloseMeeting.Outcome.COMPLETED, null, null));
          trail.since();
          step(world, retention, KEPT);
          assertThat(meetings(world)).hasSize(1);
          step(world, retention, SECOND);
          for (String table :
              List.of(
                  "meetings", "meeting_interviewers", "meeting_history", "mails", "invitations")) {
            assertThat(count(world, table)).as(table).isZero();
          }
          assertThat(count(world, "meeting_totals")).isEqualTo(1);
          assertThat(chat(world, ayse, mert))
              .as("what was told")
              .hasSizeGreaterThanOrEqualTo(lines);
          assertThat(trail.since().getLast().detail()).isEqualTo("calls 0, meetings 1");
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatWasKilledInTheMiddleIsGoneOnWithAndToldOnce(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          Trail trail = new Trail(world.database);
          int many = 2 * Retention.TOGETHER + 20;
          for (int i = 0; i < many; i++) {
            insert(world, "call-" + i, i, Duration.ofMinutes(5));
          }
          AtomicInteger batches = new AtomicInteger();
          Retention dies =
              retention(
                  world,
                  (tx, calls) -> {
                    new CallTotals().fold(tx, calls);
                    if (batches.incrementAndGet() == 2) {
                      throw new IllegalStateException("killed");
                    }
                  });
          world.clock.advance(KEPT.plus(Duration.ofDays(2)));
          dies.sweep();
          assertThat(count(world, "calls")).isEqualTo(many - Retention.TOGETHER);
          assertThat(folded(world)).isEqualTo(Retention.TOGETHER);
          assertThat(trail.acts()).isEmpty();

          world.clock.advance(Lease.LIFE.plus(SECOND));
          retention(world).sweep();
          assertThat(count(world, "calls")).isZero();
          assertThat(folded(world)).isEqualTo(many);
          assertThat(trail.since())
              .singleElement()
              .satisfies(
                  entry -> assertThat(entry.detail()).isEqualTo("calls " + many + ", meetings 0"));
        });
  }

  @ParameterizedTest
  @EnumSource
  void aCallWhoseQualityIsNotPackedYetIsCountedWithItsScore(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          Retention retention = retention(world);
          retention.sweep();
          insert(world, "old", 0, Duration.ofMinutes(5));
          insert(world, "unmeasured", 10, Duration.ofMinutes(5));
          measured(world, "old");
          world.clock.advance(KEPT.plus(Duration.ofDays(1)));
          retention.sweep();
          assertThat(count(world, "calls")).isZero();
          assertThat(folded(world)).isEqualTo(2);
          assertThat(sum(world, "measured")).isEqualTo(1);
          assertThat(sum(world, "poor")).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void oneNodeDoesItAtATimeAndAnotherTakesOver(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          insert(world, "old", 0, Duration.ofMinutes(5));
          world.clock.advance(KEPT.plus(Duration.ofDays(2)));
          Lease other = new Lease();
          assertThat(take(world, other)).isTrue();
          Retention retention = retention(world);
          retention.sweep();
          assertThat(count(world, "calls")).as("another node is at it").isEqualTo(1);
          world.clock.advance(Lease.LIFE.minus(SECOND));
          assertThat(take(world, other)).as("still").isTrue();
          world.clock.advance(Lease.LIFE.plus(SECOND));
          retention.sweep();
          assertThat(count(world, "calls")).as("it died").isZero();
          assertThat(take(world, other)).as("the turn was given back").isTrue();
          world.clock.advance(Duration.ofDays(-365));
          assertThat(take(world, new Lease())).as("taken by a clock that was wrong").isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aClockThatIsSuddenlyYearsAheadEmptiesNothingHoweverOftenItIsLooked(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          AtomicLong runs = new AtomicLong();
          insert(world, "old", 0, Duration.ofMinutes(5));
          world.clock.advance(Duration.ofDays(30));
          insert(world, "young", 0, Duration.ofMinutes(5));
          measured(world, "old");
          BelievedTime time = new BelievedTime(world.clock, runs::get);
          sweepAll(world, time);
          world.clock.advance(Duration.ofDays(70 * 365));
          for (int restart = 0; restart < 10; restart++) {
            time = new BelievedTime(world.clock, runs::get);
            sweepAll(world, time);
            runs.addAndGet(Duration.ofDays(1).toNanos());
            sweepAll(world, time);
          }
          assertThat(count(world, "calls")).as("40 of 60 days").isEqualTo(2);
          assertThat(count(world, "call_quality_series")).isEqualTo(1);
          world.clock.advance(Duration.ofDays(-70 * 365));
          sweepAll(world, time);
          assertThat(count(world, "calls")).as("mended").isEqualTo(2);
          world.clock.advance(Duration.ofDays(61));
          sweepAll(world, time);
          assertThat(count(world, "calls")).as("after a standstill").isEqualTo(2);
          runs.addAndGet(Duration.ofDays(16).toNanos());
          sweepAll(world, time);
          assertThat(count(world, "calls")).as("comes up").isEqualTo(1);
          assertThat(count(world, "call_quality_series")).isZero();
        });
  }

  @ParameterizedTest
  @EnumSource
  void aClockIsNotBelievedAtFirstAndNodesShareWhatTheyBelieve(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          insert(world, "newest", 0, Duration.ofMinutes(5));
          Instant newest = world.clock.instant();
          world.clock.advance(Duration.ofDays(70 * 365));
          AtomicLong runs = new AtomicLong();
          BelievedTime one = new BelievedTime(world.clock, runs::get);
          BelievedTime other = new BelievedTime(world.clock, runs::get);
          for (int hour = 0; hour < 10; hour++) {
            look(world, one);
            look(world, other);
            runs.addAndGet(Duration.ofHours(1).toNanos());
          }
          assertThat(look(world, one)).isEqualTo(newest.plus(Duration.ofHours(40)));
          assertThat(look(world, other)).isEqualTo(newest.plus(Duration.ofHours(40)));
          world.clock.advance(Duration.ofDays(-100 * 365));
          assertThat(look(world, one)).as("before").isEqualTo(world.clock.instant());
          world.clock.advance(Duration.ofDays(60 * 365));
          assertThat(look(world, one)).as("kept").isBetween(newest, newest.plusSeconds(1));
        });
  }

  @ParameterizedTest
  @EnumSource
  void theAuditLogForgetsApplicantsWithTheirCallsAndNothingElse(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          Retention retention = retention(world);
          retention.sweep();
          Trail trail = new Trail(world.database);
          AuditLog log = new AuditLog(world.clock);
          recorded(world, ayse, mert);
          Identity here = ayse.from("192.0.2.7");
          world.database.<Boolean>write(
              tx -> {
                log.note(tx, here, AuditAct.MAIL_DELETED, "m", "mert@example.org", null);
                log.note(tx, here, AuditAct.NO_SHOW_MARKED, "n", "Talk · Mert", "applicant");
                log.note(tx, here, AuditAct.ACCOUNT_ADDED, "b", "Burak", "recruiter");
                return true;
              });
          List<Entry> before = trail.since();
          assertThat(before).hasSize(4);
          step(world, retention, KEPT.minus(Duration.ofMinutes(5)));
          assertThat(trail.all()).isEqualTo(before);

          step(world, retention, Duration.ofMinutes(6));
          List<Entry> after = trail.all();
          for (int i = 0; i < 3; i++) {
            Entry was = before.get(i);
            assertThat(after.get(i))
                .isEqualTo(
                    new Entry(
                        was.id(),
                        was.at(),
                        was.actorId(),
                        was.actor(),
                        was.act(),
                        was.subjectId(),
                        null,
                        null,
                        was.address()));
          }
          assertThat(after.get(3)).isEqualTo(before.get(3));
          AuditHistory history = new AuditHistory(world.database, world.clock);
          assertThat(
                  history
                      .page(
                          new UserId("ada"),
                          new AuditFilter(null, null, null, null, "mert"),
                          null,
                          9)
                      .entries())
              .isEmpty();
          assertThat(
                  history
                      .page(
                          new UserId("ada"),
                          new AuditFilter(null, null, null, null, "192.0.2.7"),
                          null,
                          9)
                      .entries())
              .hasSize(3);
        });
  }

  @ParameterizedTest
  @EnumSource
  void theAuditLogHasATimeOfItsOwn(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          Retention retention = retention(world);
          AuditLog log = new AuditLog(world.clock);
          world.database.<Boolean>write(
              tx -> {
                for (int i = 0; i < 1_200; i++) {
                  log.note(tx, ayse, AuditAct.SIGNED_IN, null, null, null);
                }
                return true;
              });
          world.clock.advance(SECOND);
          world.database.<Boolean>write(
              tx -> {
                log.note(tx, ayse, AuditAct.SIGNED_OUT, null, null, null);
                return true;
              });
          step(world, retention, AUDIT_KEPT.minus(SECOND));
          assertThat(count(world, "audit_log")).isEqualTo(1_201);
          step(world, retention, Duration.ofMillis(500));
          assertThat(new Trail(world.database).all())
              .singleElement()
              .satisfies(entry -> assertThat(entry.act()).isEqualTo(AuditAct.SIGNED_OUT));
        });
  }

  private static void step(World world, Retention retention, Duration time) {
    world.clock.advance(time);
    retention.sweep();
  }

  private static Instant look(World world, BelievedTime time) {
    return world.database.<Instant>write(time::look);
  }

  /// All that deletes what is old.
  private static void sweepAll(World world, BelievedTime time) {
    retention(world, new CallTotals(), time).sweep();
    new QualityPacker(world.database, KEPT, time).sweep();
    world.recording.sweeper(KEPT, time).sweep();
  }

  private static void measured(World world, String call) {
    world.database.<Boolean>write(
        tx -> {
          tx.update("UPDATE calls SET started_at = created_at WHERE id = ?", call);
          for (int i = 1; i <= 12; i++) {
            tx.update(
                "INSERT INTO call_quality (call_id, user_id, at, rtt, loss)"
                    + " VALUES (?, 'ayse', ?, 2.5, 0.6)",
                call,
                world.clock.instant().plusSeconds(5L * i));
          }
          return true;
        });
  }

  private static Retention retention(World world) {
    return retention(world, Packing.before(new CallTotals()));
  }

  private static Retention retention(World world, Folding<CallId> calls) {
    return retention(world, calls, world.time);
  }

  private static Retention retention(World world, Folding<CallId> calls, BelievedTime time) {
    return new Retention(
        world.database,
        new Retention.Terms(KEPT, AUDIT_KEPT),
        new Retention.Totals(calls, new MeetingTotals()),
        new AuditHistory(world.database, world.clock),
        time,
        world.clock);
  }

  private static CallId recorded(World world, Identity ayse, Identity mert) {
    world.features = Set.of("recording", "transcription");
    CallId call = world.calls.request(ayse, room(mert), "k").call().callId();
    world.calls.accept(mert, call, null);
    world.calls.joined(ayse, call);
    world.calls.joined(mert, call);
    var recording = world.recording.service();
    recording.ask(ayse, call);
    var answer = new ConsentAnswer(true, recording.text(mert, call, "en").version(), "en");
    recording.answer(mert, call, answer);
    Instant now = world.clock.instant();
    var line = new Transcript.Line("1", null, "Mert", "Merhaba", "tr", now);
    world.recording.transcripts().add(ayse, call, new Transcript(List.of(line)));
    world.clock.advance(Duration.ofSeconds(42));
    world.calls.end(ayse, call);
    return call;
  }

  private static List<ChatEntry> chat(World world, Identity ayse, Identity mert) {
    return world.chat.history().missed(ayse, room(mert), 0);
  }

  private static ScheduleMeeting plan(Identity applicant, Instant at) {
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
        null,
        null,
        null);
  }

  /// A call that began so many minutes from now; with no length it is live.
  private static void insert(World world, String id, int minute, @Nullable Duration length) {
    Instant at = world.clock.instant().plus(Duration.ofMinutes(minute));
    Instant end = length == null ? null : at.plus(length);
    world.database.<Integer>write(
        tx ->
            tx.update(
                "INSERT INTO calls (id, room_id, applicant_id, caller_id, request_key, media_room,"
                    + " state, outcome, version, created_at, together_millis, ended_at)"
                    + " VALUES (?, 'applicant_mert', 'mert', 'ayse', ?, ?, ?, ?, 1, ?, 0, ?)",
                id,
                "key-" + id,
                "media-" + id,
                length == null ? CallState.ACTIVE : CallState.ENDED,
                length == null ? null : CallOutcome.COMPLETED,
                at,
                end));
  }

  private static void mail(World world, Identity applicant, MeetingId meeting) {
    Instant now = world.clock.instant();
    world.database.<Integer>write(
        tx -> {
          tx.update(
              "INSERT INTO mails (id, kind, applicant_id, actor_id, actor_name, happened_at,"
                  + " recipient, subject, state, attempts, created_at, queued_at, next_attempt_at,"
                  + " link_expires_at, meeting_id) VALUES ('m', 'MEETING', ?, 'ayse', 'Ayse', ?,"
                  + " 'm@x.org', 'Interview', 'SENT', 1, ?, ?, ?, ?, ?)",
              applicant.userId(),
              now,
              now,
              now,
              now,
              now,
              meeting);
          return tx.update(
              "INSERT INTO invitations (id, code_hash, applicant_id, purpose, created_by,"
                  + " created_at, expires_at, mail_id) VALUES ('i', 'h', ?, 'ENTER', 'ayse', ?, ?,"
                  + " 'm')",
              applicant.userId(),
              now,
              now.plus(Duration.ofDays(7)));
        });
  }

  private static boolean take(World world, Lease lease) {
    return world.database.<Boolean>write(tx -> lease.take(tx, world.clock.instant()));
  }

  private static long folded(World world) {
    return sum(world, "calls");
  }

  private static long sum(World world, String column) {
    String sql = "SELECT SUM(" + column + ") FROM call_totals";
    return world.database.<Long>read(tx -> tx.first(sql, row -> row.number(1)).orElseThrow());
  }

  private static List<String> meetings(World world) {
    return world.database.read(tx -> tx.list("SELECT id FROM meetings", row -> row.text(1)));
  }

  private static int count(World world, String table) {
    return world.database.<Integer>read(
        tx -> tx.first("SELECT COUNT(*) FROM " + table, row -> row.integer(1)).orElseThrow());
  }
}
