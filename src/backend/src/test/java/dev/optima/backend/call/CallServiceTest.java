package dev.optima.backend.call;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.Busy;
import dev.optima.protocol.message.CallAnswer;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallServiceTest {
  @TempDir Path folder;

  /// Runs a story on a fresh database.
  private void on(Engine engine, Story story) {
    Story.on(engine, folder, story);
  }

  private static CallId ring(World world, Identity caller, Identity applicant, String key) {
    return world.calls.request(caller, room(applicant), key).call().callId();
  }

  private static CallId talking(World world, Identity caller, Identity applicant, String key) {
    CallId call = ring(world, caller, applicant, key);
    world.calls.accept(applicant, call, null);
    world.calls.joined(caller, call);
    world.calls.joined(applicant, call);
    return call;
  }

  private static Refusal refused(Runnable command) {
    return catchThrowableOfType(Refusal.class, command::run);
  }

  @ParameterizedTest
  @EnumSource
  void aWholeCall(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallService.Placed placed = world.calls.request(ayse, room(mert), "k1");
          CallId call = placed.call().callId();
          assertThat(placed.fresh()).isTrue();
          assertThat(placed.call().state()).isEqualTo(CallState.RINGING);
          assertThat(placed.call().callerName()).isEqualTo("Name of ayse");
          assertThat(placed.call().applicantName()).isEqualTo("Name of mert");
          assertThat(placed.call().expiresAt()).isEqualTo(world.clock.instant().plusSeconds(45));
          assertThat(world.bus.to(mert.userId()))
              .singleElement()
              .isInstanceOfSatisfying(
                  ServerMessage.VideoCallIncoming.class,
                  incoming -> assertThat(incoming.callerName()).isEqualTo("Name of ayse"));
          assertThat(world.bus.to(ayse.userId()))
              .singleElement()
              .isInstanceOfSatisfying(
                  ServerMessage.VideoCallRinging.class,
                  ringing -> {
                    assertThat(ringing.key()).isEqualTo("k1");
                    assertThat(ringing.devices()).isEqualTo(1);
                  });
          world.bus.clear();

          world.clock.advance(Duration.ofSeconds(5));
          assertThat(world.calls.accept(mert, call, "socket1").state())
              .isEqualTo(CallState.CONNECTING);
          assertThat(world.bus.to(mert.userId()))
              .hasExactlyElementsOfTypes(
                  ServerMessage.VideoCallAnsweredElsewhere.class,
                  ServerMessage.VideoCallReady.class);
          assertThat(world.bus.to(ayse.userId()))
              .hasExactlyElementsOfTypes(ServerMessage.VideoCallReady.class);
          assertThat(audiences(world, mert)).containsExactly("except socket1", "only socket1");
          world.bus.clear();

          world.calls.joined(ayse, call);
          assertThat(world.bus.told()).as("one side alone has started nothing").isEmpty();
          world.clock.advance(Duration.ofSeconds(2));
          CallSnapshot active = world.calls.joined(mert, call);
          assertThat(active.state()).isEqualTo(CallState.ACTIVE);
          assertThat(active.startedAt()).isEqualTo(world.clock.instant());
          assertThat(world.bus.to(ayse.userId()))
              .containsExactly(new ServerMessage.VideoCallStarted(active));
          world.clock.advance(Duration.ofSeconds(10));
          world.calls.alive(ayse, call);
          world.calls.alive(mert, call);
          world.clock.advance(Duration.ofSeconds(20));
          world.bus.clear();

          CallSnapshot ended = world.calls.end(mert, call);
          assertThat(ended.state()).isEqualTo(CallState.ENDED);
          assertThat(ended.outcome()).isEqualTo(CallOutcome.COMPLETED);
          assertThat(ended.endedBy()).isEqualTo(mert.userId());
          assertThat(ended.duration()).isEqualTo(30);
          for (Identity who : List.of(ayse, mert)) {
            assertThat(world.bus.to(who.userId()))
                .first()
                .isEqualTo(new ServerMessage.VideoCallEnded(ended));
          }
          assertThat(world.bus.told())
              .anyMatch(t -> t.parcel().equals(new Parcel.CallClosed(call)));
          assertThat(world.bus.to(Subject.TEAM))
              .singleElement()
              .isInstanceOfSatisfying(
                  ServerMessage.ChatMessage.class,
                  message -> {
                    assertThat(message.entry().kind()).isEqualTo(ChatEntry.Kind.CALL);
                    assertThat(message.entry().call()).isEqualTo(ended);
                    assertThat(message.entry().seq()).as("after that it began").isEqualTo(2);
                  });
          assertThat(world.calls.status(ayse, call)).isEqualTo(ended);
          assertThat(world.history.ofRoom(mert, room(mert), null, 10).calls())
              .containsExactly(ended);
          assertThat(world.chat.history().messages(mert, room(mert), null, null, 10).messages())
              .hasSize(2)
              .last()
              .satisfies(entry -> assertThat(entry.call()).isEqualTo(ended));
        });
  }

  private static List<String> audiences(World world, Identity who) {
    return world.bus.told().stream()
        .filter(t -> t.subject().equals(Subject.user(who.userId())))
        .map(t -> ((Parcel.Event) t.parcel()).audience())
        .map(a -> a.only() != null ? "only " + a.only() : "except " + a.except())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void rejectedCancelledAndMissedStayApart(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallSnapshot rejected =
              world.calls.respond(mert, ring(world, ayse, mert, "a"), CallAnswer.REJECT, null);
          assertThat(rejected.state()).isEqualTo(CallState.REJECTED);
          CallSnapshot cancelled = world.calls.cancel(ayse, ring(world, ayse, mert, "b"));
          assertThat(cancelled.state()).isEqualTo(CallState.CANCELLED);
          CallId missed = ring(world, ayse, mert, "c");
          world.clock.advance(Duration.ofSeconds(44));
          world.sweeper.sweep();
          assertThat(world.calls.status(ayse, missed).state()).isEqualTo(CallState.RINGING);
          world.clock.advance(Duration.ofSeconds(1));
          world.sweeper.sweep();
          CallSnapshot end = world.calls.status(ayse, missed);
          assertThat(end.state()).isEqualTo(CallState.MISSED);
          assertThat(end.outcome()).isEqualTo(CallOutcome.NO_ANSWER);
          assertThat(end.endedBy()).isNull();
          assertThat(world.chat.history().messages(ayse, room(mert), null, null, 10).messages())
              .extracting(entry -> Objects.requireNonNull(entry.call()).outcome())
              .containsExactly(CallOutcome.REJECTED, CallOutcome.CANCELLED, CallOutcome.NO_ANSWER);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aStaleAnswerIsToldThePresentStateAndChangesNothing(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = ring(world, ayse, mert, "a");
          CallSnapshot accepted = world.calls.accept(mert, call, null);
          world.bus.clear();
          for (Runnable late :
              List.<Runnable>of(
                  () -> world.calls.accept(mert, call, null),
                  () -> world.calls.reject(mert, call),
                  () -> world.calls.cancel(ayse, call))) {
            Refusal refusal = refused(late);
            assertThat(refusal.code()).isEqualTo(ErrorCode.STALE);
            assertThat(refusal.call()).contains(accepted);
          }
          CallSnapshot ended = world.calls.end(ayse, call);
          world.bus.clear();
          assertThat(refused(() -> world.calls.end(mert, call)).call()).contains(ended);
          assertThat(refused(() -> world.calls.alive(mert, call)).code())
              .isEqualTo(ErrorCode.STALE);
          assertThat(world.calls.status(ayse, call)).isEqualTo(ended);
          assertThat(world.bus.told()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerAtTheDeadlineComesTooLate(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = ring(world, ayse, mert, "a");
          world.clock.advance(Duration.ofSeconds(45));
          assertThat(refused(() -> world.calls.accept(mert, call, null)).code())
              .isEqualTo(ErrorCode.STALE);
          world.sweeper.sweep();
          assertThat(world.calls.status(mert, call).state()).isEqualTo(CallState.MISSED);
        });
  }

  @ParameterizedTest
  @EnumSource
  void theSameKeyIsTheSameCall(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallService.Placed first = world.calls.request(ayse, room(mert), "k");
          world.bus.clear();
          CallService.Placed again = world.calls.request(ayse, room(mert), "k");
          assertThat(again.fresh()).isFalse();
          assertThat(again.call()).isEqualTo(first.call());
          assertThat(again.ringing()).isNotNull();
          assertThat(world.bus.told()).isEmpty();
          world.calls.cancel(ayse, first.call().callId());
          CallService.Placed after = world.calls.request(ayse, room(mert), "k");
          assertThat(after.call().state()).isEqualTo(CallState.CANCELLED);
          assertThat(after.ringing()).isNull();
          Identity deniz = world.applicant("deniz");
          assertThat(refused(() -> world.calls.request(ayse, room(deniz), "k")).code())
              .isEqualTo(ErrorCode.CONFLICT);
          assertThat(refused(() -> world.calls.request(ayse, room(mert), "")).code())
              .isEqualTo(ErrorCode.INVALID);
        });
  }

  @ParameterizedTest
  @EnumSource
  void theSecondCallerIsToldWhoAndSinceWhen(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          Identity burak = world.recruiter("burak");
          CallId call = ring(world, ayse, mert, "a");
          var since = world.clock.instant();
          world.clock.advance(Duration.ofSeconds(3));
          Refusal refusal = refused(() -> world.calls.request(burak, room(mert), "b"));
          assertThat(refusal.code()).isEqualTo(ErrorCode.BUSY);
          assertThat(refusal.busy())
              .contains(new Busy(call, "Name of ayse", ayse.userId(), since, null));

          Identity deniz = world.applicant("deniz");
          Refusal own = refused(() -> world.calls.request(ayse, room(deniz), "c"));
          assertThat(own.busy())
              .contains(new Busy(call, "Name of ayse", ayse.userId(), since, "Name of mert"));
          world.online.remove(deniz.userId());
          assertThat(refused(() -> world.calls.request(ayse, room(deniz), "d")).code())
              .isEqualTo(ErrorCode.BUSY);
          assertThat(world.calls.request(burak, room(world.applicant("ece")), "b").fresh())
              .isTrue();
          world.calls.cancel(ayse, call);
          world.calls.cancel(burak, world.calls.live(burak).getFirst().callId());
          assertThat(world.calls.request(burak, room(mert), "e").fresh()).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void anApplicantWhoIsNotHereIsNotRung(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          world.online.remove(mert.userId());
          Refusal refusal = refused(() -> world.calls.request(ayse, room(mert), "a"));
          assertThat(refusal.code()).isEqualTo(ErrorCode.OFFLINE);
          CallSnapshot call = refusal.call().orElseThrow();
          assertThat(call.state()).isEqualTo(CallState.MISSED);
          assertThat(call.outcome()).isEqualTo(CallOutcome.OFFLINE);
          assertThat(world.calls.status(mert, call.callId())).isEqualTo(call);
          assertThat(world.chat.history().messages(ayse, room(mert), null, null, 10).messages())
              .singleElement()
              .satisfies(entry -> assertThat(entry.call()).isEqualTo(call));
          Refusal again = refused(() -> world.calls.request(ayse, room(mert), "a"));
          assertThat(again.call()).contains(call);
          assertThat(world.history.ofRoom(ayse, room(mert), null, 10).calls()).hasSize(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void threeUnansweredRingsInHalfAnHourAreEnough(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          world.online.remove(mert.userId());
          refused(() -> world.calls.request(ayse, room(mert), "offline does not count"));
          world.online.put(mert.userId(), 1);
          world.calls.end(mert, talking(world, ayse, mert, "an answered one neither"));
          for (String key : List.of("a", "b", "c")) {
            world.calls.cancel(ayse, ring(world, ayse, mert, key));
            world.clock.advance(Duration.ofMinutes(5));
          }
          Refusal refusal = refused(() -> world.calls.request(ayse, room(mert), "d"));
          assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
          assertThat(refusal.retryAfter()).contains(Duration.ofMinutes(15));
          assertThat(world.calls.live(ayse)).isEmpty();
          world.clock.advance(Duration.ofMinutes(15));
          assertThat(world.calls.request(ayse, room(mert), "e").fresh()).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotYoursIsNotThere(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          Identity burak = world.recruiter("burak");
          Identity deniz = world.applicant("deniz");
          CallId call = ring(world, ayse, mert, "a");
          for (Runnable deed :
              List.<Runnable>of(
                  () -> world.calls.accept(deniz, call, null),
                  () -> world.calls.end(deniz, call),
                  () -> world.calls.alive(deniz, call),
                  () -> world.calls.status(deniz, call),
                  () -> world.calls.join(deniz, call),
                  () -> world.calls.others(deniz, call),
                  () -> world.calls.accept(mert, new CallId("nothing"), null),
                  () -> world.history.ofRoom(deniz, room(mert), null, 10),
                  () ->
                      world.calls.request(
                          ayse, new dev.optima.protocol.id.RoomId("applicant_x"), "k"))) {
            assertThat(refused(deed).code()).isEqualTo(ErrorCode.NOT_FOUND);
          }
          for (Runnable deed :
              List.<Runnable>of(
                  () -> world.calls.accept(ayse, call, null),
                  () -> world.calls.reject(ayse, call),
                  () -> world.calls.cancel(burak, call),
                  () -> world.calls.end(burak, call),
                  () -> world.calls.joined(burak, call),
                  () -> world.calls.join(burak, call),
                  () -> world.calls.cancel(mert, call),
                  () -> world.calls.request(mert, room(mert), "k"),
                  () ->
                      world.calls.request(
                          Identity.ofTicket(ayse.userId(), Role.RECRUITER, "x", call),
                          room(deniz),
                          "k"))) {
            assertThat(refused(deed).code()).isEqualTo(ErrorCode.FORBIDDEN);
          }
          assertThat(world.calls.status(burak, call).version()).isEqualTo(1);
          CallSnapshot ended = world.calls.end(world.admin("root"), call);
          assertThat(ended.state()).isEqualTo(CallState.CANCELLED);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aTicketOpensItsCallForItsHolderOnly(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = ring(world, ayse, mert, "a");
          assertThat(refused(() -> world.calls.join(mert, call)).code())
              .isEqualTo(ErrorCode.TOO_EARLY);
          world.calls.accept(mert, call, null);
          JoinTicket join = world.calls.join(mert, call);
          assertThat(join.provider()).isEqualTo("direct");
          assertThat(join.joinUrl())
              .startsWith("https://optima.example/call/" + call + "#ticket=oct_");
          String text = join.joinUrl().substring(join.joinUrl().indexOf("oct_"));
          var ticket = world.tickets.verify(text, world.clock.instant()).orElseThrow();
          Identity page = world.calls.holder(ticket);
          assertThat(page)
              .isEqualTo(Identity.ofTicket(mert.userId(), Role.APPLICANT, "Name of mert", call));
          world.calls.joined(page, call);
          assertThat(world.calls.live(page)).hasSize(1);
          Identity deniz = world.applicant("deniz");
          CallId other = ring(world, world.recruiter("burak"), deniz, "b");
          assertThat(refused(() -> world.calls.status(page, other)).code())
              .isEqualTo(ErrorCode.NOT_FOUND);
          CallSnapshot ended = world.calls.end(page, call);
          Refusal late = refused(() -> world.calls.holder(ticket));
          assertThat(late.code()).isEqualTo(ErrorCode.STALE);
          assertThat(late.call()).contains(ended);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aLostSideMayComeBackAndItsAbsenceIsNotCounted(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "a");
          world.clock.advance(Duration.ofSeconds(20));
          world.calls.alive(mert, call);
          world.clock.advance(Duration.ofSeconds(25));
          world.bus.clear();
          world.sweeper.sweep();
          assertThat(world.calls.status(ayse, call).state()).isEqualTo(CallState.RECONNECTING);
          assertThat(world.bus.to(ayse.userId()))
              .hasExactlyElementsOfTypes(ServerMessage.VideoCallReconnecting.class);
          world.clock.advance(Duration.ofSeconds(30));
          world.calls.alive(mert, call);
          CallSnapshot back = world.calls.joined(ayse, call);
          assertThat(back.state()).isEqualTo(CallState.ACTIVE);
          world.clock.advance(Duration.ofSeconds(10));
          CallSnapshot ended = world.calls.end(ayse, call);
          assertThat(ended.duration()).isEqualTo(10);
          assertThat(ended.outcome()).isEqualTo(CallOutcome.COMPLETED);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoDoesNotComeBackEndsTheCallAtTheLastEvidence(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "a");
          world.clock.advance(Duration.ofSeconds(10));
          world.calls.alive(ayse, call);
          world.calls.alive(mert, call);
          var last = world.clock.instant();
          world.clock.advance(Duration.ofSeconds(45));
          world.sweeper.sweep();
          world.clock.advance(Duration.ofSeconds(90));
          world.sweeper.sweep();
          CallSnapshot ended = world.calls.status(ayse, call);
          assertThat(ended.state()).isEqualTo(CallState.ENDED);
          assertThat(ended.outcome()).isEqualTo(CallOutcome.DROPPED);
          assertThat(ended.endedAt()).isEqualTo(last);
          assertThat(ended.duration()).isEqualTo(10);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoNeverArrivesFailsTheCall(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = ring(world, ayse, mert, "a");
          world.calls.accept(mert, call, null);
          world.calls.joined(ayse, call);
          world.clock.advance(Duration.ofSeconds(30));
          world.sweeper.sweep();
          CallSnapshot failed = world.calls.status(ayse, call);
          assertThat(failed.state()).isEqualTo(CallState.FAILED);
          assertThat(failed.outcome()).isEqualTo(CallOutcome.NOT_JOINED);
          assertThat(failed.participants())
              .extracting(p -> p.joinedAt() != null)
              .containsExactly(true, false);
        });
  }

  @ParameterizedTest
  @EnumSource
  void qualityIsCheckedAndKeptOnceASecond(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talking(world, ayse, mert, "a");
          world.quality.report(
              ayse, new VideoCallQuality(call, 0.05, 0.01, null, 1e6, 29.5, 1280, 720));
          world.quality.report(
              ayse, new VideoCallQuality(call, 0.06, 0.01, null, 1e6, 29.5, 1280, 720));
          world.clock.advance(Duration.ofSeconds(1));
          world.quality.report(
              ayse, new VideoCallQuality(call, 0.07, null, null, null, null, null, null));
          assertThat(
                  refused(
                          () ->
                              world.quality.report(
                                  ayse,
                                  new VideoCallQuality(
                                      call, Double.NaN, null, null, null, null, null, null)))
                      .code())
              .isEqualTo(ErrorCode.INVALID);
          assertThat(
                  refused(
                          () ->
                              world.quality.report(
                                  ayse,
                                  new VideoCallQuality(
                                      call, null, 1.5, null, null, null, null, null)))
                      .field())
              .contains("loss");
          List<Double> kept =
              world.database.read(
                  tx ->
                      tx.list(
                          "SELECT rtt FROM call_quality ORDER BY at",
                          row -> Objects.requireNonNull(row.realOrNull(1))));
          assertThat(kept).containsExactly(0.05, 0.07);
        });
  }

  @ParameterizedTest
  @EnumSource
  void theHistoryComesInPagesAndCanBeFiltered(Engine engine) {
    try (Database database = engine.open(folder);
        var world =
            new World(
                database,
                new dev.optima.backend.world.ManualClock(),
                new CallRules(
                    dev.optima.protocol.call.CallTimers.DEFAULT, 0, Duration.ofMinutes(30)))) {
      Identity ayse = world.recruiter("ayse");
      Identity burak = world.recruiter("burak");
      Identity mert = world.applicant("mert");
      Identity deniz = world.applicant("deniz");
      for (int i = 0; i < 5; i++) {
        world.calls.cancel(ayse, ring(world, ayse, mert, "m" + i));
        world.calls.reject(deniz, ring(world, burak, deniz, "d" + i));
        if (i % 2 == 0) {
          world.clock.advance(Duration.ofMinutes(1));
        }
      }
      var first = world.history.ofRoom(mert, room(mert), null, 3);
      var second = world.history.ofRoom(mert, room(mert), first.next(), 3);
      assertThat(first.calls()).hasSize(3);
      assertThat(second.calls()).hasSize(2);
      assertThat(second.next()).isNull();
      assertThat(first.calls()).doesNotContainAnyElementsOf(second.calls());
      assertThat(world.calls(ayse)).hasSize(10);
      assertThat(world.calls(mert)).hasSize(5);
      assertThatThrownBy(() -> world.history.ofRoom(mert, room(mert), "rubbish", 10))
          .isInstanceOf(Refusal.class);
    }
  }
}
