package dev.optima.console.chat;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.i18n.Failures;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One applicant's thread: the chat with them and the team's notes about them, as one, by time.
public final class ThreadViewModel {
  private final ChatGround ground;
  private final Outbox outbox;
  private final FilesViewModel files;
  private final Feeds feeds;
  private final PendingActs acts;
  private final Quotes quotes;
  private final UnreadLine line = new UnreadLine();
  private final Typists typists;
  private final Stretch stretch;
  private final Reading reading;
  private final Jumps jumps;
  private final SearchViewModel search;
  private final ComposerViewModel composer;
  private final OwnActs own;
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper sends = new ReadOnlyLongWrapper();

  /// What all threads have in common.
  record Shared(Outbox outbox, Drafts drafts, FilesViewModel files) {}

  ThreadViewModel(UserId applicant, ChatGround ground, Shared shared) {
    this.ground = ground;
    outbox = shared.outbox();
    files = shared.files();
    RoomFeed.Listener arrivals = new Arrivals();
    feeds =
        new Feeds(
            new RoomFeed(RoomId.of(applicant), ground, arrivals),
            new RoomFeed(RoomId.teamOf(applicant), ground, arrivals));
    acts = new PendingActs(ground);
    quotes = new Quotes(ground, this::publish);
    typists = new Typists(ground);
    stretch = new Stretch(feeds, acts, outbox, new Rows(ground, feeds, acts, quotes, line));
    reading = new Reading(feeds, line);
    jumps = new Jumps(ground, feeds, stretch, this::failed);
    search = new SearchViewModel(ground, room());
    composer = new ComposerViewModel(this, ground, shared.drafts());
    own = new OwnActs(outbox, acts, composer, this::publish);
  }

  /// What came for one of the rooms is shown.
  private final class Arrivals implements RoomFeed.Listener {
    @Override
    public void changed() {
      problem.set(null);
      feeds.both().forEach(feed -> outbox.stored(feed.room(), feed.log().entries()));
      shown();
    }

    @Override
    public void failed(Exception failure) {
      ThreadViewModel.this.failed(failure);
    }
  }

  private void failed(Exception failure) {
    problem.set(ApiFailures.explain(failure));
    publish();
  }

  /// Asks for the newest messages if there are none yet.
  public void open() {
    feeds.both().forEach(RoomFeed::open);
    publish();
  }

  /// A view says how it shows the thread: what is in sight at the end, in front, counts as read.
  ///
  /// @param view who says it
  /// @param inFront whether it is before the recruiter's eyes
  /// @param atEnd whether its newest row is in sight
  public void look(Object view, boolean inFront, boolean atEnd) {
    reading.look(view, inFront, atEnd);
    stretch.atEnd(reading.isAtEnd());
    publish();
  }

  /// A view shows something else from now on.
  public void lookAway(Object view) {
    reading.away(view);
    stretch.atEnd(reading.isAtEnd());
  }

  /// What came is shown, and may have been read by that.
  private void shown() {
    publish();
    if (reading.isWatched()) {
      reading.read();
      publish();
    }
  }

  private void publish() {
    stretch.publish();
  }

  /// One page further back.
  public void loadOlder() {
    stretch.older();
  }

  /// One page further on, after paging back or a jump.
  public void loadNewer() {
    stretch.newer();
  }

  /// To the newest messages.
  public void toLatest() {
    feeds.both().forEach(RoomFeed::latest);
    publish();
  }

  /// To a message that another one answers.
  public void jumpTo(RoomId room, MessageId id) {
    jumps.to(room, id);
  }

  /// To an entry, with what was said around it.
  public void jumpTo(ChatEntry target) {
    jumps.to(target);
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

  void on(ServerMessage message) {
    switch (message) {
      case ServerMessage.ChatMessage chatted -> {
        outbox.forget(chatted.entry().key());
        typists.said();
        reading.came(chatted.entry());
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
    shown();
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
    feeds.both().forEach(RoomFeed::resumed);
    if (reading.isWatched()) {
      open();
      reading.read();
      publish();
    }
  }

  void online(boolean now) {
    stretch.online(now);
  }

  void tick(Instant now) {
    typists.tick(now);
    stretch.tick(now);
    search.tick(now);
  }

  /// Whether nothing stands here that only this thread knows of, so that it can be let go and be
  /// made anew: what is on its way and drafts are kept elsewhere.
  boolean isIdle() {
    return !reading.isShown() && !acts.arePending() && composer.isIdle();
  }

  /// Hears no answer any more that is still under way.
  void close() {
    feeds.both().forEach(RoomFeed::close);
  }

  RoomFeed feed(RoomId room) {
    return feeds.of(room);
  }

  Typists typists() {
    return typists;
  }

  List<ChatEntry> entries() {
    return stretch.entries();
  }

  UserId me() {
    return ground.me();
  }

  /// The name of somebody who said something here.
  Optional<String> nameOf(UserId person) {
    return stretch.nameOf(person);
  }

  /// What came since the end was last in sight.
  public ReadOnlyLongProperty missed() {
    return reading.missed();
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
    return feeds.chat().room();
  }

  /// What one does oneself with messages.
  public OwnActs own() {
    return own;
  }

  public ComposerViewModel composer() {
    return composer;
  }

  public ObservableList<ThreadItem> items() {
    return stretch.items();
  }

  /// Who is typing, or null.
  public ReadOnlyObjectProperty<@Nullable Message> typing() {
    return typists.shown();
  }

  public ReadOnlyBooleanProperty loading() {
    return stretch.loading();
  }

  public ReadOnlyBooleanProperty hasOlder() {
    return stretch.hasOlder();
  }

  /// Whether there are newer messages than those shown.
  public ReadOnlyBooleanProperty hasNewer() {
    return stretch.hasNewer();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /// The key of the row that is to be shown and pointed out, or null.
  public ReadOnlyObjectProperty<@Nullable String> spot() {
    return jumps.spot();
  }
}
