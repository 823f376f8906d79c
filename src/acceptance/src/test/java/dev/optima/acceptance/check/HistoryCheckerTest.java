package dev.optima.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.acceptance.check.Truth.Place;
import dev.optima.acceptance.check.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The checker finds each fault: what it does not find would not be shown by a run without
/// findings.
class HistoryCheckerTest {
  private static final String ROOM = "applicant_a";
  private static final String NOTES = "team_a";
  private static final Entry FIRST = entry(1, "ann", "k1");
  private static final Entry SECOND = entry(2, "ann", "k2");
  private static final Entry THIRD = entry(3, "bob", "k3");
  private static final List<Entry> ALL = List.of(FIRST, SECOND, THIRD);

  private static Entry entry(long seq, String sender, String key) {
    return new Entry(seq, "m" + seq, sender, key, Words.first(key), false, 0, new TreeMap<>());
  }

  private static Entry edited(Entry entry, String body, long change) {
    return new Entry(
        entry.seq(),
        entry.messageId(),
        entry.senderId(),
        entry.key(),
        body,
        false,
        change,
        entry.reactions());
  }

  private static Truth stored(List<Entry> entries) {
    return new Truth(
        Map.of(ROOM, entries),
        Map.of(new Place("ann", ROOM), 2L, new Place("bob", ROOM), 3L),
        Map.of(new Place("ann", ROOM), 1L));
  }

  private static Seen.Acknowledged acknowledged(Entry entry) {
    return new Seen.Acknowledged(1, ROOM, entry.key(), entry.messageId(), entry.seq());
  }

  private static Seen.Arrived arrived(Entry entry) {
    return new Seen.Arrived(1, ROOM, entry);
  }

  private static final Seen OPENED = new Seen.Opened(1, Map.of(ROOM, 0L));

  /// Ann said the first two, Bob the third.
  private static List<Seen> annSaw() {
    return List.of(
        OPENED,
        new Seen.Said(ROOM, "k1"),
        new Seen.Said(ROOM, "k2"),
        acknowledged(FIRST),
        acknowledged(SECOND),
        arrived(THIRD),
        new Seen.HasRead(ROOM, 2));
  }

  private static List<Seen> bobSaw() {
    return List.of(
        OPENED, arrived(FIRST), arrived(SECOND), new Seen.Said(ROOM, "k3"), acknowledged(THIRD));
  }

  private static History ann(List<Seen> seen, List<Entry> shown, long unread) {
    return new History(
        "ann.0", "ann", List.of(ROOM), seen, Map.of(ROOM, shown), Map.of(ROOM, unread));
  }

  private static History bob(List<Seen> seen, List<Entry> shown) {
    return new History("bob.0", "bob", List.of(ROOM), seen, Map.of(ROOM, shown), Map.of());
  }

  private static List<Kind> found(Truth truth, History... histories) {
    return HistoryChecker.check(truth, List.of(histories)).stream()
        .map(Violation::kind)
        .distinct()
        .sorted()
        .toList();
  }

  private static List<Seen> with(List<Seen> seen, Seen... more) {
    return Stream.concat(seen.stream(), Stream.of(more)).toList();
  }

  @Test
  void aGoodHistoryIsGood() {
    assertThat(found(stored(ALL), ann(annSaw(), ALL, 1), bob(bobSaw(), ALL))).isEmpty();
  }

  @Test
  void anAcknowledgedMessageThatIsNotStoredIsLost() {
    var two = List.of(FIRST, SECOND);
    assertThat(found(stored(two), ann(annSaw().subList(0, 5), two, 1), bob(bobSaw(), two)))
        .containsExactly(Kind.LOST);
  }

  @Test
  void anAcknowledgedMessageWhosePlaceIsAnothersIsLost() {
    var other = new Entry(2, "m9", "bob", "k3", Words.first("k3"), false, 0, new TreeMap<>());
    var stored = List.of(FIRST, other);
    assertThat(found(stored(stored), ann(annSaw().subList(0, 5), stored, 1))).contains(Kind.LOST);
  }

  @Test
  void aMessageThatWasShownButIsNotStoredIsLost() {
    assertThat(
            found(
                stored(ALL),
                ann(with(annSaw(), arrived(entry(4, "bob", "k4"))), ALL, 1),
                bob(bobSaw(), ALL)))
        .containsExactly(Kind.LOST);
  }

  @Test
  void aKeyThatIsStoredTwiceIsDoubled() {
    var twice = new ArrayList<>(ALL);
    twice.add(new Entry(4, "m4", "bob", "k3", "k3 again", false, 0, new TreeMap<>()));
    assertThat(found(stored(twice), ann(annSaw(), twice, 1), bob(bobSaw(), twice)))
        .contains(Kind.DOUBLED);
  }

  @Test
  void theSameWordsUnderAnotherKeyAreDoubled() {
    var twice = new ArrayList<>(ALL);
    twice.add(new Entry(4, "m4", "bob", "k4", Words.first("k3"), false, 0, new TreeMap<>()));
    assertThat(found(stored(twice), ann(annSaw(), twice, 1), bob(bobSaw(), twice)))
        .contains(Kind.DOUBLED);
  }

  @Test
  void twoAcknowledgementsOfOneKeyAreDoubled() {
    var again = new Seen.Acknowledged(1, ROOM, "k3", "m1", 1);
    assertThat(found(stored(ALL), ann(annSaw(), ALL, 1), bob(with(bobSaw(), again), ALL)))
        .contains(Kind.DOUBLED);
  }

  @Test
  void whatNobodySaidIsInvented() {
    assertThat(found(stored(ALL), ann(annSaw(), ALL, 1))).containsExactly(Kind.INVENTED);
  }

