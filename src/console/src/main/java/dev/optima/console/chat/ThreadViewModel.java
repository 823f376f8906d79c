package dev.optima.console.chat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.SignalingClient;
import dev.optima.console.fx.Diff;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.MessageList;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One room's thread: what was said, what is being said, who has read it.
public final class ThreadViewModel {
  /// The longest message, in characters, as the backend takes it.
  static final int MAX_LENGTH = 8000;

  private static final int PAGE = 50;
  private static final Duration TYPING_SHOWN = Duration.ofSeconds(5);
  private static final Duration TYPING_TOLD = Duration.ofSeconds(3);

  private final RoomId room;
  private final UserId me;
  private final ApiClient api;
  private final SignalingClient signals;
  private final Tasks tasks;
  private final InstantSource clock;
  private final ZoneId zone;

  private final Entries entries = new Entries();
  private final Outbox outbox;
  private final ObservableList<ThreadItem> items = FXCollections.observableArrayList();
  private final StringProperty draft = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<@Nullable String> typing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasOlder = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private boolean loaded;
  private boolean again;
  private int viewers;
  private long deliveredSeq;
  private long readSeq;
  private long readByMe;
  private Instant typingUntil = Instant.EPOCH;
  private Instant typingTold = Instant.EPOCH;

  ThreadViewModel(
      RoomId room,
      UserId me,
      ApiClient api,
      SignalingClient signals,
      Tasks tasks,
      InstantSource clock,
      ZoneId zone) {
    this.room = room;
    this.me = me;
    this.api = api;
    this.signals = signals;
    this.tasks = tasks;
    this.clock = clock;
    this.zone = zone;
    outbox = new Outbox(room, me);
    draft.addListener((_, _, now) -> typed(now));
  }

  /// Asks for the newest messages if there are none yet.
  public void open() {
    if (!loaded) {
      load();
    }
  }

  /// Begins to be before the recruiter's eyes, in one more view: what comes then counts as read.
  public void watched() {
    viewers++;
    markRead();
  }

  /// Is no longer seen in one of the views.
  public void unwatched() {
    viewers--;
  }

  /// Asks for the newest messages, or, once there are some, for what came after them.
  public void load() {
    if (loading.get()) {
      again = true;
      return;
    }
    again = false;
    loading.set(true);
    problem.set(null);
    boolean fresh = !loaded;
    long last = entries.last();
    tasks.run(
        () -> fresh ? api.latest(room, PAGE) : api.after(room, last, PAGE * 4),
        list -> took(list, fresh),
        this::failed);
  }

  private void took(MessageList list, boolean fresh) {
    loading.set(false);
    loaded = true;
    entries.addAll(list.messages());
    readSeq = Math.max(readSeq, list.readSeq());
    deliveredSeq = Math.max(deliveredSeq, list.deliveredSeq());
    list.messages().forEach(entry -> outbox.forget(entry.key()));
    if (fresh) {
      hasOlder.set(entries.first() > 1);
    }
    if (!entries.isEmpty()) {
      signals.seen(room, entries.last());
    }
    publish();
    markRead();
    boolean more = !fresh && entries.last() < list.lastSeq() && !list.messages().isEmpty();
    if (again || more) {
      load();
    }
  }

  /// One page further back.
  public void loadOlder() {
    if (loading.get() || !hasOlder.get()) {
      return;
    }
    loading.set(true);
    long first = entries.first();
    tasks.run(
        () -> api.before(room, first, PAGE),
        list -> {
          loading.set(false);
          entries.addAll(list.messages());
          hasOlder.set(!list.messages().isEmpty() && entries.first() > 1);
          publish();
        },
        this::failed);
  }

  private void failed(Exception failure) {
    loading.set(false);
    problem.set(ApiFailures.explain(failure));
  }

