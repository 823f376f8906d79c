package dev.optima.console.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.chat.ComposerViewModel.Aim;
import dev.optima.console.chat.ComposerViewModel.Mode;
import dev.optima.console.sample.Samples;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The chat and the notes as one thread, and what is done with its messages.
class ThreadNotesTest {
  @TempDir Path folder;

  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.on(folder);
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  private ThreadViewModel thread() {
    return rig.thread();
  }

  private ComposerViewModel composer() {
    return rig.thread().composer();
  }

  private ChatEntry said(RoomId room, String body) {
    rig.later(1);
    return rig.said(room, Samples.JOHN, body);
  }

  @Test
  void mergesBothRoomsByTimeAndMarksTheNotes() {
    said(ChatRig.CHAT, "one");
    said(ChatRig.NOTES, "two");
    said(ChatRig.CHAT, "three");
    thread().open();
    assertThat(rig.bodies()).containsExactly("one", "two", "three");
    assertThat(
            thread().items().stream()
                .filter(ThreadItem.Said.class::isInstance)
                .map(item -> ((ThreadItem.Said) item).isNote()))
        .containsExactly(false, true, false);
  }

  @Test
  void showsNoHoleWhereOneRoomReachesFurtherBack() {
    said(ChatRig.NOTES, "old note");
    for (int i = 1; i <= 70; i++) {
      said(ChatRig.CHAT, "message " + i);
    }
    thread().open();
    assertThat(rig.bodies()).hasSize(50).startsWith("message 21");
    thread().loadOlder();
    assertThat(rig.bodies()).hasSize(71).startsWith("old note", "message 1");
  }

  @Test
  void keepsOnlyAWindowHoweverFarOnePages() {
    for (int i = 1; i <= 1000; i++) {
      said(i % 10 == 0 ? ChatRig.NOTES : ChatRig.CHAT, "m" + i);
    }
    thread().open();
    thread().look("view", false, false);
    while (thread().hasOlder().get()) {
      thread().loadOlder();
      assertThat(rig.bodies()).hasSizeLessThanOrEqualTo(Stretch.MOST + 2);
    }
    assertThat(rig.bodies()).startsWith("m1", "m2");
    assertThat(thread().hasNewer().get()).isTrue();
    while (thread().hasNewer().get()) {
      thread().loadNewer();
    }
    assertThat(rig.bodies()).endsWith("m999", "m1000");
    List<String> bodies = rig.bodies();
    assertThat(bodies).doesNotHaveDuplicates().hasSizeGreaterThan(300);
  }

  @Test
  void jumpsToAMessageFarBackAndReturns() {
    ChatEntry first = said(ChatRig.CHAT, "the first");
    said(ChatRig.NOTES, "a note then");
    for (int i = 1; i <= 300; i++) {
      said(i % 5 == 0 ? ChatRig.NOTES : ChatRig.CHAT, "m" + i);
    }
    thread().open();
    thread().jumpTo(ChatRig.CHAT, first.messageId());
    assertThat(rig.bodies()).startsWith("the first", "a note then", "m1");
    assertThat(thread().spot().get()).isEqualTo(ThreadItem.entryKey(first));
    assertThat(thread().hasNewer().get()).isTrue();
    rig.tell(said(ChatRig.CHAT, "meanwhile"));
    assertThat(rig.bodies()).doesNotContain("meanwhile");
    thread().toLatest();
    assertThat(rig.bodies()).endsWith("m300", "meanwhile");
  }

  @Test
  void writesANoteToTheTeamsRoomAlone() throws Exception {
    rig.connect();
    thread().open();
    composer().text().set("for John");
    composer().write(Mode.NOTE);
    assertThat(composer().text().get()).isEmpty();
    composer().text().set("about John");
    composer().send();
    ClientMessage.ChatSend sent = rig.backend.socket().next(ClientMessage.ChatSend.class);
    assertThat(sent.roomId()).isEqualTo(ChatRig.NOTES);
    assertThat(sent.body()).isEqualTo("about John");
    composer().write(Mode.CHAT);
    assertThat(composer().text().get()).isEqualTo("for John");
  }

  @Test
  void writesToTheApplicantAgainAfterTheThreadWasLeft() {
    thread().open();
    composer().write(Mode.NOTE);
    composer().text().set("half a note");
    composer().leave();
    assertThat(composer().mode().get()).isEqualTo(Mode.CHAT);
    assertThat(composer().text().get()).isEmpty();
    assertThat(composer().hasNoteDraft()).isTrue();
  }

