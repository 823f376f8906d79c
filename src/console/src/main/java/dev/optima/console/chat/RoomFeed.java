package dev.optima.console.chat;

import dev.optima.console.chat.RoomLog.Missing;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.MessageList;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Keeps the log of one room true: asks for pages, for what was missed and for what was changed
/// meanwhile, one request at a time, and takes what comes by itself.
final class RoomFeed {
  static final int PAGE = 50;
  private static final int BATCH = 200;

  /// So many missed entries are not worth fetching all: the newest page is.
  private static final int FAR = 1000;

  private final RoomId room;
  private final ChatGround ground;
  private final Listener listener;
  private final RoomLog log = new RoomLog();
  private final ReadMarks marks;
  private final Set<Wish> wishes = EnumSet.noneOf(Wish.class);
  private boolean busy;
  private boolean following = true;
  private int epoch;

  /// What may be asked for, in the order of urgency.
  private enum Wish {
    LATEST,
    AFTER,
    CHANGES,
    OLDER,
    NEWER
  }

  /// Who is told of what came.
  interface Listener {
    void changed();

    void failed(Exception failure);
  }

  /// The newest page, and how far one has read oneself.
  private record Opened(MessageList page, long ownRead) {}

  RoomFeed(RoomId room, ChatGround ground, Listener listener) {
    this.room = room;
    this.ground = ground;
    this.listener = listener;
    marks = new ReadMarks(room, ground);
  }

  /// Asks for the newest entries if there are none yet.
  void open() {
    if (!log.isLoaded()) {
      want(Wish.LATEST);
    }
  }

  /// Goes to the newest entries, if they are not here.
  void latest() {
    if (log.hasNewer() || !log.isLoaded()) {
      following = true;
      want(Wish.LATEST);
    }
  }

  void older() {
    if (log.hasOlder()) {
      want(Wish.OLDER);
    }
  }

  void newer() {
    if (log.hasNewer()) {
      want(Wish.NEWER);
    }
  }

  /// The connection is back: what was missed is asked for.
  void resumed() {
    marks.resumed();
    if (!log.isLoaded() && !busy) {
      return;
    }
    // A first page that is under way may be older than what was missed.
    if (following) {
      wishes.add(Wish.AFTER);
    }
    want(Wish.CHANGES);
  }

  /// Shows another stretch from now on.
  void reset(MessageList page) {
    epoch++;
    busy = false;
    wishes.clear();
    took(log.reset(page.messages(), from(page), page.lastSeq(), page.lastChange()));
    following = !log.hasNewer();
    marks.learn(page);
    // What was being asked for is not heard any more, and the stretch may be older than it.
    if (following) {
      wishes.add(Wish.AFTER);
    }
    want(Wish.CHANGES);
  }

  /// The newest of the stretch were let go of, or it ends before the newest.
  void trimmed() {
    following = !log.hasNewer();
  }

  void on(ServerMessage message) {
    switch (message) {
      case ServerMessage.ChatMessage chat -> said(chat.entry());
      case ServerMessage.ChatReaction reaction -> {
        if (log.isLoaded()) {
          took(log.take(reaction));
        } else if (busy) {
          wishes.add(Wish.CHANGES);
        }
      }
      case ServerMessage.ChatStatus status -> marks.progressed(status);
      default -> {}
    }
  }

  /// Takes an entry that was said, or changed, just now.
  void said(ChatEntry entry) {
    if (log.isLoaded()) {
      took(log.take(entry));
    } else if (busy) {
      // The page that is under way may be older than this.
      wishes.add(entry.change() == null ? Wish.AFTER : Wish.CHANGES);
    }
  }

  private void took(Missing missing) {
    switch (missing) {
      case NOTHING -> {}
      case ENTRIES -> want(Wish.AFTER);
      case CHANGES -> want(Wish.CHANGES);
    }
  }

  private void want(Wish wish) {
    wishes.add(wish);
    next();
  }

  private void next() {
    if (busy || wishes.isEmpty()) {
      return;
    }
    Wish wish = wishes.iterator().next();
    wishes.remove(wish);
    busy = true;
    switch (wish) {
      case LATEST -> ask(this::fetchLatest, this::tookLatest);
      case AFTER -> {
        long high = log.high();
        ask(() -> ground.api().after(room, high, BATCH), this::tookAfter);
      }
      case CHANGES -> {
        long after = log.lastChange();
        ask(() -> ground.api().chat().changes(room, after, BATCH), this::tookChanges);
      }
      case OLDER -> {
        long before = log.low() + 1;
        ask(() -> ground.api().before(room, before, PAGE), this::tookOlder);
      }
      case NEWER -> {
        long high = log.high();
        ask(() -> ground.api().after(room, high, PAGE), this::tookNewer);
      }
    }
  }

  private <T> void ask(Callable<T> work, Consumer<T> take) {
    int asked = epoch;
    ground
        .tasks()
        .run(
            work,
            answer -> {
              if (asked == epoch) {
                busy = false;
                take.accept(answer);
                listener.changed();
                next();
              }
            },
            failure -> {
              if (asked == epoch) {
                busy = false;
                wishes.clear();
                listener.failed(failure);
              }
            });
  }

  private Opened fetchLatest() throws Exception {
    long ownRead = marks.isOwnKnown() ? 0 : ground.api().room(room).readSeq();
    return new Opened(ground.api().latest(room, PAGE), ownRead);
  }

  private void tookLatest(Opened opened) {
    MessageList page = opened.page();
    marks.learnOwn(opened.ownRead());
    marks.learn(page);
    took(log.reset(page.messages(), from(page), page.lastSeq(), page.lastChange()));
    following = true;
    if (log.hasNewer()) {
      wishes.add(Wish.AFTER);
    }
    ground.signals().seen(room, log.high());
  }

  /// The `seq` after which a page begins.
  private static long from(MessageList page) {
    return page.messages().isEmpty() ? page.lastSeq() : page.messages().getFirst().seq() - 1;
  }

  private void tookAfter(MessageList page) {
    if (page.lastSeq() - log.high() > FAR) {
      want(Wish.LATEST);
      return;
    }
    tookNewer(page);
    if (log.hasNewer() && !page.messages().isEmpty()) {
      wishes.add(Wish.AFTER);
    }
  }

  private void tookNewer(MessageList page) {
    marks.learn(page);
    took(log.append(page.messages(), page.lastSeq(), page.lastChange()));
    following |= !log.hasNewer();
    ground.signals().seen(room, log.high());
  }

  private void tookOlder(MessageList page) {
    took(log.prepend(page.messages(), page.lastChange()));
  }

  private void tookChanges(MessageList page) {
    boolean all = page.messages().size() < BATCH;
    log.takeChanges(page.messages(), page.lastChange(), all);
    if (!all) {
      wishes.add(Wish.CHANGES);
    }
  }

  /// Tells the backend that everything here was read.
  void markRead() {
    if (log.isLoaded()) {
      marks.tell(log.high());
    }
  }

  /// What is being asked for is not heard any more.
  void close() {
    epoch++;
    wishes.clear();
  }

  boolean isAsking() {
    return busy;
  }

  RoomId room() {
    return room;
  }

  RoomLog log() {
    return log;
  }

  ReadMarks marks() {
    return marks;
  }

  /// Says in the room that one types.
  void typing() {
    ground.signals().send(new ClientMessage.ChatTyping(room));
  }
}
