package dev.optima.backend.chat;

import static dev.optima.backend.world.World.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.MessageList;
import dev.optima.protocol.rest.NewMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Edits, deletions and reactions that somebody missed.
class ChangesTest {
  @TempDir Path folder;

  private static List<MessageId> say(World world, Identity who, Identity about, int many) {
    var ids = new ArrayList<MessageId>();
    for (int i = 0; i < many; i++) {
      var message = new NewMessage("k" + i, "body " + i, null, null);
      ids.add(world.chat.send(who, room(about), message).messageId());
    }
    return ids;
  }

  private static MessageList changes(World world, Identity who, Identity about, long after) {
    return world.chat.history().changes(who, room(about), after, 50);
  }

  @ParameterizedTest
  @EnumSource
  void whatChangedWhileAwayComesAsItIsNow(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity ayse = world.recruiter("ayse");
      Identity mert = world.applicant("mert");
      List<MessageId> ids = say(world, ayse, mert, 4);
      assertThat(changes(world, mert, mert, 0).messages()).isEmpty();
      assertThat(changes(world, mert, mert, 0).lastChange()).isZero();

      world.chat.edit(ayse, room(mert), ids.get(2), "first");
      world.chat.react(mert, room(mert), ids.get(0), "👍", false);
      world.chat.edit(ayse, room(mert), ids.get(2), "second");
      world.chat.delete(ayse, room(mert), ids.get(3));

      MessageList all = changes(world, mert, mert, 0);
      assertThat(all.messages())
          .extracting(ChatEntry::messageId)
          .containsExactly(ids.get(0), ids.get(2), ids.get(3));
      assertThat(all.messages()).extracting(ChatEntry::change).containsExactly(2L, 3L, 4L);
      assertThat(all.lastChange()).isEqualTo(4);
      assertThat(all.lastSeq()).isEqualTo(4);
      assertThat(all.messages().get(0).reactions())
          .containsExactly(new ChatEntry.Reaction("👍", List.of(mert.userId())));
      assertThat(all.messages().get(1).body()).isEqualTo("second");
      assertThat(all.messages().get(2).deletedAt()).isNotNull();
      assertThat(all.messages().get(2).body()).isEmpty();

      assertThat(changes(world, mert, mert, 3).messages())
          .extracting(ChatEntry::messageId)
          .containsExactly(ids.get(3));
      assertThat(changes(world, mert, mert, 4).messages()).isEmpty();
      assertThat(changes(world, mert, mert, 4_000).messages()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsToldCarriesTheNumberThatIsStored(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity ayse = world.recruiter("ayse");
      Identity mert = world.applicant("mert");
      MessageId id = say(world, ayse, mert, 1).getFirst();
      world.bus.clear();
      world.chat.react(mert, room(mert), id, "🎉", false);
      world.chat.react(mert, room(mert), id, "🎉", false);
      world.chat.edit(ayse, room(mert), id, "better");
      world.chat.react(mert, room(mert), id, "🎉", true);
      List<Long> told =
          world.bus.to(Subject.TEAM).stream()
              .map(
                  message ->
                      switch (message) {
                        case ServerMessage.ChatMessage(ChatEntry entry) -> entry.change();
                        case ServerMessage.ChatReaction reaction -> reaction.change();
                        default -> throw new AssertionError(message);
                      })
              .toList();
      assertThat(told).as("a reaction given twice is one change").containsExactly(1L, 2L, 3L);
      assertThat(changes(world, mert, mert, 0).messages())
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.change()).isEqualTo(3);
                assertThat(entry.reactions()).isNull();
                assertThat(entry.body()).isEqualTo("better");
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesOfChangesFollowOneAnother(Engine engine) {
    try (var world = new World(engine.open(folder))) {
      Identity ayse = world.recruiter("ayse");
      Identity mert = world.applicant("mert");
      List<MessageId> ids = say(world, ayse, mert, 7);
      for (MessageId id : ids.reversed()) {
        world.chat.edit(ayse, room(mert), id, "x");
      }
      var seen = new ArrayList<MessageId>();
      long after = 0;
      for (int page = 0; page < 4; page++) {
        MessageList list = world.chat.history().changes(mert, room(mert), after, 2);
        list.messages().forEach(entry -> seen.add(entry.messageId()));
        after = Objects.requireNonNull(list.messages().getLast().change());
      }
      assertThat(seen).isEqualTo(ids.reversed());
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyAtOnceLeaveNoNumberOut(Engine engine) throws InterruptedException {
    try (var world = new World(engine.open(folder));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Identity ayse = world.recruiter("ayse");
      Identity mert = world.applicant("mert");
      List<MessageId> ids = say(world, ayse, mert, 40);
      for (MessageId id : ids) {
        threads.execute(() -> world.chat.edit(ayse, room(mert), id, "better"));
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      assertThat(changes(world, mert, mert, 0).messages())
          .extracting(ChatEntry::change)
          .isEqualTo(LongStream.rangeClosed(1, 40).boxed().toList());
    }
  }
}
