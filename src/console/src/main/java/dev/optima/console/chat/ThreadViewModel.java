package dev.optima.console.chat;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Diff;
import dev.optima.console.i18n.Failures;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One applicant's thread: the chat with them and the team's notes about them, as one, by time.
public final class ThreadViewModel {
  /// So many entries are kept at once, however far one pages.
  static final int MOST = 400;

  private final ChatGround ground;
  private final Outbox outbox;
  private final FilesViewModel files;
  private final RoomFeed chat;
  private final RoomFeed notes;
  private final PendingActs acts;
  private final Quotes quotes;
  private final UnreadLine line = new UnreadLine();
  private final Typists typists;
  private final Rows rows;
  private final ComposerViewModel composer;
  private final ObservableList<ThreadItem> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasOlder = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasNewer = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable String> spot = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper missed = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper sends = new ReadOnlyLongWrapper();
  private final SearchViewModel search;
  private Merge merge;
  private boolean backwards;
  private boolean atEnd = true;
  private boolean online;
  private int viewers;

  /// What all threads have in common.
  record Shared(Outbox outbox, Drafts drafts, FilesViewModel files) {}

  ThreadViewModel(UserId applicant, ChatGround ground, Shared shared) {
    this.ground = ground;
    outbox = shared.outbox();
    files = shared.files();
    RoomFeed.Listener listener = new Arrivals();
    chat = new RoomFeed(RoomId.of(applicant), ground, listener);
    notes = new RoomFeed(RoomId.teamOf(applicant), ground, listener);
    acts = new PendingActs(ground);
    quotes = new Quotes(ground, this::publish);
    typists = new Typists(ground);
    rows = new Rows(ground, chat, notes, acts, quotes, line);
    merge = new Merge(chat, notes);
    search = new SearchViewModel(ground, chat.room());
    composer = new ComposerViewModel(this, ground, shared.drafts());
  }

  /// What came for one of the rooms is shown.
  private final class Arrivals implements RoomFeed.Listener {
    @Override
    public void changed() {
      problem.set(null);
      publish();
      read();
    }

    @Override
    public void failed(Exception failure) {
      problem.set(ApiFailures.explain(failure));
      publish();
    }
  }

  /// Asks for the newest messages if there are none yet.
  public void open() {
    chat.open();
    notes.open();
    publish();
  }

  /// Begins to be before the recruiter's eyes, in one more view: what comes then counts as read.
  public void watched() {
    if (viewers++ == 0) {
      line.reset();
      read();
      publish();
    }
  }

  /// Is no longer seen in one of the views.
  public void unwatched() {
    viewers--;
  }

  private void read() {
    if (viewers == 0) {
      return;
    }
    for (RoomFeed feed : List.of(chat, notes)) {
      if (feed.log().isLoaded()) {
        line.draw(feed);
        feed.markRead();
      }
    }
    publish();
  }

  /// One page further back.
  public void loadOlder() {
    if (!loading.get()) {
      backwards = true;
      List.copyOf(merge.oldest()).forEach(RoomFeed::older);
      publish();
    }
  }

  /// One page further on, after paging back or a jump.
  public void loadNewer() {
    if (!loading.get()) {
      backwards = false;
      List.copyOf(merge.newest()).forEach(RoomFeed::newer);
      publish();
    }
  }

  /// Whether the newest row is in sight: what is let go of is at the other end.
  public void atEnd(boolean now) {
    atEnd = now;
    if (now) {
      missed.set(0);
    }
  }

  /// To the newest messages.
  public void toLatest() {
    chat.latest();
    notes.latest();
    publish();
  }

  /// To a message that another one answers.
  public void jumpTo(RoomId room, MessageId id) {
    Optional<ChatEntry> known = feed(room).log().find(id);
    if (known.isPresent()) {
      jumpTo(known.get());
    } else {
      ground.tasks().run(() -> ground.api().chat().message(room, id), this::jumpTo, this::failed);
    }
  }

  /// To an entry, with what was said around it.
  public void jumpTo(ChatEntry target) {
    if (isShown(target)) {
      show(target);
      return;
    }
    loading.set(true);
    RoomId other = feed(target.roomId()) == chat ? notes.room() : chat.room();
    ground
        .tasks()
        .run(
            () -> Leap.to(ground.api(), target, other),
            leap -> {
              feed(target.roomId()).reset(leap.main());
              feed(other).reset(leap.other());
              publish();
              show(target);
            },
            this::failed);
  }

  private boolean isShown(ChatEntry target) {
    return merge.shown().stream().anyMatch(one -> one.messageId().equals(target.messageId()));
  }

  private void show(ChatEntry target) {
    spot.set(null);
    spot.set(ThreadItem.entryKey(target));
  }

  private void failed(Exception failure) {
    problem.set(ApiFailures.explain(failure));
    publish();
  }

  /// Sends what was written.
  void send(Unsent message) {
    typists.sent();
    line.answered();
    toLatest();
    outbox.send(message);
    publish();
    sends.set(sends.get() + 1);
  }

  /// Tries a refused message again, as the same message.
  public void retry(String key) {
    outbox.retry(key);
    publish();
  }

  /// Takes a refused message back into the composer, to be changed.
  public void takeBack(String key) {
    outbox.refused(key).ifPresent(this::takeBack);
  }

