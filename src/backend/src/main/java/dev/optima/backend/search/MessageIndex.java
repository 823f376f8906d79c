package dev.optima.backend.search;

import dev.optima.backend.store.Sql;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.ChatEntry;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The full-text index of what was said. It is written in the transaction of the message, so it is
/// never behind. A row has the message's `search_id`, which rises with time, and the words of the
/// text, together with one for the room and one for the applicant, so that a search is limited to
/// them by the index itself.
public final class MessageIndex {
  private static final String ADD = "INSERT INTO message_search (rowid, words) VALUES (?, ?)";
  private static final String ROW = " WHERE rowid = (SELECT search_id FROM messages WHERE id = ?)";
  private static final String REPLACE = "UPDATE message_search SET words = ?" + ROW;
  private static final String REMOVE = "DELETE FROM message_search" + ROW;

  /// What makes a room's word unlike any word that somebody can type: no letter and no digit.
  private static final char ROOM = '\uE000';

  private static final char APPLICANT = '\uE001';

  /// Where it is searched.
  public sealed interface Scope {
    /// Everywhere.
    record All() implements Scope {}

    /// In one room.
    record OneRoom(RoomId room) implements Scope {}

    /// In all rooms that are about an applicant.
    record About(UserId applicant) implements Scope {}
  }

  /// The expression for the `search_id` of a new message.
  public static String nextId(Sql sql) {
    return switch (sql) {
      case SQLITE ->
          "(SELECT coalesce(max(search_id), 0) + 1 FROM messages WHERE search_id IS NOT NULL)";
      case POSTGRESQL -> "nextval('message_search_ids')";
    };
  }

  /// The condition on a row `s` of the index, whose parameter is [#match].
  public static String condition(Sql sql) {
    return switch (sql) {
      case SQLITE -> "s.message_search MATCH ?";
      case POSTGRESQL -> "s.lexemes @@ CAST(? AS tsquery)";
    };
  }

  /// A new message of this `search_id` can be found.
  public void add(Tx tx, long searchId, ChatEntry entry) throws SQLException {
    tx.update(ADD, searchId, words(entry.roomId(), entry.body(), entry.attachments()));
  }

  /// A message is found by what it says now, or not at all if it was taken back.
  public void follow(Tx tx, ChatEntry entry) throws SQLException {
    MessageId id = entry.messageId();
    if (entry.deletedAt() != null) {
      tx.update(REMOVE, id);
    } else {
      tx.update(REPLACE, words(entry.roomId(), entry.body(), entry.attachments()), id);
    }
  }

  /// All that a message is found by: what it says, and what its files are called.
  static String words(RoomId room, String body, @Nullable List<Attachment> files) {
    Set<String> words = new LinkedHashSet<>();
    words.add(word(ROOM, room.value()));
    words.add(word(APPLICANT, room.applicant().value()));
    Stream<String> names = files == null ? Stream.empty() : files.stream().map(file -> file.name());
    Stream.concat(Stream.of(body), names)
        .flatMap(text -> Words.of(text).stream())
        .forEach(word -> words.add(word.folded()));
    return String.join(" ", words);
  }

  /// What the engine is asked for. Every word is of letters and digits, or made here, so there is
  /// nothing in it that an engine could take for an operator.
  public static String match(Sql sql, SearchQuery query, Scope scope) {
    Stream<String> where =
        switch (scope) {
          case Scope.All() -> Stream.empty();
          case Scope.OneRoom(RoomId room) -> Stream.of(word(ROOM, room.value()));
          case Scope.About(UserId applicant) -> Stream.of(word(APPLICANT, applicant.value()));
        };
    String all =
        Stream.concat(where, query.words().stream())
            .map(word -> quoted(sql, word) + and(sql))
            .collect(Collectors.joining());
    return all + quoted(sql, query.last()) + (query.isPrefix() ? prefix(sql) : "");
  }

  private static String quoted(Sql sql, String word) {
    String quote = sql == Sql.SQLITE ? "\"" : "'";
    return quote + word + quote;
  }

  private static String and(Sql sql) {
    return sql == Sql.SQLITE ? " AND " : " & ";
  }

  private static String prefix(Sql sql) {
    return sql == Sql.SQLITE ? " *" : ":*";
  }

  /// An id as one word, in which upper and lower case stay different.
  private static String word(char kind, String id) {
    var word = new StringBuilder().append(kind);
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        word.append('\uE002').append((char) (c + 'a' - 'A'));
      } else {
        word.append(c == '_' ? '\uE003' : c == '-' ? '\uE004' : c);
      }
    }
    return word.toString();
  }
}
