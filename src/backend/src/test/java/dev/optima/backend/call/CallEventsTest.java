package dev.optima.backend.call;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ChatEntry.Kind;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the thread shows of calls: each entry carries what a client needs to show it.
class CallEventsTest {
  @TempDir Path folder;

  private void on(Engine engine, Story story) {
    Story.on(engine, folder, story);
  }

  private static CallId ring(World world, Identity ayse, Identity mert) {
    return world.calls.request(ayse, room(mert), "ring").call().callId();
  }

  private static CallId talk(World world, Identity ayse, Identity mert) {
    CallId call = ring(world, ayse, mert);
    world.clock.advance(Duration.ofSeconds(5));
    world.calls.accept(mert, call, null);
    world.calls.joined(ayse, call);
    world.clock.advance(Duration.ofSeconds(2));
    world.calls.joined(mert, call);
    return call;
  }

  private static List<ChatEntry> thread(World world, Identity who, Identity about) {
    return world.chat.history().messages(who, room(about), null, null, 50).messages();
  }

  private static CallSnapshot last(World world, Identity mert) {
    return Objects.requireNonNull(thread(world, mert, mert).getLast().call());
  }

  @ParameterizedTest
  @EnumSource
  void thatItBeganIsAnEntryOnce(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talk(world, ayse, mert);
          world.calls.joined(ayse, call);
          world.calls.alive(mert, call);
          List<ChatEntry> thread = thread(world, mert, mert);
          assertThat(thread).hasSize(1);
          ChatEntry began = thread.getFirst();
          assertThat(began.kind()).isEqualTo(Kind.CALL_STARTED);
          assertThat(began.senderId()).isEqualTo(ayse.userId());
          assertThat(began.sentAt()).isEqualTo(world.clock.instant());
          CallSnapshot snapshot = Objects.requireNonNull(began.call());
          assertThat(snapshot.state()).isEqualTo(CallState.ACTIVE);
          assertThat(snapshot.startedAt()).isEqualTo(world.clock.instant());
          assertThat(snapshot.callId()).isEqualTo(call);
          assertThat(world.chat.history().unread(mert)).as("is no message to be read").isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void itIsToldLiveToBothSides(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          talk(world, ayse, mert);
          assertThat(kinds(world.bus.to(mert.userId()))).containsExactly(Kind.CALL_STARTED);
          assertThat(kinds(world.bus.to(Subject.TEAM))).containsExactly(Kind.CALL_STARTED);
        });
  }

  private static List<Kind> kinds(List<ServerMessage> told) {
    return told.stream()
        .filter(ServerMessage.ChatMessage.class::isInstance)
        .map(message -> ((ServerMessage.ChatMessage) message).entry().kind())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void comingBackIsNoSecondBeginning(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talk(world, ayse, mert);
          world.clock.advance(Duration.ofSeconds(46));
          world.sweeper.sweep();
          assertThat(world.calls.status(ayse, call).state()).isEqualTo(CallState.RECONNECTING);
          world.calls.joined(mert, call);
          world.calls.joined(ayse, call);
          assertThat(world.calls.status(ayse, call).state()).isEqualTo(CallState.ACTIVE);
          world.clock.advance(Duration.ofSeconds(30));
          world.calls.end(mert, call);
          assertThat(thread(world, ayse, mert))
              .extracting(ChatEntry::kind)
              .containsExactly(Kind.CALL_STARTED, Kind.CALL);
          assertThat(last(world, mert).outcome()).isEqualTo(CallOutcome.COMPLETED);
        });
  }

  @ParameterizedTest
  @EnumSource
  void anEndSaysHowLongItWasAndWhoEndedIt(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talk(world, ayse, mert);
          for (int i = 0; i < 4; i++) {
            world.clock.advance(Duration.ofSeconds(30));
            world.calls.alive(ayse, call);
            world.calls.alive(mert, call);
          }
          world.calls.end(mert, call);
          CallSnapshot ended = last(world, mert);
          assertThat(ended.outcome()).isEqualTo(CallOutcome.COMPLETED);
          assertThat(ended.duration()).isEqualTo(120);
          assertThat(ended.endedBy()).isEqualTo(mert.userId());
          assertThat(ended.endedAt()).isEqualTo(world.clock.instant());
          assertThat(ended.callerName()).isEqualTo("Name of ayse");
          assertThat(ended.applicantName()).isEqualTo("Name of mert");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aMissedCallSaysWhy(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          ring(world, ayse, mert);
          world.clock.advance(Duration.ofSeconds(46));
          world.sweeper.sweep();
          CallSnapshot unanswered = last(world, mert);
          assertThat(unanswered.state()).isEqualTo(CallState.MISSED);
          assertThat(unanswered.outcome()).isEqualTo(CallOutcome.NO_ANSWER);
          assertThat(unanswered.endedBy()).as("a timer").isNull();
          assertThat(unanswered.duration()).isZero();

          Identity deniz = world.applicant("deniz");
          world.online.remove(deniz.userId());
          try {
            world.calls.request(ayse, room(deniz), "away");
          } catch (dev.optima.backend.refusal.Refusal offline) {
            assertThat(offline.call()).isPresent();
          }
          CallSnapshot away = last(world, deniz);
          assertThat(away.state()).isEqualTo(CallState.MISSED);
          assertThat(away.outcome()).isEqualTo(CallOutcome.OFFLINE);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoSaidNoAndWhoThoughtBetterOfIt(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          world.calls.reject(mert, ring(world, ayse, mert));
          assertThat(last(world, mert).outcome()).isEqualTo(CallOutcome.REJECTED);
          assertThat(last(world, mert).endedBy()).isEqualTo(mert.userId());
          CallId second = world.calls.request(ayse, room(mert), "again").call().callId();
          world.calls.cancel(ayse, second);
          assertThat(last(world, mert).outcome()).isEqualTo(CallOutcome.CANCELLED);
          assertThat(last(world, mert).endedBy()).isEqualTo(ayse.userId());
          assertThat(thread(world, ayse, mert)).extracting(ChatEntry::seq).containsExactly(1L, 2L);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatNeverBeganSaysNothingOfABeginning(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = ring(world, ayse, mert);
          world.calls.accept(mert, call, null);
          world.calls.joined(ayse, call);
          world.clock.advance(Duration.ofSeconds(31));
          world.sweeper.sweep();
          assertThat(thread(world, ayse, mert))
              .extracting(ChatEntry::kind)
              .containsExactly(Kind.CALL);
          assertThat(last(world, mert).outcome()).isEqualTo(CallOutcome.NOT_JOINED);
          assertThat(last(world, mert).startedAt()).isNull();
        });
  }

  @ParameterizedTest
  @EnumSource
  void theSameEventTwiceIsOneEntry(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          CallId call = talk(world, ayse, mert);
          CallSnapshot snapshot = world.calls.status(ayse, call);
          boolean again =
              world.database.<Boolean>write(
                  tx ->
                      world
                          .chatStore
                          .insertCall(tx, Kind.CALL_STARTED, snapshot, world.clock.instant())
                          .isPresent());
          assertThat(again).isFalse();
          assertThat(world.chat.history().messages(ayse, room(mert), null, null, 9).lastSeq())
              .as("no number is lost")
              .isEqualTo(1);
        });
  }
}