  @Test
  void asksBeforeANoteIsPastedIntoTheChat() {
    said(ChatRig.NOTES, "Salary band B, not to be told yet");
    thread().open();
    assertThat(composer().wouldLeak("Salary band B")).isTrue();
    assertThat(composer().wouldLeak("Good morning, John")).isFalse();
    composer().write(Mode.NOTE);
    assertThat(composer().wouldLeak("Salary band B")).isFalse();
    composer().copied("never said, only typed");
    composer().write(Mode.CHAT);
    assertThat(composer().wouldLeak("never said, only typed")).isTrue();
  }

  @Test
  void keepsDraftsOverARestart() {
    composer().text().set("to John");
    composer().write(Mode.NOTE);
    composer().text().set("about John");
    rig.restart();
    assertThat(composer().text().get()).isEqualTo("to John");
    composer().write(Mode.NOTE);
    assertThat(composer().text().get()).isEqualTo("about John");
  }

  @Test
  void sendsAfterARestartWhatWasWrittenWithoutAConnection() throws Exception {
    thread().open();
    composer().text().set("first");
    composer().send();
    composer().text().set("second");
    composer().send();
    assertThat(rig.sending()).hasSize(2).allMatch(ThreadItem.Sending::waiting);
    List<String> keys = rig.sending().stream().map(ThreadItem.Sending::key).toList();
    rig.restart();
    thread().open();
    assertThat(rig.sending())
        .extracting(one -> one.unsent().body())
        .containsExactly("first", "second");
    rig.dial();
    var first = rig.backend.socket().next(ClientMessage.ChatSend.class);
    var second = rig.backend.socket().next(ClientMessage.ChatSend.class);
    assertThat(List.of(first.key(), second.key())).isEqualTo(keys);
    rig.say(new ServerMessage.ChatAck(ChatRig.CHAT, keys.get(0), new MessageId("a"), 1, rig.now()));
    rig.say(new ServerMessage.ChatAck(ChatRig.CHAT, keys.get(1), new MessageId("b"), 2, rig.now()));
    assertThat(rig.sending()).isEmpty();
    assertThat(rig.bodies()).containsExactly("first", "second");
    rig.restart();
    thread().open();
    assertThat(rig.sending()).isEmpty();
  }

  @Test
  void showsAMessageOnceThoughItsAcknowledgementWasLost() {
    thread().open();
    composer().text().set("said, and stored");
    composer().send();
    Unsent unsent = rig.sending().getFirst().unsent();
    rig.backend.rooms().add(unsent.entry(Samples.ELIF, new MessageId("a"), 1, rig.now()));
    rig.welcome();
    assertThat(rig.bodies()).containsExactly("said, and stored");
    assertThat(rig.sending()).isEmpty();
  }

  @Test
  void keepsARefusedMessageOverARestartUntilItIsDiscarded() {
    thread().open();
    composer().text().set("too much");
    composer().send();
    String key = rig.sending().getFirst().key();
    rig.say(ServerMessage.Failure.of(ErrorCode.FORBIDDEN, "no", key));
    rig.restart();
    thread().open();
    assertThat(rig.sending().getFirst().problem()).isNotNull();
    thread().own().discard(key);
    assertThat(rig.sending()).isEmpty();
  }

  @Test
  void changesOnesLastMessageAndShowsItAtOnce() throws Exception {
    rig.connect();
    ChatEntry mine = rig.said(ChatRig.CHAT, Samples.ELIF, "Helo");
    said(ChatRig.CHAT, "from John");
    thread().open();
    composer().text().set("a draft");
    assertThat(composer().editLast()).as("while something is written").isFalse();
    composer().text().set("");
    assertThat(composer().editLast()).isTrue();
    assertThat(composer().aim().get()).isInstanceOf(Aim.Edit.class);
    composer().text().set("Hello");
    composer().send();
    assertThat(rig.backend.socket().next(ClientMessage.ChatEdit.class).body()).isEqualTo("Hello");
    assertThat(rig.bodies()).containsExactly("Hello", "from John");
    rig.tell(
        rig.backend.rooms().change(ChatRig.CHAT, 1, e -> States.edited(e, "Hello", rig.now())));
    assertThat(((ThreadItem.Said) thread().items().get(1)).pending()).isFalse();
    assertThat(thread().items().get(1).key()).isEqualTo(ThreadItem.entryKey(mine));
  }

  @Test
  void saysAnEditAgainWhenTheConnectionWasLost() throws Exception {
    rig.said(ChatRig.CHAT, Samples.ELIF, "Helo");
    thread().open();
    composer().editLast();
    composer().text().set("Hello");
    composer().send();
    assertThat(rig.last().pending()).isTrue();
    rig.connect();
    rig.welcome();
    assertThat(rig.backend.socket().next(ClientMessage.ChatEdit.class).body()).isEqualTo("Hello");
  }