  /// Sends the draft.
  public void send() {
    String body = draft.get().strip();
    if (body.isEmpty()) {
      return;
    }
    if (body.length() > MAX_LENGTH) {
      problem.set(Message.of("chat.tooLong", MAX_LENGTH));
      return;
    }
    problem.set(null);
    draft.set("");
    typingTold = Instant.EPOCH;
    post(UUID.randomUUID().toString(), body);
  }

  private void post(String key, String body) {
    outbox.put(key, body, clock.instant());
    signals.chat(new ClientMessage.ChatSend(room, key, body, null, null));
    publish();
  }

  /// Tries a refused message again, as the same message.
  public void retry(String key) {
    outbox.refusedBody(key).ifPresent(body -> post(key, body));
  }

  /// Takes a refused message back into the draft.
  public void takeBack(String key) {
    outbox
        .refusedBody(key)
        .ifPresent(
            body -> {
              outbox.forget(key);
              draft.set(draft.get().isBlank() ? body : draft.get());
              publish();
            });
  }

  void on(ServerMessage message) {
    switch (message) {
      case ServerMessage.ChatMessage chat -> said(chat.entry());
      case ServerMessage.ChatAck ack -> acknowledged(ack);
      case ServerMessage.ChatStatus status -> progressed(status);
      case ServerMessage.ChatTyping typist -> {
        if (!typist.userId().equals(me)) {
          typing.set(typist.name());
          typingUntil = clock.instant().plus(TYPING_SHOWN);
        }
      }
      case ServerMessage.ChatReaction reaction -> {
        if (loaded) {
          load();
        }
      }
      default -> {}
    }
  }

  private void said(ChatEntry entry) {
    outbox.forget(entry.key());
    if (typing.get() != null && !entry.senderId().equals(me)) {
      typing.set(null);
    }
    if (loaded ? !entries.isNext(entry.seq()) : loading.get()) {
      load();
    }
    if (!loaded || !entries.isNext(entry.seq())) {
      return;
    }
    entries.add(entry);
    publish();
    markRead();
  }

  private void acknowledged(ServerMessage.ChatAck ack) {
    if (outbox.holds(ack.key()) && loaded && entries.isNext(ack.seq())) {
      outbox.acknowledged(ack).ifPresent(entries::add);
      publish();
    }
  }

  private void progressed(ServerMessage.ChatStatus status) {
    if (!status.userId().equals(room.applicant())) {
      return;
    }
    if (status.deliveredSeq() != null) {
      deliveredSeq = Math.max(deliveredSeq, status.deliveredSeq());
    }
    if (status.readSeq() != null) {
      readSeq = Math.max(readSeq, status.readSeq());
    }
    publish();
  }

  /// A message of ours was refused.
  void refused(ServerMessage.Failure failure) {
    if (outbox.refused(failure)) {
      publish();
    }
  }

  /// The connection is back: what was missed is asked for, what was read is told again.
  void resumed() {
    readByMe = 0;
    if (loaded || viewers > 0) {
      load();
    }
    markRead();
  }

  void tick(Instant now) {
    if (typing.get() != null && now.isAfter(typingUntil)) {
      typing.set(null);
    }
  }

  private void typed(String now) {
    Instant at = clock.instant();
    if (!now.isBlank() && Duration.between(typingTold, at).compareTo(TYPING_TOLD) > 0) {
      typingTold = at;
      signals.send(new ClientMessage.ChatTyping(room));
    }
  }

  private void markRead() {
    if (viewers > 0 && loaded && entries.last() > readByMe) {
      readByMe = entries.last();
      signals.send(new ClientMessage.ChatRead(room, readByMe));
    }
  }

  private void publish() {
    Diff.apply(items, entries.rows(me, deliveredSeq, readSeq, zone, outbox.all()));
  }

  public RoomId room() {
    return room;
  }

  public ObservableList<ThreadItem> items() {
    return items;
  }

  /// What is typed and not sent; stays with the room.
  public StringProperty draft() {
    return draft;
  }

  /// Who is typing, or null.
  public ReadOnlyObjectProperty<@Nullable String> typing() {
    return typing.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty hasOlder() {
    return hasOlder.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