  private void takeBack(Unsent message) {
    outbox.forget(message.key());
    composer.take(message);
    publish();
  }

  /// Throws a refused message away.
  public void discard(String key) {
    if (outbox.refused(key).isPresent()) {
      outbox.forget(key);
      publish();
    }
  }

  void edit(ChatEntry entry, String body) {
    acts.edit(entry, body);
    publish();
  }

  /// Takes a message back, for everybody.
  public void delete(ChatEntry entry) {
    composer.gone(entry);
    acts.delete(entry);
    publish();
  }

  /// Adds one's reaction, or takes it back.
  public void react(ChatEntry entry, String emoji) {
    acts.toggle(acts.apply(entry), emoji);
    publish();
  }

  void on(ServerMessage message) {
    switch (message) {
      case ServerMessage.ChatMessage chatted -> {
        outbox.forget(chatted.entry().key());
        typists.said();
        count(chatted.entry());
        feed(chatted.entry().roomId()).on(message);
      }
      case ServerMessage.ChatAck ack -> outbox.on(ack).ifPresent(feed(ack.roomId())::said);
      case ServerMessage.ChatReaction reaction -> feed(reaction.roomId()).on(reaction);
      case ServerMessage.ChatStatus status -> feed(status.roomId()).on(status);
      case ServerMessage.ChatTyping typing -> typists.on(typing);
      default -> {
        return;
      }
    }
    publish();
    read();
  }

  /// Counts what comes while older messages are in sight.
  private void count(ChatEntry entry) {
    RoomFeed feed = feed(entry.roomId());
    if (!atEnd && entry.seq() > feed.log().lastSeq() && feed.marks().counts(entry)) {
      missed.set(missed.get() + 1);
    }
  }

  /// Something of ours was refused, which carries no key: an edit, a deletion or a reaction.
  void refused(ServerMessage.Failure failure) {
    if (failure.key() == null && failure.callId() == null && acts.refused()) {
      problem.set(Failures.of(failure.code(), failure.retryAfter()));
    }
    publish();
  }

  /// The connection is back: what was missed is asked for, what was read is told again.
  void resumed() {
    acts.resumed();
    quotes.resumed();
    chat.resumed();
    notes.resumed();
    if (viewers > 0) {
      open();
      read();
    }
  }

  void online(boolean now) {
    if (online != now) {
      online = now;
      publish();
    }
  }

  void tick(Instant now) {
    typists.tick(now);
    search.tick(now);
  }

  private void publish() {
    acts.settle(id -> chat.log().find(id).or(() -> notes.log().find(id)));
    show(new Merge(chat, notes));
    if (merge.shown().size() > MOST) {
      trim();
      show(new Merge(chat, notes));
    }
    loading.set(chat.isAsking() || notes.isAsking());
  }

  /// First what came is shown, then what is too much goes at the other end: each is one change of
  /// one stretch, so the view keeps its place.
  private void trim() {
    if (backwards && !atEnd) {
      merge.trimNewer(MOST);
    } else {
      merge.trimOlder(MOST);
    }
  }

  private void show(Merge next) {
    merge = next;
    boolean whole = chat.log().isLoaded() && notes.log().isLoaded();
    boolean newest = merge.newest().isEmpty();
    List<Unsent> unsent = new ArrayList<>(outbox.of(chat.room()));
    unsent.addAll(outbox.of(notes.room()));
    Diff.apply(items, rows.of(whole ? merge.shown() : List.of(), newest, unsent, online));
    hasOlder.set(!merge.oldest().isEmpty());
    hasNewer.set(!newest);
  }

  RoomFeed feed(RoomId room) {
    return room.isTeamOnly() ? notes : chat;
  }

  Typists typists() {
    return typists;
  }

  /// What is shown, in order.
  List<ChatEntry> shown() {
    return merge.shown();
  }

  UserId me() {
    return ground.me();
  }

  /// The name of somebody who said something here.
  Optional<String> nameOf(UserId person) {
    return merge.shown().stream()
        .filter(entry -> entry.senderId().equals(person) && !entry.senderName().isEmpty())
        .map(ChatEntry::senderName)
        .findFirst();
  }

  /// What came since the end was last in sight.
  public ReadOnlyLongProperty missed() {
    return missed.getReadOnlyProperty();
  }

  /// How often something was sent from here: who sends is shown what was sent.
  ReadOnlyLongProperty sends() {
    return sends.getReadOnlyProperty();
  }

  /// Looks for words in this thread.
  public SearchViewModel search() {
    return search;
  }

  /// What is done with files.
  public FilesViewModel files() {
    return files;
  }

  /// The applicant's chat.
  public RoomId room() {
    return chat.room();
  }

  /// Where one writes.
  public ComposerViewModel composer() {
    return composer;
  }

  public ObservableList<ThreadItem> items() {
    return items;
  }

  /// Who is typing, or null.
  public ReadOnlyObjectProperty<@Nullable Message> typing() {
    return typists.shown();
  }

  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty hasOlder() {
    return hasOlder.getReadOnlyProperty();
  }

  /// Whether there are newer messages than those shown.
  public ReadOnlyBooleanProperty hasNewer() {
    return hasNewer.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /// The key of the row that is to be shown and pointed out, or null.
  public ReadOnlyObjectProperty<@Nullable String> spot() {
    return spot.getReadOnlyProperty();
  }
}
