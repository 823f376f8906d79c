package dev.optima.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// How a client keeps a room: what comes twice, late or crosswise ends in the same.
class ReplicaTest {
  private final Replica replica = new Replica();

  private static Entry entry(long seq, String body, long change) {
    return new Entry(seq, "m" + seq, "ann", "k" + seq, body, false, change, new TreeMap<>());
  }

  private static SortedMap<String, SortedSet<String>> heart() {
    SortedMap<String, SortedSet<String>> heart = new TreeMap<>();
    heart.put("❤️", new TreeSet<>(List.of("bob")));
    return heart;
  }

  @Test
  void showsUpToTheFirstGap() {
    replica.told(entry(1, "one", 0));
    replica.told(entry(3, "three", 0));
    assertThat(replica.shown()).hasSize(1);
    replica.told(entry(2, "two", 0));
    assertThat(replica.shown()).hasSize(3);
    assertThat(replica.last()).isEqualTo(3);
  }

  @Test
  void anOlderStateDoesNotReplaceANewerOne() {
    replica.told(entry(1, "new", 2));
    replica.told(entry(1, "old", 1));
    assertThat(replica.shown().getFirst().body()).isEqualTo("new");
  }

  @Test
  void aReactionDoesNotHideAnEditThatCameBeforeIt() {
    replica.told(entry(1, "first", 0));
    replica.opened();
    replica.reacted("m1", heart(), 2);
    replica.changes(List.of(entry(1, "edited", 1)), 1);
    Entry now = replica.shown().getFirst();
    assertThat(now.body()).isEqualTo("edited");
    assertThat(now.reactions()).isEqualTo(heart());
    assertThat(now.change()).isEqualTo(2);
  }

  @Test
  void whatIsToldCountsAsKnownOnlyWithoutAGap() {
    replica.opened();
    replica.told(entry(1, "edited", 5));
    assertThat(replica.lastChange()).isZero();
    replica.changes(List.of(), 3);
    assertThat(replica.lastChange()).isEqualTo(3);
    replica.reacted("m1", heart(), 4);
    assertThat(replica.lastChange()).isEqualTo(5);
  }

  @Test
  void whatWasHeardAheadOfAGapIsAskedForAnew() {
    replica.told(entry(1, "edited", 5));
    replica.opened();
    replica.changes(List.of(), 4);
    assertThat(replica.lastChange()).isEqualTo(4);
  }
}
