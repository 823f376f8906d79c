package dev.optima.backend.history;

import dev.optima.backend.search.SearchQuery;
import dev.optima.backend.store.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A filter as the database is asked for it.
///
/// @param conditions all of it but the words
/// @param ended the same of calls that are over, where not all that fit are
/// @param drives by which a part of it can be found
/// @param words what the words have to be, where there are any
/// @param found those that the words find, where there are any
/// @param over whether only calls that are over fit
/// @param nothing whether it is known already that no call fits
record Question(
    List<Condition> conditions,
    List<Condition> ended,
    List<Drive> drives,
    @Nullable Condition words,
    @Nullable Drive found,
    boolean over,
    boolean nothing) {

  static final Question NOTHING =
      new Question(List.of(), List.of(), List.of(), null, null, true, true);

  Question {
    conditions = List.copyOf(conditions);
    ended = List.copyOf(ended);
    drives = List.copyOf(drives);
  }

  /// What is asked of calls that are over.
  Question ofEnded() {
    return over ? this : new Question(ended, ended, drives, words, found, true, nothing);
  }

  /// All of it.
  List<Condition> whole() {
    return words == null ? conditions : Drive.and(conditions, words);
  }

  /// All of it, where every call is asked: what the words find is found once.
  List<Condition> whole(Sql sql) {
    return found == null ? conditions : Drive.and(conditions, found.contains(sql));
  }

  /// The columns that it asks besides those of every index: the state of what is not over is looked
  /// up.
  List<String> further() {
    return over ? List.of() : List.of("h.call_id");
  }

  /// What a call's own words have to be.
  static Condition words(Sql sql, SearchQuery query) {
    return switch (sql) {
      case SQLITE -> {
        List<String> parts = HistoryWords.parts(query);
        String all =
            String.join(" AND ", parts.stream().map(part -> "instr(w.words, ?) > 0").toList());
        yield new Condition(
            "(SELECT " + all + " FROM call_words w WHERE w.no = h.no)", List.copyOf(parts));
      }
      case POSTGRESQL ->
          new Condition(
              "(SELECT w.lexemes @@ CAST(? AS tsquery) FROM call_words w WHERE w.no = h.no)",
              List.of(HistoryWords.match(sql, query)));
    };
  }
}
