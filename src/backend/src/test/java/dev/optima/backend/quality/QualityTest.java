package dev.optima.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality.Limit;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.CallQuality;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What browsers measured, from the report to what the team reads.
class QualityTest {
  @TempDir Path folder;

  /// A call of two, which the bodies of the tests take on.
  private record Talk(World world, Identity ayse, Identity mert, CallId call) {
    void report(Identity who, double rtt, double loss) {
      world.quality.report(
          who,
          new VideoCallQuality(
              call,
              rtt,
              loss,
              0.004,
              1_200_000.0,
              29.0,
              1280,
              720,
              loss,
              loss,
              0.05,
              0.0,
              0.0,
              29.0,
              3e6,
              Limit.NONE));
    }

    /// Five-second reports of both.
    void talk(int reports) {
      for (int i = 0; i < reports; i++) {
        world.clock.advance(Duration.ofSeconds(5));
        report(ayse, 0.04, 0);
        report(mert, 0.05, 0.1);
        if (i % 4 == 0) {
          world.calls.alive(ayse, call);
          world.calls.alive(mert, call);
        }
      }
    }

    void end() {
      world.calls.end(ayse, call);
    }

    CallQuality quality() {
      return world.quality.of(ayse, call);
    }

    long count(String sql) {
      return world.database.read(tx -> tx.first(sql, row -> row.number(1)).orElseThrow());
    }

    long raw() {
      return count("SELECT COUNT(*) FROM call_quality");
    }

    long packed() {
      return count("SELECT COUNT(*) FROM call_quality_series");
    }

    long samples() {
      return count("SELECT COUNT(*) FROM call_quality_series WHERE length(samples) > 0");
    }

    Optional<Double> score() {
      return world.database.read(
          tx ->
              tx.first(
                      "SELECT score FROM calls WHERE id = ?",
                      row -> Optional.ofNullable(row.realOrNull(1)),
                      call)
                  .orElseThrow());
    }
  }

  private interface Body {
    void run(Talk talk);
  }

  private static Talk talk(World world) {
    Identity ayse = world.recruiter("ayse");
    Identity mert = world.applicant("mert");
    CallId call = world.calls.request(ayse, World.room(mert), "k").call().callId();
    world.calls.accept(mert, call, null);
    world.calls.joined(ayse, call);
    world.calls.joined(mert, call);
    return new Talk(world, ayse, mert, call);
  }

