package dev.optima.backend.chat;

import static dev.optima.backend.world.World.notes;
import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.World;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage.ChatAck;
import dev.optima.protocol.rest.NewMessage;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An applicant asks to be called.
class CallMeTest {
  @TempDir Path folder;

  private static Refusal refused(Runnable command) {
    return catchThrowableOfType(Refusal.class, command::run);
  }

  @ParameterizedTest
  @EnumSource
  void aWishIsAnEntryThatTheTeamHasNotRead(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity ayse = world.recruiter("ayse");
      Identity mert = world.applicant("mert");
      ChatAck ack = world.chat.callMe(mert, room(mert), "k");
      ChatEntry entry =
          world.chat.history().messages(ayse, room(mert), null, null, 5).messages().getFirst();
      assertThat(entry.kind()).isEqualTo(ChatEntry.Kind.CALL_ME);
      assertThat(entry.key()).isEqualTo("k");
      assertThat(entry.messageId()).isEqualTo(ack.messageId());
      assertThat(world.bus.to(Subject.TEAM)).hasSize(1);
      assertThat(world.bus.to(mert.userId())).as("the other devices know too").hasSize(1);
      assertThat(world.chat.history().unread(ayse)).containsEntry(room(mert).value(), 1L);
      assertThat(world.chat.history().unread(mert)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameKeyIsTheSameWishAlsoInThePause(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity mert = world.applicant("mert");
      ChatAck first = world.chat.callMe(mert, room(mert), "k");
      world.clock.advance(Duration.ofSeconds(30));
      assertThat(world.chat.callMe(mert, room(mert), "k")).isEqualTo(first);
      assertThat(world.bus.to(Subject.TEAM)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onceInTwoMinutes(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity mert = world.applicant("mert");
      Identity deniz = world.applicant("deniz");
      world.chat.callMe(mert, room(mert), "a");
      world.clock.advance(Duration.ofSeconds(90));
      Refusal early = refused(() -> world.chat.callMe(mert, room(mert), "b"));
      assertThat(early.code()).isEqualTo(ErrorCode.RATE_LIMITED);
      assertThat(early.retryAfter()).contains(Duration.ofSeconds(30));
      assertThat(world.chat.callMe(deniz, room(deniz), "b").seq()).isEqualTo(1);
      world.chat.send(mert, room(mert), new NewMessage("c", "please", null, null));
      world.clock.advance(Duration.ofSeconds(30));
      assertThat(world.chat.callMe(mert, room(mert), "b").seq())
          .as("what was refused left no gap")
          .isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyApplicantsAskAndOnlyInTheirChat(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity ayse = world.recruiter("ayse");
      Identity mert = world.applicant("mert");
      Identity deniz = world.applicant("deniz");
      assertThat(refused(() -> world.chat.callMe(ayse, room(mert), "k")).code())
          .isEqualTo(ErrorCode.FORBIDDEN);
      assertThat(refused(() -> world.chat.callMe(deniz, room(mert), "k")).code())
          .isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(refused(() -> world.chat.callMe(mert, notes(mert), "k")).code())
          .isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(refused(() -> world.chat.callMe(mert, room(mert), "")).code())
          .isEqualTo(ErrorCode.INVALID);
      assertThat(world.bus.told()).isEmpty();
    }
  }
}
