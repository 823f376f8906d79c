package dev.optima.backend.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OccupancyTest {
  private static final Instant T0 = Instant.parse("2026-11-23T09:00:00Z");

  /// Somebody came or went, or (no occupant) the room was closed.
  record Word(int occupant, boolean here, int second) {
    void to(Occupancy occupancy) {
      Instant at = T0.plusSeconds(second);
      if (occupant < 0) {
        occupancy.close(at);
      } else {
        // Two occupants are one person.
        occupancy.put("o" + occupant, new UserId("u" + occupant / 2), here, at);
      }
    }
  }

  private static Set<UserId> after(List<Word> words) {
    var occupancy = new Occupancy(List.of(), null);
    words.forEach(word -> word.to(occupancy));
    return occupancy.people();
  }

  @Property(tries = 2000)
  void everyOrderLeadsToTheSamePeople(@ForAll("words") List<Word> words, @ForAll Random random) {
    List<Word> shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, random);

    assertThat(after(shuffled)).isEqualTo(after(words));
  }

  @Property(tries = 1000)
  void whatIsSaidAgainChangesNothing(@ForAll("words") List<Word> words, @ForAll Random random) {
    List<Word> twice = new ArrayList<>(words);
    twice.addAll(words);
    Collections.shuffle(twice, random);

    assertThat(after(twice)).isEqualTo(after(words));
  }

  @Provide
  Arbitrary<List<Word>> words() {
    return Combinators.combine(
            Arbitraries.integers().between(-1, 3),
            Arbitraries.of(true, false),
            Arbitraries.integers().between(0, 12))
        .as(Word::new)
        .list()
        .ofMaxSize(14);
  }

  @Example
  void whoIsThereTwiceIsThereUntilBothAreGone() {
    Word one = new Word(0, true, 1);
    Word two = new Word(1, true, 2);
    Word oneGoes = new Word(0, false, 3);
    assertThat(after(List.of(one, two, oneGoes))).containsExactly(new UserId("u0"));
    assertThat(after(List.of(one, two, oneGoes, new Word(1, false, 4)))).isEmpty();
  }

  @Example
  void aLateJoiningAfterTheLeavingBringsNobodyBack() {
    assertThat(after(List.of(new Word(0, false, 5), new Word(0, true, 4)))).isEmpty();
    assertThat(after(List.of(new Word(0, false, 5), new Word(0, true, 6)))).hasSize(1);
  }

  @Example
  void whoComesAfterTheClosingIsThere() {
    Word closed = new Word(-1, false, 5);
    assertThat(after(List.of(new Word(0, true, 4), closed))).isEmpty();
    assertThat(after(List.of(closed, new Word(0, true, 6)))).hasSize(1);
    assertThat(after(List.of(closed, new Word(0, true, 5)))).as("seconds are coarse").hasSize(1);
  }
}
