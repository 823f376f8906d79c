package dev.optima.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks at a screen again and again and keeps what it showed as stored. What is wrong is wrong at
/// any moment, however troubled: a gap, two in the wrong order, one thing twice, words of nobody.
final class Onlooker {
  private final String name;
  private final Set<String> said;
  private final Map<Long, String> stored = new HashMap<>();
  private int glances;

  /// @param name of whose screen it is
  /// @param said the keys of all that was said in the room so far; grows
  Onlooker(String name, Set<String> said) {
    this.name = name;
    this.said = said;
  }

  void look(Glance glance) {
    glances++;
    long expected = glance.rows().isEmpty() ? 0 : glance.rows().getFirst().seq();
    List<String> keys = new ArrayList<>();
    for (Glance.Row row : glance.rows()) {
      assertThat(row.seq()).as("order of %s: %s", name, glance).isEqualTo(expected++);
      if (!row.deleted()) {
        String key = Words.keyIn(row.body());
        keys.add(key);
        assertThat(stored.putIfAbsent(row.seq(), key))
            .as("seq %d on %s", row.seq(), name)
            .isIn(null, key);
      }
    }
    glance.waiting().forEach(words -> keys.add(Words.keyIn(words)));
    assertThat(keys).as("shown by %s", name).doesNotHaveDuplicates().isSubsetOf(said);
  }

  /// All that was ever shown as stored is stored, where it was shown.
  void recount(List<Entry> rows) {
    stored.forEach(
        (seq, key) -> {
          assertThat(rows)
              .as("%s showed seq %d", name, seq)
              .hasSizeGreaterThanOrEqualTo(seq.intValue());
          Entry row = rows.get(seq.intValue() - 1);
          assertThat(row.deleted() ? key : Words.keyIn(row.body()))
              .as("what %s showed at seq %d", name, seq)
              .isEqualTo(key);
        });
  }

  /// What is shown now is what is stored.
  void compare(Glance glance, List<Entry> rows) {
    int from = glance.rows().isEmpty() ? 0 : (int) glance.rows().getFirst().seq() - 1;
    List<Glance.Row> expected =
        rows.subList(from, from + glance.rows().size()).stream().map(Onlooker::shown).toList();
    assertThat(glance.rows()).as("shown by %s in the end", name).isEqualTo(expected);
  }

  private static Glance.Row shown(Entry row) {
    var reactions = new java.util.TreeMap<String, Integer>();
    if (!row.deleted()) {
      row.reactions().forEach((emoji, by) -> reactions.put(emoji, by.size()));
    }
    return new Glance.Row(
        row.seq(), row.deleted() ? "" : row.body(), row.deleted(), reactions, false);
  }

  @Override
  public String toString() {
    return "%s: %d glances, %d shown as stored".formatted(name, glances, stored.size());
  }
}
