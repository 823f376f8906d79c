package dev.optima.backend.history;

import dev.optima.backend.search.SearchQuery;
import dev.optima.backend.search.Words;
import dev.optima.backend.store.Sql;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words by which a call is found, and what the databases are asked for them. All are of folded
/// letters and digits, so there is nothing in them that an engine could take for an operator.
final class HistoryWords {
  private HistoryWords() {}

  /// The words of some texts, each between spaces.
  static String of(Stream<String> texts) {
    Set<String> words =
        texts
            .flatMap(text -> Words.of(text).stream())
            .map(Words.Word::folded)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return words.isEmpty() ? "" : " " + String.join(" ", words) + " ";
  }

  /// What the full-text index is asked for.
  static String match(Sql sql, SearchQuery query) {
    boolean sqlite = sql == Sql.SQLITE;
    String quote = sqlite ? "\"" : "'";
    String prefix = query.isPrefix() ? (sqlite ? " *" : ":*") : "";
    return Stream.concat(
            query.words().stream().map(word -> quote + word + quote),
            Stream.of(quote + query.last() + quote + prefix))
        .collect(Collectors.joining(sqlite ? " AND " : " & "));
  }

  /// What stands in the words of a call that fits: one of these texts for each word.
  static List<String> parts(SearchQuery query) {
    return Stream.concat(
            query.words().stream().map(word -> " " + word + " "),
            Stream.of(" " + query.last() + (query.isPrefix() ? "" : " ")))
        .toList();
  }
}
