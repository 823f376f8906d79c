package dev.optima.backend.chat;

import static dev.optima.backend.world.World.notes;
import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.AccountStore;
import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage.ChatStatus;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.MessageList;
import dev.optima.protocol.rest.NewMessage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Sent, delivered, read, unread: the same for everybody who looks.
class ReadMarksTest {
  @TempDir Path folder;

  private void on(Engine engine, Story.OfThree story) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> story.tell(world, ayse, world.recruiter("burak"), mert));
  }

  private static MessageId say(World world, Identity who, RoomId room, String key) {
    return world.chat.send(who, room, new NewMessage(key, "body", null, null)).messageId();
  }

  /// The marks are stored in the order of the room, so they are there once another unit is.
  private static void deliver(World world, Identity applicant, long seq) {
    world.deliveries.note(room(applicant), applicant.userId(), seq);
    world.deliveries.flush();
    world.database.<Integer>write(room(applicant).value(), tx -> 0);
  }

  private static MessageList seenBy(World world, Identity who, RoomId room) {
    return world.chat.history().messages(who, room, null, null, 1);
  }

  @ParameterizedTest
  @EnumSource
  void theReadersOwnDevicesAreToldWhatIsLeft(Engine engine) {
    on(
        engine,
        (world, ayse, burak, mert) -> {
          for (int i = 1; i <= 5; i++) {
            say(world, mert, room(mert), "k" + i);
          }
          say(world, ayse, room(mert), "own");
          world.bus.clear();
          world.chat.read(ayse, room(mert), 2);
          assertThat(world.bus.to(ayse.userId()))
              .containsExactly(new ChatStatus(room(mert), ayse.userId(), 2L, 2L, 3L));
          assertThat(world.bus.to(Subject.TEAM))
              .containsExactly(new ChatStatus(room(mert), ayse.userId(), 2L, 2L));
          assertThat(world.bus.to(mert.userId()))
              .containsExactly(new ChatStatus(room(mert), ayse.userId(), 2L, 2L));
          world.bus.clear();
          world.chat.read(ayse, room(mert), 1);
          assertThat(world.bus.told()).as("a mark that does not move is not told").isEmpty();
          world.chat.read(ayse, room(mert), 5);
          assertThat(world.bus.to(ayse.userId()))
              .containsExactly(new ChatStatus(room(mert), ayse.userId(), 5L, 5L, 0L));
          assertThat(world.chat.history().unread(ayse)).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void forTheTeamTheOtherSideIsTheApplicant(Engine engine) {
    on(
        engine,
        (world, ayse, burak, mert) -> {
          say(world, ayse, room(mert), "a");
          say(world, mert, room(mert), "b");
          world.chat.read(burak, room(mert), 2);
          assertThat(seenBy(world, ayse, room(mert)).readSeq())
              .as("a colleague has read it, the applicant has not")
              .isZero();
          assertThat(seenBy(world, ayse, room(mert)).deliveredSeq()).isZero();
          assertThat(seenBy(world, mert, room(mert)).readSeq()).isEqualTo(2);
          deliver(world, mert, 1);
          assertThat(seenBy(world, ayse, room(mert)).deliveredSeq()).isEqualTo(1);
          assertThat(seenBy(world, ayse, room(mert)).readSeq()).isZero();
        });
  }

  @ParameterizedTest
  @EnumSource
  void amongNotesTheOtherSideIsTheFurthestColleague(Engine engine) {
    on(
        engine,
        (world, ayse, burak, mert) -> {
          say(world, ayse, notes(mert), "a");
          say(world, ayse, notes(mert), "b");
          world.chat.read(ayse, notes(mert), 2);
          assertThat(seenBy(world, ayse, notes(mert)).readSeq()).isZero();
          world.chat.read(burak, notes(mert), 1);
          assertThat(seenBy(world, ayse, notes(mert)).readSeq()).isEqualTo(1);
          assertThat(seenBy(world, burak, notes(mert)).readSeq()).isEqualTo(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void nobodyReceivesMoreThanThereIs(Engine engine) {
    on(
        engine,
        (world, ayse, burak, mert) -> {
          say(world, ayse, room(mert), "a");
          world.deliveries.note(new RoomId("applicant_nobody"), mert.userId(), 5);
          deliver(world, mert, 4_000_000_000L);
          assertThat(seenBy(world, ayse, room(mert)).deliveredSeq()).isEqualTo(1);
          assertThat(world.bus.to(Subject.TEAM))
              .contains(new ChatStatus(room(mert), mert.userId(), 1L, null));
          say(world, ayse, room(mert), "b");
          assertThat(seenBy(world, ayse, room(mert)).deliveredSeq()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whatWasTakenBackAndWhatIsNoMessageDoesNotCount(Engine engine) {
    on(
        engine,
        (world, ayse, burak, mert) -> {
          MessageId gone = say(world, mert, room(mert), "a");
          say(world, mert, room(mert), "b");
          world.chat.callMe(mert, room(mert), "c");
          world.chat.delete(mert, room(mert), gone);
          var call = world.calls.request(ayse, room(mert), "ring").call();
          world.calls.reject(mert, call.callId());
          assertThat(world.chat.history().unread(burak)).isEqualTo(Map.of(room(mert).value(), 2L));
          assertThat(world.chat.history().unread(mert)).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoComesNewHasNothingToCatchUpWith(Engine engine) {
    on(
        engine,
        (world, ayse, burak, mert) -> {
          say(world, mert, room(mert), "a");
          say(world, mert, room(mert), "b");
          say(world, ayse, notes(mert), "a");
          Identity cem = world.recruiter("cem");
          world.database.<Boolean>write(
              tx ->
                  new AccountStore()
                      .add(
                          tx,
                          new Account(
                              cem.userId(), "Cem", "cem@acme.example", Role.RECRUITER, "tr", false),
                          "cem@acme.example",
                          "hash",
                          world.clock.instant()));

          assertThat(world.chat.history().unread(cem)).isEmpty();
          assertThat(seenBy(world, mert, room(mert)).readSeq())
              .as("nobody of the team has read it")
              .isZero();
          say(world, mert, room(mert), "c");
          assertThat(world.chat.history().unread(cem)).isEqualTo(Map.of(room(mert).value(), 1L));
          world.chat.read(cem, room(mert), 3);
          assertThat(world.chat.history().unread(cem)).isEmpty();
          assertThat(seenBy(world, mert, room(mert)).readSeq()).isEqualTo(3);
          assertThat(world.chat.history().unread(burak)).hasSize(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void nobodyCountsMoreThanAThousand(Engine engine) {
    on(
        engine,
        (world, ayse, burak, mert) -> {
          world.database.<Integer>write(
              tx -> {
                for (int seq = 1; seq <= 1_100; seq++) {
                  tx.update(
                      "INSERT INTO messages (room_id, seq, id, sender_id, sender_name, kind, body,"
                          + " request_key, sent_at) VALUES (?, ?, ?, ?, 'Mert', 'TEXT', 'x', ?, 1)",
                      room(mert),
                      seq,
                      "m" + seq,
                      mert.userId(),
                      "k" + seq);
                }
                return tx.update("UPDATE rooms SET last_seq = 1100 WHERE id = ?", room(mert));
              });
          assertThat(world.chat.history().unread(ayse))
              .isEqualTo(Map.of(room(mert).value(), 1_000L));
        });
  }
}
