package dev.optima.console.chat;

import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is known of one room: a stretch of its entries without gaps, each in its newest state,
/// however and how often it came. The stretch is all entries with `low < seq <= high`.
final class RoomLog {
  private final NavigableMap<Long, ChatEntry> window = new TreeMap<>();
  private final Map<MessageId, Long> seqs = new HashMap<>();
  private long low;
  private long high;
  private long lastSeq;
  private long lastChange;
  private boolean loaded;

  /// What has to be asked for after something arrived.
  enum Missing {
    NOTHING,
    /// Entries between the stretch and what arrived.
    ENTRIES,
    /// Changes between the last one known and what arrived.
    CHANGES
  }

  /// Forgets the stretch and begins anew with this one.
  ///
  /// @param from all entries after this `seq` up to the last given are given
  /// @param lastSeqNow the newest entry of the room
  /// @param changesUpTo the change up to which the entries are as they are now
  /// @return whether changes came meanwhile that the entries may not have
  Missing reset(List<ChatEntry> entries, long from, long lastSeqNow, long changesUpTo) {
    window.clear();
    seqs.clear();
    entries.forEach(this::put);
    low = from;
    high = entries.isEmpty() ? from : entries.getLast().seq();
    lastSeq = Math.max(lastSeq, lastSeqNow);
    boolean behind = loaded && lastChange > changesUpTo;
    lastChange = changesUpTo;
    loaded = true;
    return behind ? Missing.CHANGES : Missing.NOTHING;
  }

  /// Adds what follows the stretch.
  Missing append(List<ChatEntry> entries, long lastSeqNow, long changesUpTo) {
    for (ChatEntry entry : entries) {
      if (entry.seq() == high + 1) {
        put(entry);
        high++;
      } else if (entry.seq() <= high) {
        refresh(entry);
      }
    }
    lastSeq = Math.max(lastSeq, lastSeqNow);
    return behind(changesUpTo);
  }

  /// Adds what stands before the stretch.
  ///
  /// @param entries in order of `seq`
  Missing prepend(List<ChatEntry> entries, long changesUpTo) {
    for (ChatEntry entry : entries.reversed()) {
      if (entry.seq() == low) {
        put(entry);
        low--;
      }
    }
    return behind(changesUpTo);
  }

  /// A page that was read before the newest change we know may lack that change.
  private Missing behind(long changesUpTo) {
    if (changesUpTo < lastChange) {
      lastChange = changesUpTo;
      return Missing.CHANGES;
    }
    return Missing.NOTHING;
  }

  /// Takes an entry that came by itself: a new one, or a known one that changed.
  Missing take(ChatEntry entry) {
    boolean atEnd = !hasNewer();
    lastSeq = Math.max(lastSeq, entry.seq());
    Missing changes = changed(entry.change());
    if (entry.seq() <= high) {
      refresh(entry);
      return changes;
    }
    if (atEnd && entry.seq() == high + 1) {
      put(entry);
      high++;
      return changes;
    }
    return atEnd ? Missing.ENTRIES : changes;
  }

  /// Takes what was changed, as asked for, in order of change.
  ///
  /// @param lastChangeNow the newest change of the room
  /// @param all whether nothing more was changed up to that
  void takeChanges(List<ChatEntry> entries, long lastChangeNow, boolean all) {
    entries.forEach(this::refresh);
    long up = all || entries.isEmpty() ? lastChangeNow : change(entries.getLast());
    lastChange = Math.max(lastChange, up);
  }

  /// Takes the present reactions of an entry.
  Missing take(ServerMessage.ChatReaction reaction) {
    Missing missing = changed(reaction.change());
    Long seq = seqs.get(reaction.messageId());
    ChatEntry known = seq == null ? null : window.get(seq);
    if (known != null && reaction.change() > change(known)) {
      window.put(known.seq(), States.reacted(known, reaction.reactions(), reaction.change()));
    }
    return missing;
  }

  /// A change that is not the next one says that some were missed.
  private Missing changed(@Nullable Long change) {
    if (change == null || change <= lastChange) {
      return Missing.NOTHING;
    }
    if (change == lastChange + 1) {
      lastChange = change;
      return Missing.NOTHING;
    }
    return Missing.CHANGES;
  }

  private void refresh(ChatEntry entry) {
    ChatEntry known = window.get(entry.seq());
    if (known != null && change(entry) >= change(known)) {
      put(entry);
    }
  }

  private void put(ChatEntry entry) {
    window.put(entry.seq(), entry);
    seqs.put(entry.messageId(), entry.seq());
  }

  private static long change(ChatEntry entry) {
    return entry.change() == null ? 0 : entry.change();
  }

  /// Lets go of all after `seq`.
  void forgetAfter(long seq) {
    forget(window.tailMap(seq, false));
    high = Math.min(high, Math.max(seq, low));
  }

  /// Lets go of all before `seq`.
  void forgetBefore(long seq) {
    forget(window.headMap(seq, false));
    low = Math.max(low, Math.min(seq - 1, high));
  }

  private void forget(NavigableMap<Long, ChatEntry> part) {
    part.values().forEach(entry -> seqs.remove(entry.messageId()));
    part.clear();
  }

  Optional<ChatEntry> find(MessageId id) {
    return Optional.ofNullable(seqs.get(id)).map(window::get);
  }

  Collection<ChatEntry> entries() {
    return window.values();
  }

  boolean isLoaded() {
    return loaded;
  }

  boolean hasOlder() {
    return low > 0;
  }

  boolean hasNewer() {
    return high < lastSeq;
  }

  /// The last `seq` before the stretch.
  long low() {
    return low;
  }

  /// The last `seq` of the stretch.
  long high() {
    return high;
  }

  long lastSeq() {
    return lastSeq;
  }

  long lastChange() {
    return lastChange;
  }
}
