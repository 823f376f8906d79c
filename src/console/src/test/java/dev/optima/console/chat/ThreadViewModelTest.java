package dev.optima.console.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.chat.ThreadItem.Delivery;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.ServerClock;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.client.SignalTiming;
import dev.optima.console.client.SignalingClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A room's thread: nothing missing, nothing doubled, in order.
class ThreadViewModelTest {
  private static final RoomId ROOM = Samples.JOHNS_ROOM;

  @TempDir Path folder;

  private final HttpExchange http = HttpExchange.standard();
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private ScriptedBackend backend;
  private SignalingClient signals;
  private Threads threads;
  private ThreadViewModel thread;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    signals =
        new SignalingClient(
            backend.address().socket(),
            ScriptedBackend.TOKEN,
            SignalTiming.standard(),
            InstantSource.system(),
            new ServerClock(InstantSource.system()),
            event -> {});
    signals.start();
    backend.socket().next(ClientMessage.Hello.class);
    signals.chat(new ClientMessage.ChatSend(ROOM, "ready", "?", null, null));
    backend.socket().next(ClientMessage.ChatSend.class);
    threads = threads(new Tasks(Runnable::run, Runnable::run));
    thread = threads.of(ROOM);
  }

  private Threads threads(Tasks tasks) {
    return new Threads(
        new ChatGround(
            Samples.ELIF,
            ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN),
            signals,
            tasks,
            () -> now,
            ZoneId.of("Europe/Istanbul"),
            folder));
  }

  @AfterEach
  void stop() throws Exception {
    signals.close();
    backend.close();
    http.close();
  }

  @Test
  void loadsTheNewestAndThenBack() {
    history(120);
    thread.open();
    assertThat(seqs()).hasSize(50).startsWith(71L).endsWith(120L);
    assertThat(thread.hasOlder().get()).isTrue();
    thread.loadOlder();
    thread.loadOlder();
    assertThat(seqs()).hasSize(120).isSorted().doesNotHaveDuplicates();
    assertThat(thread.hasOlder().get()).isFalse();
  }

  @Test
  void putsADayBeforeEachDayByTheClockHere() {
    backend.add(text(1, Samples.JOHN, "late", Instant.parse("2026-11-20T20:59:00Z")));
    backend.add(text(2, Samples.JOHN, "after midnight", Instant.parse("2026-11-20T21:01:00Z")));
    thread.open();
    assertThat(thread.items())
        .extracting(item -> item.getClass().getSimpleName())
        .containsExactly("Day", "Said", "Day", "Said");
  }

  @Test
  void sendsOnceAndShowsItOnceWhicheverComesFirst() throws Exception {
    history(1);
    thread.open();
    thread.composer().text().set("  Hello  ");
    thread.composer().send();
    assertThat(thread.composer().text().get()).isEmpty();
    ClientMessage.ChatSend sent = backend.socket().next(ClientMessage.ChatSend.class);
    assertThat(sent.body()).isEqualTo("Hello");
    assertThat(thread.items().getLast()).isInstanceOf(ThreadItem.Sending.class);
    say(new ServerMessage.ChatAck(ROOM, sent.key(), new MessageId("m2"), 2, now));
    assertThat(last()).isInstanceOf(ThreadItem.Said.class);
    say(new ServerMessage.ChatMessage(withKey(text(2, Samples.ELIF, "Hello", now), sent.key())));
    assertThat(seqs()).containsExactly(1L, 2L);
  }

  @Test
  void showsItOnceWhenTheMessageComesBeforeTheAck() throws Exception {
    history(1);
    thread.open();
    thread.composer().text().set("Hello");
    thread.composer().send();
    String key = backend.socket().next(ClientMessage.ChatSend.class).key();
    say(new ServerMessage.ChatMessage(withKey(text(2, Samples.ELIF, "Hello", now), key)));
    say(new ServerMessage.ChatAck(ROOM, key, new MessageId("m2"), 2, now));
    assertThat(thread.items()).hasSize(3);
    assertThat(seqs()).containsExactly(1L, 2L);
  }

  @Test
  void asksForWhatIsMissingBetween() {
    history(3);
    thread.open();
    backend.says(ROOM, Samples.JOHN, "John Doe", "four", now);
    ChatEntry five = backend.says(ROOM, Samples.JOHN, "John Doe", "five", now);
    say(new ServerMessage.ChatMessage(five));
    assertThat(seqs()).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void missesNothingThatComesWhileItLoads() {
    history(2);
    Deque<Runnable> background = new ArrayDeque<>();
    Threads slow = threads(new Tasks(background::add, Runnable::run));
    thread = slow.of(ROOM);
    thread.open();
    Runnable answered = background.remove();
    ChatEntry three = Samples.text(ROOM, 3, Samples.JOHN, "John Doe", "three", now);
    slow.on(new SignalEvent.Received(new ServerMessage.ChatMessage(three)));
    answered.run();
    backend.add(three);
    while (!background.isEmpty()) {
      background.remove().run();
    }
    assertThat(seqs()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void doublesNothingAfterAResume() {
    history(3);
    thread.open();
    ChatEntry four = backend.says(ROOM, Samples.JOHN, "John Doe", "four", now);
    say(welcome());
    say(new ServerMessage.ChatMessage(four));
    assertThat(seqs()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void keepsARefusedMessageWithItsReason() throws Exception {
    thread.open();
    thread.composer().text().set("too often");
    thread.composer().send();
    String key = backend.socket().next(ClientMessage.ChatSend.class).key();
    say(ServerMessage.Failure.of(ErrorCode.RATE_LIMITED, "slow down", key));
    assertThat(last())
        .isInstanceOfSatisfying(
            ThreadItem.Sending.class, refused -> assertThat(refused.problem()).isNotNull());
    thread.own().retry(key);
    assertThat(backend.socket().next(ClientMessage.ChatSend.class).key()).isEqualTo(key);
    say(ServerMessage.Failure.of(ErrorCode.RATE_LIMITED, "slow down", key));
    thread.own().takeBack(key);
    assertThat(thread.composer().text().get()).isEqualTo("too often");
    assertThat(thread.items()).isEmpty();
  }

  @Test
  void marksWhatWasDeliveredAndRead() {
    backend.add(text(1, Samples.ELIF, "one", now));
    backend.add(text(2, Samples.ELIF, "two", now));
    backend.add(text(3, Samples.ELIF, "three", now));
    thread.open();
    say(new ServerMessage.ChatStatus(ROOM, Samples.JOHN, 3L, 2L));
    assertThat(deliveries()).containsExactly(Delivery.READ, Delivery.READ, Delivery.DELIVERED);
    say(new ServerMessage.ChatStatus(ROOM, Samples.MERT, 3L, 3L));
    assertThat(deliveries())
        .as("a colleague's reading does not count")
        .endsWith(Delivery.DELIVERED);
  }

  @Test
  void tellsWhatWasReadOnlyWhileItIsSeen() throws Exception {
    history(2);
    thread.open();
    assertThat(backend.socket().peek(ClientMessage.ChatRead.class)).isNull();
    thread.look("view", true, true);
    assertThat(backend.socket().next(ClientMessage.ChatRead.class).seq()).isEqualTo(2);
    thread.look("view", false, true);
    say(new ServerMessage.ChatMessage(text(3, Samples.JOHN, "three", now)));
    thread.look("view", true, true);
    assertThat(backend.socket().next(ClientMessage.ChatRead.class).seq()).isEqualTo(3);
  }

  @Test
  void doesNotCountAsReadWhatWaitsBelowTheEdge() throws Exception {
    history(2);
    thread.open();
    thread.look("room", true, false);
    assertThat(backend.socket().peek(ClientMessage.ChatRead.class)).isNull();
    thread.look("room", false, true);
    assertThat(backend.socket().peek(ClientMessage.ChatRead.class))
        .as("behind another window")
        .isNull();
    thread.look("room", true, true);
    assertThat(backend.socket().next(ClientMessage.ChatRead.class).seq()).isEqualTo(2);
    thread.look("room", true, false);
    say(new ServerMessage.ChatMessage(text(3, Samples.JOHN, "three", now)));
    assertThat(backend.socket().peek(ClientMessage.ChatRead.class)).isNull();
    assertThat(thread.missed().get()).isEqualTo(1);
  }

  @Test
  void letsGoOfThreadsThatNobodyUsesAndKeepsWhatWasTypedAndSent() {
    thread.look("room", true, true);
    RoomId typed = room(0);
    ThreadViewModel first = threads.of(typed);
    first.composer().text().set("a draft");
    ThreadViewModel answering = threads.of(room(1));
    answering.composer().reply(text(1, Samples.JOHN, "one", now));
    ThreadViewModel sending = threads.of(room(2));
    sending.composer().text().set("on its way");
    sending.composer().send();
    for (int i = 3; i < 3 + Threads.RECENT; i++) {
      threads.of(room(i));
    }
    assertThat(threads.of(ROOM)).as("it is shown").isSameAs(thread);
    assertThat(threads.of(room(1))).as("an answer was begun").isSameAs(answering);
    ThreadViewModel again = threads.of(typed);
    assertThat(again).isNotSameAs(first);
    assertThat(again.composer().text().get()).isEqualTo("a draft");
    ThreadViewModel resent = threads.of(room(2));
    resent.open();
    assertThat(resent).isNotSameAs(sending);
    assertThat(resent.items()).hasAtLeastOneElementOfType(ThreadItem.Sending.class);
  }

  private static RoomId room(int number) {
    return RoomId.of(new UserId("applicant" + number));
  }

  @Test
  void tellsTypingNowAndThenOnly() throws Exception {
    thread.composer().text().set("H");
    thread.composer().text().set("He");
    backend.socket().next(ClientMessage.ChatTyping.class);
    assertThat(backend.socket().peek(ClientMessage.ChatTyping.class)).isNull();
    now = now.plusSeconds(4);
    thread.composer().text().set("Hel");
    backend.socket().next(ClientMessage.ChatTyping.class);
  }

  @Test
  void showsTypingUntilItStopsOrTheMessageComes() {
    thread.open();
    say(new ServerMessage.ChatTyping(ROOM, Samples.JOHN, "John Doe"));
    assertThat(thread.typing().get()).isEqualTo(Message.of("chat.typing", "John Doe"));
    threads.tick(now.plus(Duration.ofSeconds(6)));
    assertThat(thread.typing().get()).isNull();
    say(new ServerMessage.ChatTyping(ROOM, Samples.JOHN, "John Doe"));
    say(new ServerMessage.ChatMessage(text(1, Samples.JOHN, "here", now)));
    assertThat(thread.typing().get()).isNull();
  }

  @Test
  void keepsADraftForEachRoom() {
    RoomId other = RoomId.of(Samples.AYSE);
    thread.composer().text().set("to John");
    threads.of(other).composer().text().set("to Ayşe");
    assertThat(threads.of(ROOM).composer().text().get()).isEqualTo("to John");
    assertThat(threads.of(other).composer().text().get()).isEqualTo("to Ayşe");
  }

  @Test
  void refusesAMessageThatIsTooLong() {
    thread.composer().text().set("x".repeat(ChatEntry.MAX_BODY + 1));
    thread.composer().send();
    assertThat(thread.composer().problem().get()).isNotNull();
    assertThat(thread.composer().text().get()).isNotEmpty();
  }

  private void history(int count) {
    for (int seq = 1; seq <= count; seq++) {
      backend.add(text(seq, Samples.JOHN, "message " + seq, now.minusSeconds(1000L - seq)));
    }
  }

  private static ChatEntry text(long seq, UserId sender, String body, Instant at) {
    return Samples.text(ROOM, seq, sender, sender.value(), body, at);
  }

  private static ChatEntry withKey(ChatEntry e, String key) {
    return new ChatEntry(
        e.roomId(),
        e.messageId(),
        e.seq(),
        e.senderId(),
        e.senderName(),
        e.kind(),
        e.body(),
        e.sentAt(),
        key,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private ServerMessage welcome() {
    return new ServerMessage.Welcome(
        Samples.ELIF, "Elif Kaya", Role.RECRUITER, now, List.of(), Map.of(), List.of(), null);
  }

  private void say(ServerMessage message) {
    threads.on(new SignalEvent.Received(message));
  }

  private ThreadItem last() {
    return thread.items().getLast();
  }

  private List<Long> seqs() {
    return thread.items().stream()
        .filter(ThreadItem.Said.class::isInstance)
        .map(item -> ((ThreadItem.Said) item).entry().seq())
        .toList();
  }

  private List<Delivery> deliveries() {
    return thread.items().stream()
        .filter(ThreadItem.Said.class::isInstance)
        .map(item -> ((ThreadItem.Said) item).delivery())
        .toList();
  }
}
