package dev.optima.backend.call;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Calls to applicants who have no page open: rung on closed pages, or missed; and the mail.
class MissedCallTest {
  private static final Duration RING = Duration.ofSeconds(45);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whoIsAwayGetsAMailAboutTheCall(Engine engine) {
    try (World world = new World(engine.open(directory))) {
      Identity elif = world.recruiter("elif");
      Identity mert = away(world, "mert");
      ErrorCode refused =
          catchThrowableOfType(Refusal.class, () -> world.calls.request(elif, room(mert), "a"))
              .code();

      assertThat(refused).isEqualTo(ErrorCode.OFFLINE);
      assertThat(mails(world)).containsExactly("MISSED_CALL mert elif Name of elif");
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aClosedPageRings(Engine engine) {
    try (World world = new World(engine.open(directory))) {
      Identity elif = world.recruiter("elif");
      Identity mert = away(world, "mert");
      subscribe(world, mert, 2);
      CallService.Placed placed = world.calls.request(elif, room(mert), "a");

      assertThat(placed.call().state()).isEqualTo(CallState.RINGING);
      assertThat(Objects.requireNonNull(placed.ringing()).devices()).isEqualTo(2);
      assertThat(world.bus.to(mert.userId()))
          .anyMatch(ServerMessage.VideoCallIncoming.class::isInstance);
      CallService.Placed again = world.calls.request(elif, room(mert), "a");
      assertThat(Objects.requireNonNull(again.ringing()).devices()).isEqualTo(2);

      CallSnapshot taken = world.calls.accept(mert, placed.call().callId(), null);
      assertThat(taken.state()).isEqualTo(CallState.CONNECTING);
      assertThat(mails(world)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aClosedPageThatNobodyOpensIsAMissedCall(Engine engine) {
    try (World world = new World(engine.open(directory))) {
      Identity elif = world.recruiter("elif");
      Identity mert = away(world, "mert");
      subscribe(world, mert, 1);
      CallId call = world.calls.request(elif, room(mert), "a").call().callId();
      world.clock.advance(RING);
      world.sweeper.sweep();

      assertThat(world.calls.status(elif, call).outcome()).isEqualTo(CallOutcome.NO_ANSWER);
      assertThat(mails(world)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whoWasHereOrCameGetsNoMail(Engine engine) {
    try (World world = new World(engine.open(directory))) {
      Identity elif = world.recruiter("elif");
      Identity here = world.applicant("here");
      Identity came = away(world, "came");
      subscribe(world, came, 1);
      world.calls.request(elif, room(here), "a");
      world.calls.request(world.recruiter("deniz"), room(came), "b");
      world.online.put(came.userId(), 1);
      world.clock.advance(RING);
      world.sweeper.sweep();

      assertThat(mails(world)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aCallThatWasTakenBackOrRejectedIsNoMissedOne(Engine engine) {
    try (World world = new World(engine.open(directory))) {
      Identity elif = world.recruiter("elif");
      Identity mert = away(world, "mert");
      subscribe(world, mert, 1);
      world.calls.cancel(elif, world.calls.request(elif, room(mert), "a").call().callId());
      world.calls.reject(mert, world.calls.request(elif, room(mert), "b").call().callId());

      assertThat(mails(world)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aSessionThatIsOverIsNotRung(Engine engine) {
    try (World world = new World(engine.open(directory))) {
      Identity mert = away(world, "mert");
      subscribe(world, mert, 1);
      world.database.<Integer>write(
          tx -> tx.update("UPDATE sessions SET revoked_at = ?", world.clock.instant()));

      assertThat(
              catchThrowableOfType(
                      Refusal.class,
                      () -> world.calls.request(world.recruiter("elif"), room(mert), "a"))
                  .code())
          .isEqualTo(ErrorCode.OFFLINE);
    }
  }

  private static Identity away(World world, String id) {
    Identity applicant = world.applicant(id);
    world.online.remove(applicant.userId());
    return applicant;
  }

  private static void subscribe(World world, Identity applicant, int browsers) {
    world.database.<Boolean>write(
        tx -> {
          tx.update(
              "INSERT INTO sessions (id, token_hash, user_id, role, created_at, expires_at,"
                  + " last_seen_at) VALUES (?, ?, ?, 'APPLICANT', ?, ?, ?)",
              "session-of-" + applicant.userId(),
              "hash-of-" + applicant.userId(),
              applicant.userId(),
              world.clock.instant(),
              world.clock.instant().plus(Duration.ofDays(1)),
              world.clock.instant());
          for (int i = 0; i < browsers; i++) {
            tx.update(
                "INSERT INTO push_subscriptions (endpoint, user_id, session_id, p256dh, auth,"
                    + " created_at) VALUES (?, ?, ?, 'x', 'x', ?)",
                "https://push.example/" + applicant.userId() + i,
                applicant.userId(),
                "session-of-" + applicant.userId(),
                world.clock.instant());
          }
          return true;
        });
  }

  private static List<String> mails(World world) {
    return world.database.read(
        tx ->
            tx.list(
                "SELECT kind || ' ' || applicant_id || ' ' || actor_id || ' ' || actor_name"
                    + " FROM mails ORDER BY id",
                row -> row.text(1)));
  }
}
