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
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.MessageList;
import dev.optima.protocol.rest.NewMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The notes of the team about an applicant: a room like any other, and not there for the
/// applicant.
class TeamRoomTest {
  @TempDir Path folder;

  private static NewMessage note(String key) {
    return new NewMessage(key, "note " + key, null, null);
  }

  @ParameterizedTest
  @EnumSource
  void aTeamRoomIsAChatWithItsOwnNumbers(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity ayse = world.recruiter("ayse");
      Identity burak = world.recruiter("burak");
      Identity mert = world.applicant("mert");
      world.chat.send(ayse, room(mert), note("a"));
      world.chat.send(ayse, room(mert), note("b"));
      MessageId id = world.chat.send(ayse, notes(mert), note("a")).messageId();
      world.chat.react(burak, notes(mert), id, "👍", false);
      world.chat.edit(ayse, notes(mert), id, "better");
      world.chat.send(burak, notes(mert), new NewMessage("r", "agreed", id, null));

      MessageList list = world.chat.history().messages(burak, notes(mert), null, null, 10);
      assertThat(list.messages()).extracting(ChatEntry::seq).containsExactly(1L, 2L);
      assertThat(list.messages().getFirst().body()).isEqualTo("better");
      assertThat(list.messages().getFirst().reactions()).hasSize(1);
      assertThat(list.messages().getLast().replyTo()).isEqualTo(id);
      assertThat(list.lastChange()).isEqualTo(2);
      assertThat(world.chat.history().changes(ayse, notes(mert), 1, 10).messages()).hasSize(1);
      assertThat(world.chat.history().changes(ayse, room(mert), 0, 10).messages()).isEmpty();
      assertThat(world.chat.delete(ayse, notes(mert), id).deletedAt()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothRoomsCountAndEachByItself(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity ayse = world.recruiter("ayse");
      Identity burak = world.recruiter("burak");
      Identity mert = world.applicant("mert");
      world.chat.send(mert, room(mert), note("a"));
      world.chat.send(ayse, notes(mert), note("a"));
      world.chat.send(ayse, notes(mert), note("b"));
      assertThat(world.chat.history().unread(burak))
          .isEqualTo(Map.of(room(mert).value(), 1L, notes(mert).value(), 2L));
      assertThat(world.chat.history().unread(ayse)).isEqualTo(Map.of(room(mert).value(), 1L));
      assertThat(
              world.database.<Long>read(
                  tx ->
                      world
                          .marks
                          .unreadAbout(tx, List.of(mert.userId()), burak.userId())
                          .getOrDefault(mert.userId(), 0L)))
          .isEqualTo(3);
      world.chat.read(burak, notes(mert), 1);
      assertThat(world.chat.history().unread(burak))
          .isEqualTo(Map.of(room(mert).value(), 1L, notes(mert).value(), 1L));
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfItIsToldToTheApplicant(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity ayse = world.recruiter("ayse");
      Identity burak = world.recruiter("burak");
      Identity mert = world.applicant("mert");
      MessageId id = world.chat.send(ayse, notes(mert), note("a")).messageId();
      world.chat.typing(ayse, notes(mert), null);
      world.chat.react(burak, notes(mert), id, "👍", false);
      world.chat.edit(ayse, notes(mert), id, "better");
      world.deliveries.note(notes(mert), burak.userId(), 1);
      world.deliveries.flush();
      world.chat.read(burak, notes(mert), 1);
      world.chat.delete(ayse, notes(mert), id);
      assertThat(world.bus.to(mert.userId())).isEmpty();
      assertThat(world.bus.to(Subject.TEAM)).hasSize(7);
      assertThat(world.bus.to(Subject.TEAM))
          .as("colleagues learn how far a note has come")
          .contains(
              new ServerMessage.ChatStatus(notes(mert), burak.userId(), 1L, null),
              new ServerMessage.ChatStatus(notes(mert), burak.userId(), 1L, 1L));
    }
  }

  @ParameterizedTest
  @EnumSource
  void forTheApplicantItIsNotThere(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity ayse = world.recruiter("ayse");
      Identity mert = world.applicant("mert");
      MessageId id = world.chat.send(ayse, notes(mert), note("a")).messageId();
      world.bus.clear();
      List<Runnable> attempts =
          List.of(
              () -> world.chat.send(mert, notes(mert), note("x")),
              () -> world.chat.read(mert, notes(mert), 1),
              () -> world.chat.typing(mert, notes(mert), null),
              () -> world.chat.react(mert, notes(mert), id, "👍", false),
              () -> world.chat.edit(mert, notes(mert), id, "x"),
              () -> world.chat.delete(mert, notes(mert), id),
              () -> world.chat.callMe(mert, notes(mert), "k"),
              () -> world.chat.history().messages(mert, notes(mert), null, null, 9),
              () -> world.chat.history().changes(mert, notes(mert), 0, 9),
              () -> world.history.ofRoom(mert, notes(mert), null, 9),
              () -> world.chat.react(mert, room(mert), id, "👍", false));
      for (Runnable attempt : attempts) {
        Refusal refusal = catchThrowableOfType(Refusal.class, attempt::run);
        assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
      }
      assertThat(world.chat.history().missed(mert, notes(mert), 0)).isEmpty();
      assertThat(world.chat.history().unread(mert)).isEmpty();
      assertThat(world.bus.told()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsRungInATeamRoom(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity ayse = world.recruiter("ayse");
      Identity mert = world.applicant("mert");
      Refusal refusal =
          catchThrowableOfType(Refusal.class, () -> world.calls.request(ayse, notes(mert), "k"));
      assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(world.bus.told()).isEmpty();
    }
  }
}