  @Test
  void leavesATraceOfWhatWasTakenBack() {
    ChatEntry mine = rig.said(ChatRig.CHAT, Samples.ELIF, "oops");
    thread().open();
    thread().own().delete(mine);
    assertThat(rig.last().entry().deletedAt()).isNotNull();
    assertThat(rig.last().entry().body()).isEmpty();
  }

  @Test
  void reactsAndTakesItBack() throws Exception {
    rig.connect();
    ChatEntry entry = said(ChatRig.CHAT, "done");
    thread().open();
    thread().own().react(entry, "👍");
    assertThat(PendingActs.has(rig.last().entry(), Samples.ELIF, "👍")).isTrue();
    assertThat(rig.backend.socket().next(ClientMessage.ChatReact.class).remove()).isNull();
    ChatEntry now =
        rig.backend
            .rooms()
            .change(ChatRig.CHAT, 1, e -> States.toggled(e, Samples.ELIF, "👍", true));
    rig.tell(now);
    thread().own().react(rig.last().entry(), "👍");
    assertThat(rig.backend.socket().next(ClientMessage.ChatReact.class).remove()).isTrue();
    assertThat(PendingActs.has(rig.last().entry(), Samples.ELIF, "👍")).isFalse();
  }

  @Test
  void answersANoteAmongTheNotesAndQuotesIt() throws Exception {
    rig.connect();
    ChatEntry note = said(ChatRig.NOTES, "ask about testing");
    thread().open();
    composer().reply(note);
    assertThat(composer().mode().get()).isEqualTo(Mode.NOTE);
    composer().text().set("I will");
    composer().send();
    ClientMessage.ChatSend sent = rig.backend.socket().next(ClientMessage.ChatSend.class);
    assertThat(sent.replyTo()).isEqualTo(note.messageId());
    ThreadItem.Quote quote = Objects.requireNonNull(rig.sending().getFirst().quote());
    assertThat(Objects.requireNonNull(quote.entry()).body()).isEqualTo("ask about testing");
    assertThat(composer().aim().get()).isInstanceOf(Aim.New.class);
  }

  @Test
  void drawsTheLineBeforeWhatIsNewAndKeepsItWhileOneReads() {
    said(ChatRig.CHAT, "read");
    said(ChatRig.CHAT, "new");
    rig.backend.rooms().readUpTo(ChatRig.CHAT, 1);
    thread().open();
    thread().look("view", true, true);
    assertThat(kinds()).containsExactly("Day", "Said", "Unread", "Said");
    rig.tell(said(ChatRig.CHAT, "newer"));
    assertThat(kinds()).containsExactly("Day", "Said", "Unread", "Said", "Said");
    composer().text().set("thanks");
    composer().send();
    assertThat(kinds()).doesNotContain("Unread");
  }

  @Test
  void countsWhatComesWhileOneReadsFurtherUp() {
    said(ChatRig.CHAT, "one");
    thread().open();
    thread().look("view", false, false);
    rig.tell(said(ChatRig.CHAT, "two"));
    rig.tell(rig.said(ChatRig.CHAT, Samples.ELIF, "mine"));
    assertThat(thread().missed().get()).isEqualTo(1);
    thread().look("view", false, true);
    assertThat(thread().missed().get()).isZero();
  }

  @Test
  void offersTheWayBackIntoACallWhileItLives() {
    CallSnapshot call =
        Samples.call(
            "c1", Samples.JOHN, "John", Samples.ELIF, "Elif", CallState.ACTIVE, 2, rig.now());
    rig.backend.add(Samples.started(1, call));
    thread().open();
    assertThat(((ThreadItem.Called) thread().items().getLast()).live()).isTrue();
    assertThat(((ThreadItem.Called) thread().items().getLast()).mine()).isTrue();
    CallSnapshot over =
        Samples.ended(
            call, CallState.ENDED, CallOutcome.COMPLETED, Duration.ofMinutes(3), rig.now(), null);
    rig.tell(Samples.event(2, over));
    assertThat(thread().items().stream().filter(ThreadItem.Called.class::isInstance))
        .hasSize(2)
        .noneMatch(item -> ((ThreadItem.Called) item).live());
  }

  @Test
  void findsWordsInBothRoomsOfTheThread() {
    said(ChatRig.CHAT, "about Kafka");
    said(ChatRig.NOTES, "knows Kafka well");
    SearchViewModel search = thread().search();
    search.query().set("Kafka");
    rig.later(1);
    rig.tick();
    assertThat(search.hits()).hasSize(2);
    assertThat(search.searched().get()).isTrue();
    search.query().set("");
    assertThat(search.hits()).isEmpty();
  }

  private List<String> kinds() {
    return thread().items().stream().map(item -> item.getClass().getSimpleName()).toList();
  }
}
