package dev.optima.console.chat;

import dev.optima.console.fx.Diff;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The part of a thread that is shown, as rows: it grows by pages where one scrolls, and lets go at
/// its other end of what is too much.
final class Stretch {
  /// So many entries are kept at once, however far one pages.
  static final int MOST = 400;

  private final Feeds feeds;
  private final PendingActs acts;
  private final Outbox outbox;
  private final Rows rows;
  private final ObservableList<ThreadItem> items = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasOlder = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasNewer = new ReadOnlyBooleanWrapper();
  private Merge merge;
  private boolean backwards;
  private boolean atEnd = true;
  private boolean online;
  private Instant minute = Instant.EPOCH;

  Stretch(Feeds feeds, PendingActs acts, Outbox outbox, Rows rows) {
    this.feeds = feeds;
    this.acts = acts;
    this.outbox = outbox;
    this.rows = rows;
    merge = new Merge(feeds.chat(), feeds.notes());
  }

  /// Lets time go by: what may be done with a meeting changes by the minute.
  void tick(Instant now) {
    Instant next = now.truncatedTo(ChronoUnit.MINUTES);
    if (!next.equals(minute)) {
      minute = next;
      if (items.stream().anyMatch(item -> item instanceof ThreadItem.Planned)) {
        publish();
      }
    }
  }

  /// One page further back.
  void older() {
    if (!loading.get()) {
      backwards = true;
      List.copyOf(merge.oldest()).forEach(RoomFeed::older);
      publish();
    }
  }

  /// One page further on, after paging back or a jump.
  void newer() {
    if (!loading.get()) {
      backwards = false;
      List.copyOf(merge.newest()).forEach(RoomFeed::newer);
      publish();
    }
  }

  /// Whether its end is in sight: what is let go of is at the other one.
  void atEnd(boolean now) {
    atEnd = now;
  }

  void online(boolean now) {
    if (online != now) {
      online = now;
      publish();
    }
  }

  /// Something is asked for that the feeds do not know of.
  void asking() {
    loading.set(true);
  }

  /// Shows what is known now.
  void publish() {
    acts.settle(feeds::find);
    show(new Merge(feeds.chat(), feeds.notes()));
    if (merge.shown().size() > MOST) {
      trim();
      show(new Merge(feeds.chat(), feeds.notes()));
    }
    loading.set(feeds.areAsking());
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
    boolean newest = merge.newest().isEmpty();
    List<Unsent> unsent = new ArrayList<>();
    feeds.both().forEach(feed -> unsent.addAll(outbox.of(feed.room())));
    List<ChatEntry> shown = feeds.areLoaded() ? merge.shown() : List.of();
    Diff.apply(items, rows.of(shown, newest, unsent, online));
    hasOlder.set(!merge.oldest().isEmpty());
    hasNewer.set(!newest);
  }

  boolean contains(ChatEntry entry) {
    return entries().stream().anyMatch(one -> one.messageId().equals(entry.messageId()));
  }

  /// What is shown, in order.
  List<ChatEntry> entries() {
    return merge.shown();
  }

  /// The name of somebody who said something here.
  Optional<String> nameOf(UserId person) {
    return entries().stream()
        .filter(entry -> entry.senderId().equals(person) && !entry.senderName().isEmpty())
        .map(ChatEntry::senderName)
        .findFirst();
  }

  ObservableList<ThreadItem> items() {
    return items;
  }

  ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty hasOlder() {
    return hasOlder.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty hasNewer() {
    return hasNewer.getReadOnlyProperty();
  }
}
