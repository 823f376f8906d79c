package dev.optima.acceptance.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// One room as one device knows it, kept up to date as the contract says: what is new by `last_seq`
/// of the hello, what was changed by `changes_after`, and what the connection tells meanwhile.
/// Words and reactions have a version each, since a `chat_reaction` says nothing about the words.
final class Replica {
  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private final Map<Long, Long> wordsSince = new HashMap<>();
  private final Map<Long, Long> reactionsSince = new HashMap<>();
  private final Map<String, Long> seqs = new HashMap<>();
  private long last;
  private final TreeSet<Long> heardChanges = new TreeSet<>();
  private long lastChange;

  /// Up to where nothing is missing.
  long last() {
    return last;
  }

  /// Up to which change nothing is missing.
  long lastChange() {
    return lastChange;
  }

  /// A connection begins: what the former one told of later changes does not count any more.
  void opened() {
    heardChanges.clear();
  }

  /// A message as it is, from the connection.
  void told(Entry entry) {
    take(entry);
    changed(entry.change());
  }

  /// A message as it is, from a page.
  void take(Entry entry) {
    Entry present = entries.get(entry.seq());
    if (present == null) {
      put(entry);
      wordsSince.put(entry.seq(), entry.change());
      reactionsSince.put(entry.seq(), entry.change());
      while (entries.containsKey(last + 1)) {
        last++;
      }
      return;
    }
    if (entry.change() >= wordsSince.getOrDefault(entry.seq(), 0L)) {
      present = present.worded(entry);
      wordsSince.put(entry.seq(), entry.change());
    }
    if (entry.change() >= reactionsSince.getOrDefault(entry.seq(), 0L)) {
      present = present.reacted(entry.reactions(), entry.change());
      reactionsSince.put(entry.seq(), entry.change());
    }
    put(present);
  }

  private void put(Entry entry) {
    entries.put(entry.seq(), entry);
    seqs.put(entry.messageId(), entry.seq());
  }

  /// A `chat_reaction`. Of a message that is not here yet, the message itself will tell.
  void reacted(String messageId, SortedMap<String, SortedSet<String>> reactions, long change) {
    Long seq = seqs.get(messageId);
    if (seq != null && change > reactionsSince.getOrDefault(seq, 0L)) {
      entries.computeIfPresent(seq, (_, entry) -> entry.reacted(reactions, change));
      reactionsSince.put(seq, change);
    }
    changed(change);
  }

  /// A message that was missed is told as it is now, so it may be ahead of changes that are still
  /// on their way: what is known rises without a gap only.
  private void changed(long change) {
    if (change > lastChange) {
      heardChanges.add(change);
    }
    while (!heardChanges.isEmpty() && heardChanges.first() <= lastChange + 1) {
      lastChange = Math.max(lastChange, heardChanges.removeFirst());
    }
  }

  /// A page of changes, up to the change `upTo`.
  void changes(List<Entry> page, long upTo) {
    page.forEach(this::take);
    lastChange = Math.max(lastChange, upTo);
    changed(lastChange);
  }

  /// The one with that id, if it is here.
  boolean has(String messageId) {
    return seqs.containsKey(messageId);
  }

  /// What is shown: all up to the first gap.
  List<Entry> shown() {
    return new ArrayList<>(entries.headMap(last, true).values());
  }
}
