package dev.optima.acceptance.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A message as somebody outside sees it.
///
/// @param key the sender's
/// @param change the number of its last change, 0 if there was none
/// @param reactions who gave which emoji
public record Entry(
    long seq,
    String messageId,
    String senderId,
    String key,
    String body,
    boolean deleted,
    long change,
    SortedMap<String, SortedSet<String>> reactions) {
  public Entry {
    reactions = Collections.unmodifiableSortedMap(reactions);
  }

  /// A `ChatEntry` of the contract.
  static Entry of(JsonNode json) {
    return new Entry(
        json.path("seq").asLong(),
        json.path("message_id").asText(),
        json.path("sender_id").asText(),
        json.path("key").asText(),
        json.path("body").asText(),
        json.hasNonNull("deleted_at"),
        json.path("change").asLong(),
        reactions(json.path("reactions")));
  }

  static SortedMap<String, SortedSet<String>> reactions(JsonNode json) {
    var reactions = new TreeMap<String, SortedSet<String>>();
    for (JsonNode reaction : json) {
      var by = new TreeSet<String>();
      reaction.path("by").forEach(user -> by.add(user.asText()));
      reactions.put(reaction.path("emoji").asText(), by);
    }
    return reactions;
  }

  /// The same with the words of `other`.
  Entry worded(Entry other) {
    long newest = Math.max(change, other.change);
    return new Entry(seq, messageId, senderId, key, other.body, other.deleted, newest, reactions);
  }

  /// The same with other reactions, that are there since `number`.
  Entry reacted(SortedMap<String, SortedSet<String>> now, long number) {
    return new Entry(seq, messageId, senderId, key, body, deleted, Math.max(change, number), now);
  }
}