  @Test
  void whatIsStoredInAnotherRoomIsInvented() {
    var said = new ArrayList<>(bobSaw());
    said.set(3, new Seen.Said("applicant_b", "k3"));
    assertThat(found(stored(ALL), ann(annSaw(), ALL, 1), bob(said, ALL)))
        .containsExactly(Kind.INVENTED);
  }

  @Test
  void aMissingNumberIsAGap() {
    var gap = List.of(FIRST, SECOND, entry(4, "bob", "k3"));
    var bob = List.<Seen>of(OPENED, arrived(FIRST), arrived(SECOND), new Seen.Said(ROOM, "k3"));
    assertThat(found(stored(gap), ann(annSaw().subList(0, 5), gap, 1), bob(bob, gap)))
        .containsExactly(Kind.GAP);
  }

  @Test
  void aDeviceThatShowsLessHasAGap() {
    assertThat(found(stored(ALL), ann(annSaw(), List.of(FIRST, SECOND), 1), bob(bobSaw(), ALL)))
        .containsExactly(Kind.GAP);
  }

  @Test
  void aConnectionThatLeavesOneOutHasAGap() {
    var seen = List.<Seen>of(OPENED, arrived(FIRST), arrived(THIRD));
    assertThat(found(stored(ALL), ann(annSaw(), ALL, 1), bob(bobSaw(), ALL), bob(seen, ALL)))
        .containsExactly(Kind.GAP);
  }

  @Test
  void aConnectionOnWhichAnOlderOneComesLaterIsReordered() {
    var seen = List.<Seen>of(OPENED, arrived(SECOND), arrived(FIRST));
    assertThat(found(stored(ALL), ann(annSaw(), ALL, 1), bob(bobSaw(), ALL), bob(seen, ALL)))
        .containsExactly(Kind.REORDERED);
  }

  @Test
  void whatIsSentAgainAfterAReconnectIsNotReordered() {
    var again = new Seen.Opened(2, Map.of(ROOM, 1L));
    var seen = List.<Seen>of(OPENED, arrived(FIRST), arrived(SECOND), again, arrived(SECOND));
    assertThat(found(stored(ALL), ann(annSaw(), ALL, 1), bob(bobSaw(), ALL), bob(seen, ALL)))
        .isEmpty();
  }

  @Test
  void aDeviceWhoseWordsAreStoredInAnotherOrderIsReordered() {
    var swapped = List.of(entry(1, "ann", "k2"), entry(2, "ann", "k1"), THIRD);
    var ann =
        List.<Seen>of(OPENED, new Seen.Said(ROOM, "k1"), new Seen.Said(ROOM, "k2"), arrived(THIRD));
    assertThat(
            found(
                stored(swapped),
                ann(List.of(ann.get(0), ann.get(1), ann.get(2)), swapped, 1),
                bob(List.of(OPENED, new Seen.Said(ROOM, "k3"), acknowledged(THIRD)), swapped)))
        .containsExactly(Kind.REORDERED);
  }

  @Test
  void oneNumberWithTwoMessagesIsReordered() {
    var other = new Entry(2, "m3", "bob", "k3", Words.first("k3"), false, 0, new TreeMap<>());
    assertThat(found(stored(ALL), ann(annSaw(), ALL, 1), bob(with(bobSaw(), arrived(other)), ALL)))
        .contains(Kind.REORDERED);
  }

  @Test
  void anOldTextInTheEndHasDiverged() {
    var now = List.of(edited(FIRST, "k1 new", 1), SECOND, THIRD);
    assertThat(found(stored(now), ann(annSaw(), now, 1), bob(bobSaw(), ALL)))
        .containsExactly(Kind.DIVERGED);
  }

  @Test
  void aReactionThatIsMissingInTheEndHasDiverged() {
    SortedMap<String, SortedSet<String>> heart = new TreeMap<>();
    heart.put("❤️", new TreeSet<>(List.of("bob")));
    var now = List.of(FIRST.reacted(heart, 1), SECOND, THIRD);
    assertThat(found(stored(now), ann(annSaw(), ALL, 1), bob(bobSaw(), now)))
        .containsExactly(Kind.DIVERGED);
  }

  @Test
  void oneChangeWithTwoContentsHasDiverged() {
    var now = List.of(edited(FIRST, "k1 new", 1), SECOND, THIRD);
    assertThat(
            found(
                stored(now),
                ann(with(annSaw(), arrived(edited(FIRST, "k1 new", 1))), now, 1),
                bob(with(bobSaw(), arrived(edited(FIRST, "k1 other", 1))), now)))
        .containsExactly(Kind.DIVERGED);
  }

  @Test
  void aChangeThatWasToldAndIsNotStoredIsLost() {
    var told = edited(FIRST, "k1 new", 1);
    assertThat(found(stored(ALL), ann(annSaw(), ALL, 1), bob(with(bobSaw(), arrived(told)), ALL)))
        .containsExactly(Kind.LOST);
  }

  @Test
  void aWrongCountAndALostReadMarkAreFound() {
    assertThat(found(stored(ALL), ann(annSaw(), ALL, 2), bob(bobSaw(), ALL)))
        .containsExactly(Kind.UNREAD);
    assertThat(
            found(
                stored(ALL),
                ann(with(annSaw(), new Seen.HasRead(ROOM, 3)), ALL, 1),
                bob(bobSaw(), ALL)))
        .containsExactly(Kind.UNREAD);
  }

  @Test
  void aWordOfTheTeamAtAnApplicantIsALeak() {
    var note = new Seen.Arrived(1, NOTES, entry(1, "ann", "k9"));
    assertThat(found(stored(ALL), ann(annSaw(), ALL, 1), bob(with(bobSaw(), note), ALL)))
        .contains(Kind.LEAKED);
  }
}