  private void on(Engine engine, Body body) {
    try (Database database = engine.open(folder)) {
      body.run(talk(new World(database)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLiveCallIsReadLikeOneThatIsOver(Engine engine) {
    on(
        engine,
        talk -> {
          talk.talk(30);
          CallQuality live = talk.quality();
          talk.end();
          CallQuality unpacked = talk.quality();
          talk.world.packer.pack(talk.call);
          CallQuality packed = talk.quality();

          assertThat(live.people()).hasSize(2);
          assertThat(live.people()).allMatch(p -> p.step() == 5 && p.samples().size() == 30);
          assertThat(live.people().getLast().samples().getFirst().loss()).isEqualTo(0.1);
          assertThat(unpacked).isEqualTo(live);
          assertThat(packed).isEqualTo(live);
        });
  }

  @ParameterizedTest
  @EnumSource
  void packingGivesTheCallItsScoreAndTheRowsGo(Engine engine) {
    on(
        engine,
        talk -> {
          talk.talk(10);
          assertThat(talk.raw()).isEqualTo(20);
          talk.world.packer.pack(talk.call);
          assertThat(talk.raw()).as("not while it is live").isEqualTo(20);
          talk.end();

          talk.world.packer.pack(talk.call);

          assertThat(talk.raw()).isZero();
          assertThat(talk.packed()).isEqualTo(2);
          CallQuality quality = talk.quality();
          assertThat(talk.score()).contains(Objects.requireNonNull(quality.score()));
          assertThat(quality.score())
              .as("of whoever has it worst")
              .isEqualTo(quality.people().getLast().score())
              .isLessThan(Objects.requireNonNull(quality.people().getFirst().score()));
          assertThat(quality.reasons()).hasSize(1);
          assertThat(quality.reasons().getFirst().cause()).isEqualTo(CallQuality.Cause.LOSS);
          assertThat(quality.reasons().getFirst().userId()).isNull();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatANodeLeftBehindIsSweptAndOnceMoreChangesNothing(Engine engine) {
    on(
        engine,
        talk -> {
          talk.talk(10);
          talk.end();
          CallQuality before = talk.quality();

          talk.world.packer.sweep();
          talk.world.packer.sweep();
          talk.world.packer.pack(talk.call);

          assertThat(talk.raw()).isZero();
          assertThat(talk.packed()).isEqualTo(2);
          assertThat(talk.quality()).isEqualTo(before);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aRestartInTheMiddleLosesNothing(Engine engine) {
    StoreConfig config = engine.fresh(folder);
    Talk first;
    try (Database database = config.open()) {
      first = talk(new World(database));
      first.talk(5);
    }
    try (Database database = config.open()) {
      var world = new World(database);
      world.clock.advance(Duration.between(world.clock.instant(), first.world.clock.instant()));
      var again = new Talk(world, first.ayse, first.mert, first.call);
      again.talk(5);
      again.end();
      world.packer.sweep();

      assertThat(again.quality().people()).allMatch(p -> p.samples().size() == 10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasMeasuredBeforeTheyMetIsNoScore(Engine engine) {
    on(
        engine,
        talk -> {
          talk.talk(10);
          talk.end();
          talk.world.database.<Integer>write(
              tx -> tx.update("UPDATE calls SET started_at = NULL WHERE id = ?", talk.call));
          talk.world.packer.sweep();

          assertThat(talk.raw()).isZero();
          assertThat(talk.packed()).isZero();
          assertThat(talk.score()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatComesAfterTheEndIsNotCounted(Engine engine) {
    on(
        engine,
        talk -> {
          talk.talk(3);
          talk.end();
          talk.world.clock.advance(Duration.ofSeconds(5));

          assertThat(refused(() -> talk.report(talk.mert, 0.9, 0.5)).code())
              .isEqualTo(ErrorCode.STALE);

          // Another node believes for a while that the call is live.
          var reports = new ReportStore();
          var late =
              new ReportStore.Report(
                  talk.world.clock.instant(),
                  dev.optima.protocol.quality.Measured.of(
                      new VideoCallQuality(talk.call, 0.9, 0.5, null, null, null, null, null)));
          assertThat(
                  talk.world.database.<Boolean>write(
                      tx -> reports.insert(tx, talk.call, talk.mert.userId(), late)))
              .isFalse();
          assertThat(talk.raw()).isEqualTo(6);

          // Or a row slips in beside the packing.
          CallQuality before = talk.quality();
          talk.world.packer.pack(talk.call);
          talk.world.database.<Integer>write(
              tx ->
                  tx.update(
                      "INSERT INTO call_quality (call_id, user_id, at, rtt) VALUES (?, ?, ?, ?)",
                      talk.call,
                      talk.mert.userId(),
                      talk.world.clock.instant(),
                      0.9));
          assertThat(talk.quality()).isEqualTo(before);
          talk.world.packer.sweep();
          assertThat(talk.raw()).isZero();
          assertThat(talk.quality()).isEqualTo(before);
        });
  }

  @ParameterizedTest
  @EnumSource
  void duplicatesAreNotCountedTwice(Engine engine) {
    on(
        engine,
        talk -> {
          talk.talk(3);
          talk.report(talk.ayse, 0.9, 0.9);
          talk.world.clock.advance(Duration.ofMillis(1200));
          talk.report(talk.ayse, 0.04, 0);

          assertThat(talk.quality().people().getFirst().samples()).hasSize(3);
          assertThat(talk.quality().people().getFirst().samples())
              .allMatch(s -> Objects.equals(s.rtt(), 0.04));
        });
  }

  @ParameterizedTest
  @EnumSource
  void reportsAreToldToWhoeverWatchesAndEmptyOnesAreNot(Engine engine) {
    on(
        engine,
        talk -> {
          var told = new ArrayList<SideBars>();
          talk.world.quality.watch(told::add);

          talk.report(talk.mert, 0.2, 0.0);
          talk.report(talk.mert, 0.9, 0.0); // within the same second
          talk.world.quality.report(
              talk.ayse, new VideoCallQuality(talk.call, null, null, null, null, null, null, null));

          assertThat(told)
              .containsExactly(
                  new SideBars(talk.call, talk.mert.userId(), 3, talk.world.clock.instant()));
          assertThat(talk.raw()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void afterNinetyDaysTheScoreIsWhatIsLeft(Engine engine) {
    on(
        engine,
        talk -> {
          talk.talk(10);
          talk.end();
          talk.world.packer.pack(talk.call);
          Optional<Double> score = talk.score();
          CallQuality before = talk.quality();

          talk.world.clock.advance(Duration.ofDays(89));
          talk.world.packer.sweep();
          assertThat(talk.packed()).isEqualTo(2);
          talk.world.clock.advance(Duration.ofDays(2));
          talk.world.packer.sweep();

          assertThat(talk.samples()).isZero();
          assertThat(talk.score()).isEqualTo(score).isPresent();
          CallQuality left = talk.quality();
          assertThat(left.score()).isEqualTo(before.score());
          assertThat(left.audio()).isEqualTo(before.audio()).isNotNull();
          assertThat(left.video()).isEqualTo(before.video()).isNotNull();
          assertThat(left.people()).hasSize(2).allMatch(person -> person.samples().isEmpty());
          assertThat(left.people().stream().map(CallQuality.Person::score).toList())
              .isEqualTo(before.people().stream().map(CallQuality.Person::score).toList());

          talk.world.database.<Integer>write(
              tx ->
                  tx.update(
                      "INSERT INTO call_quality (call_id, user_id, at, rtt) VALUES (?, ?, ?, ?)",
                      talk.call,
                      talk.mert.userId(),
                      talk.world.clock.instant(),
                      0.9));
          talk.world.packer.sweep();
          assertThat(talk.raw()).isZero();
          assertThat(talk.quality()).as("late is late").isEqualTo(left);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aShorterRetentionCounts(Engine engine) {
    on(
        engine,
        talk -> {
          talk.talk(3);
          talk.end();
          var packer = new QualityPacker(talk.world.database, Duration.ofDays(10), talk.world.time);
          packer.sweep();
          talk.world.clock.advance(Duration.ofDays(11));
          packer.sweep();

          assertThat(talk.samples()).isZero();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoseNetworkWasAwayIsTold(Engine engine) {
    on(
        engine,
        talk -> {
          talk.talk(10);
          event(talk, talk.ayse, "NETWORK_LOST", 0);
          event(talk, talk.mert, "NETWORK_LOST", 1);
          event(talk, talk.mert, "OFFLINE", 1);
          event(talk, talk.mert, "ONLINE", 18);
          event(talk, talk.mert, "NETWORK_BACK", 20);
          event(talk, talk.ayse, "NETWORK_BACK", 21);
          event(talk, talk.ayse, "NETWORK_LOST", 60);
          event(talk, talk.ayse, "NETWORK_BACK", 65);

          var broken =
              talk.quality().reasons().stream()
                  .filter(r -> r.cause() == CallQuality.Cause.BROKEN)
                  .toList();

          assertThat(broken).hasSize(2);
          assertThat(broken.getFirst().userId()).isEqualTo(talk.mert.userId());
          assertThat(broken.getFirst().share()).isEqualTo(21 / 76.0, within(1e-9));
          assertThat(broken.getLast().userId()).isNull();
        });
  }

  private static void event(Talk talk, Identity who, String kind, int second) {
    talk.world.database.<Integer>write(
        tx ->
            tx.update(
                "INSERT INTO call_events (call_id, id, at, version, place, kind, user_id, name,"
                    + " from_page) VALUES (?, ?, ?, 1, 0, ?, ?, ?, 1)",
                talk.call,
                kind + second + who.userId(),
                talk.world.clock.instant().plusSeconds(second),
                kind,
                who.userId(),
                who.name()));
  }

  @ParameterizedTest
  @EnumSource
  void itIsForTheTeam(Engine engine) {
    on(
        engine,
        talk -> {
          assertThat(refused(() -> talk.world.quality.of(talk.mert, talk.call)).code())
              .isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(
                  refused(() -> talk.world.quality.of(talk.world.applicant("deniz"), talk.call))
                      .code())
              .isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(talk.world.quality.of(talk.world.recruiter("burak"), talk.call).score())
              .isNull();
        });
  }

  private static Refusal refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return Objects.requireNonNull(catchThrowableOfType(Refusal.class, call));
  }
}
