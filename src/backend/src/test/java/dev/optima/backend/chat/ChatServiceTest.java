package dev.optima.backend.chat;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage.ChatSend;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.message.ServerMessage.ChatAck;
import dev.optima.protocol.rest.MessageList;
import dev.optima.protocol.rest.NewMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChatServiceTest {
  @TempDir Path folder;

  private void on(Engine engine, Story story) {
    Story.on(engine, folder, story);
  }

  private static ChatAck say(World world, Identity who, RoomId room, String key, String body) {
    return world.chat.send(who, room, new NewMessage(key, body, null, null));
  }

  private static ErrorCode refused(Runnable command) {
    return catchThrowableOfType(Refusal.class, command::run).code();
  }

  @ParameterizedTest
  @EnumSource
  void numbersRiseByOneAndAKeyCountsOnce(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          ChatAck first = say(world, ayse, room(mert), "a", "Günaydın");
          ChatAck again = say(world, ayse, room(mert), "a", "something else");
          ChatAck second = say(world, mert, room(mert), "a", "Merhaba");
          assertThat(again).isEqualTo(first);
          assertThat(List.of(first.seq(), second.seq())).containsExactly(1L, 2L);
          assertThat(world.bus.to(Subject.TEAM)).hasSize(2);
          MessageList all = world.chat.history().messages(mert, room(mert), null, null, 50);
          assertThat(all.lastSeq()).isEqualTo(2);
          assertThat(all.messages())
              .extracting(ChatEntry::body)
              .containsExactly("Günaydın", "Merhaba");
          assertThat(all.messages())
              .extracting(ChatEntry::senderName)
              .containsExactly("Name of ayse", "Name of mert");
        });
  }

  @ParameterizedTest
  @EnumSource
  void manyAtOnceLeaveNoGapAndComeInOrder(Engine engine) throws InterruptedException {
    try (var world = new World(engine.open(folder));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Identity mert = world.applicant("mert");
      int senders = 20;
      int each = 25;
      for (int s = 0; s < senders; s++) {
        Identity who = world.recruiter("r" + s);
        threads.execute(
            () -> {
              for (int i = 0; i < each; i++) {
                say(world, who, room(mert), "k" + i % (each - 5), "message " + i);
              }
            });
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      long total = senders * (each - 5L);
      List<Long> stored = new ArrayList<>();
      for (long after = 0; after < total; after = stored.getLast()) {
        world
            .chat
            .history()
            .messages(mert, room(mert), after, null, 200)
            .messages()
            .forEach(entry -> stored.add(entry.seq()));
      }
      assertThat(stored).isEqualTo(LongStream.rangeClosed(1, total).boxed().toList());
      assertThat(
              world.bus.to(mert.userId()).stream()
                  .map(message -> ((ServerMessage.ChatMessage) message).entry().seq()))
          .containsExactlyElementsOf(stored);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sentLaterMeansInTheOrderOfSending(Engine engine) throws InterruptedException {
    try (var world = new World(engine.open(folder))) {
      Identity mert = world.applicant("mert");
      var acks = new ConcurrentLinkedQueue<ChatAck>();
      var done = new CountDownLatch(300);
      for (int i = 0; i < 300; i++) {
        world.chat.sendLater(
            mert,
            new ChatSend(room(mert), "k" + i, "b" + i, null, null),
            "connection",
            new Database.Outcome<>() {
              @Override
              public void durable(ChatAck ack) {
                acks.add(ack);
                done.countDown();
              }

              @Override
              public void failed(RuntimeException cause) {
                done.countDown();
              }
            });
      }
      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(acks).extracting(ChatAck::key).startsWith("k0", "k1", "k2").endsWith("k299");
      assertThat(acks).extracting(ChatAck::seq).isSorted().hasSize(300);
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesGoBothWays(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          for (int i = 1; i <= 10; i++) {
            say(world, ayse, room(mert), "k" + i, "b" + i);
          }
          assertThat(seqs(world.chat.history().messages(mert, room(mert), 7L, null, 50)))
              .containsExactly(8L, 9L, 10L);
          assertThat(seqs(world.chat.history().messages(mert, room(mert), null, 4L, 2)))
              .containsExactly(2L, 3L);
          assertThat(seqs(world.chat.history().messages(mert, room(mert), null, null, 3)))
              .containsExactly(8L, 9L, 10L);
          assertThat(seqs(world.chat.history().messages(mert, room(mert), 10L, null, 3))).isEmpty();
          assertThat(world.chat.history().missed(mert, room(mert), 8)).hasSize(2);
        });
  }

  private static List<Long> seqs(MessageList list) {
    return list.messages().stream().map(ChatEntry::seq).toList();
  }

  @ParameterizedTest
  @EnumSource
  void marksOnlyMoveForward(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          for (int i = 1; i <= 5; i++) {
            say(world, ayse, room(mert), "k" + i, "b" + i);
          }
          world.deliveries.note(room(mert), mert.userId(), 4);
          world.deliveries.note(room(mert), mert.userId(), 3);
          world.deliveries.flush();
          world.chat.read(mert, room(mert), 2);
          MessageList list = world.chat.history().messages(ayse, room(mert), null, null, 1);
          assertThat(list.deliveredSeq()).isEqualTo(4);
          assertThat(list.readSeq()).isEqualTo(2);
          assertThat(world.chat.history().unread(mert)).containsEntry(room(mert).value(), 3L);
          world.chat.read(mert, room(mert), 1);
          world.chat.read(mert, room(mert), 1_000);
          list = world.chat.history().messages(ayse, room(mert), null, null, 1);
          assertThat(list.readSeq()).isEqualTo(5);
          assertThat(list.deliveredSeq()).isEqualTo(5);
          assertThat(world.chat.history().unread(mert)).isEmpty();
          assertThat(world.chat.history().unread(ayse)).isEmpty();
          assertThat(world.chat.history().unread(world.recruiter("burak")))
              .containsEntry(room(mert).value(), 5L);
        });
  }

  @ParameterizedTest
  @EnumSource
  void reactionsStandOnceEachAndGoWithTheMessage(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          MessageId id = say(world, ayse, room(mert), "k", "b").messageId();
          world.chat.react(mert, room(mert), id, "👍", false);
          world.chat.react(mert, room(mert), id, "👍", false);
          world.chat.react(ayse, room(mert), id, "👍", false);
          assertThat(world.chat.react(ayse, room(mert), id, "🎉", false)).hasSize(2);
          world.chat.react(ayse, room(mert), id, "👍", true);
          ChatEntry entry =
              world.chat.history().messages(mert, room(mert), null, null, 1).messages().getFirst();
          assertThat(entry.reactions())
              .containsExactlyInAnyOrder(
                  new ChatEntry.Reaction("👍", List.of(mert.userId())),
                  new ChatEntry.Reaction("🎉", List.of(ayse.userId())));
          assertThat(refused(() -> world.chat.react(mert, room(mert), id, "<b>", false)))
              .isEqualTo(ErrorCode.INVALID);
        });
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheAuthorChangesAMessage(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          MessageId id = say(world, mert, room(mert), "k", "b").messageId();
          assertThat(refused(() -> world.chat.edit(ayse, room(mert), id, "x")))
              .isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(refused(() -> world.chat.delete(ayse, room(mert), id)))
              .isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(world.chat.edit(mert, room(mert), id, "better").editedAt()).isNotNull();
          ChatEntry gone = world.chat.delete(mert, room(mert), id);
          assertThat(gone.body()).isEmpty();
          assertThat(gone.deletedAt()).isNotNull();
          assertThat(refused(() -> world.chat.edit(mert, room(mert), id, "x")))
              .isEqualTo(ErrorCode.STALE);
          assertThat(world.chat.history().unread(ayse)).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void repliesStayInTheRoom(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          Identity deniz = world.applicant("deniz");
          MessageId here = say(world, ayse, room(mert), "a", "b").messageId();
          MessageId there = say(world, ayse, room(deniz), "b", "b").messageId();
          var reply = new NewMessage("c", "yes", here, null);
          assertThat(world.chat.send(mert, room(mert), reply).seq()).isEqualTo(2);
          assertThat(
                  refused(
                      () ->
                          world.chat.send(mert, room(mert), new NewMessage("d", "x", there, null))))
              .isEqualTo(ErrorCode.INVALID);
          assertThat(world.chat.history().messages(mert, room(mert), 1L, null, 10).messages())
              .singleElement()
              .satisfies(entry -> assertThat(entry.replyTo()).isEqualTo(here));
          assertThat(refused(() -> world.chat.edit(ayse, room(mert), there, "x")))
              .isEqualTo(ErrorCode.NOT_FOUND);
        });
  }

  @ParameterizedTest
  @EnumSource
  void aRoomIsForItsPeople(Engine engine) {
    on(
        engine,
        (world, ayse, mert) -> {
          Identity deniz = world.applicant("deniz");
          Identity page = Identity.ofTicket(mert.userId(), Role.APPLICANT, "x", new CallId("c"));
          var nowhere = new RoomId("applicant_nobody");
          assertThat(refused(() -> say(world, deniz, room(mert), "k", "b")))
              .isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(refused(() -> say(world, page, room(mert), "k", "b")))
              .isEqualTo(ErrorCode.FORBIDDEN);
          assertThat(refused(() -> say(world, ayse, nowhere, "k", "b")))
              .isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(refused(() -> world.chat.history().messages(deniz, room(mert), null, null, 1)))
              .isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(refused(() -> world.chat.history().messages(ayse, nowhere, null, null, 1)))
              .isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(refused(() -> world.chat.read(deniz, room(mert), 1)))
              .isEqualTo(ErrorCode.NOT_FOUND);
          assertThat(world.chat.history().missed(deniz, room(mert), 0)).isEmpty();
          assertThat(world.bus.told()).isEmpty();
        });
  }
}
