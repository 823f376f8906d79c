package dev.optima.console.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.sample.Samples;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever comes in whatever order (events late, twice or never, answers late, connections lost,
/// pages back and forth, jumps), once things are quiet each entry of both rooms is there once, in
/// order, in its newest state.
class ThreadPropertyTest {

  private enum Act {
    SAY,
    EDIT,
    REACT,
    DELIVER,
    DELIVER_LATE,
    REPEAT,
    ANSWER,
    LOSE,
    RETURN,
    OLDER,
    NEWER,
    JUMP,
    LATEST
  }

  /// @param pick which room, entry or event
  private record Step(Act act, int pick) {}

  @Property(tries = 60)
  void hasEachEntryOnceInOrderAndAsItIsNow(@ForAll("steps") List<Step> steps) throws Exception {
    Path folder = Files.createTempDirectory("optima-thread");
    Deque<Runnable> answers = new ArrayDeque<>();
    try (ChatRig rig = ChatRig.on(folder, Runnable::run, answers::add)) {
      World world = new World(rig, answers);
      world.begin();
      for (Step step : steps) {
        world.play(step);
      }
      world.calmDown();
      assertThat(shown(rig)).isEqualTo(world.all());
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(Arbitraries.of(Act.class), Arbitraries.integers().between(0, 1000))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(60);
  }

  private static List<ChatEntry> shown(ChatRig rig) {
    return rig.thread().items().stream()
        .filter(ThreadItem.Said.class::isInstance)
        .map(item -> ((ThreadItem.Said) item).entry())
        .toList();
  }

  /// The backend as it is, and the wire between.
  private static final class World {
    private final ChatRig rig;
    private final Deque<Runnable> answers;
    private final List<ServerMessage> wire = new ArrayList<>();
    private final List<ServerMessage> told = new ArrayList<>();
    private boolean connected = true;
    private int count;

    World(ChatRig rig, Deque<Runnable> answers) {
      this.rig = rig;
      this.answers = answers;
    }

    void begin() {
      for (int i = 0; i < 130; i++) {
        say(i);
      }
      wire.clear();
      rig.thread().open();
    }

    private void say(int pick) {
      rig.later(1);
      RoomId room = pick % 4 == 0 ? ChatRig.NOTES : ChatRig.CHAT;
      send(new ServerMessage.ChatMessage(rig.said(room, Samples.JOHN, "said " + ++count)));
    }

    private void send(ServerMessage message) {
      if (connected) {
        wire.add(message);
      }
    }

    void play(Step step) {
      int pick = step.pick();
      switch (step.act()) {
        case SAY -> say(pick);
        case EDIT -> edit(pick);
        case REACT -> react(pick);
        case DELIVER -> deliver(0);
        case DELIVER_LATE -> deliver(pick);
        case REPEAT -> {
          if (connected && !told.isEmpty()) {
            rig.say(told.get(pick % told.size()));
          }
        }
        case ANSWER -> answer();
        case LOSE -> {
          connected = false;
          wire.clear();
        }
        case RETURN -> comeBack();
        case OLDER -> {
          rig.thread().look("view", false, false);
          rig.thread().loadOlder();
        }
        case NEWER -> rig.thread().loadNewer();
        case JUMP -> rig.thread().jumpTo(all().get(pick % all().size()));
        case LATEST -> rig.thread().toLatest();
      }
    }

    private void edit(int pick) {
      ChatEntry entry = all().get(pick % all().size());
      ChatEntry now =
          rig.backend
              .rooms()
              .change(
                  entry.roomId(),
                  entry.seq(),
                  e -> States.edited(e, e.body() + " edited", rig.now()));
      send(new ServerMessage.ChatMessage(now));
    }

    private void react(int pick) {
      ChatEntry entry = all().get(pick % all().size());
      ChatEntry now =
          rig.backend
              .rooms()
              .change(
                  entry.roomId(),
                  entry.seq(),
                  e -> States.toggled(e, Samples.JOHN, "👍", pick % 3 != 0));
      send(
          new ServerMessage.ChatReaction(
              now.roomId(),
              now.messageId(),
              Objects.requireNonNull(now.reactions()),
              Objects.requireNonNull(now.change())));
    }

    private void deliver(int pick) {
      if (!wire.isEmpty()) {
        ServerMessage message = wire.remove(pick % wire.size());
        told.add(message);
        rig.say(message);
      }
    }

    private void answer() {
      if (!answers.isEmpty()) {
        answers.remove().run();
      }
    }

    private void comeBack() {
      if (!connected) {
        connected = true;
        rig.welcome();
      }
    }

    /// Everything that is under way arrives, and the thread goes to its very beginning and end.
    void calmDown() {
      comeBack();
      while (!wire.isEmpty()) {
        deliver(0);
      }
      settle();
      rig.thread().toLatest();
      settle();
      for (int i = 0; i < 20 && rig.thread().hasOlder().get(); i++) {
        rig.thread().loadOlder();
        settle();
      }
    }

    private void settle() {
      while (!answers.isEmpty()) {
        answers.remove().run();
      }
    }

    /// What both rooms have, by time.
    List<ChatEntry> all() {
      return Stream.of(ChatRig.CHAT, ChatRig.NOTES)
          .flatMap(room -> rig.backend.rooms().of(room).stream())
          .sorted(Comparator.comparing(ChatEntry::sentAt))
          .toList();
    }
  }
}
