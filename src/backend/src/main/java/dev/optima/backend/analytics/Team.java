package dev.optima.backend.analytics;

import dev.optima.protocol.id.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Those of the team who were in a call, as totals keep them: ids in order, with a space between
/// them; a hyphen stands before whoever never reached the room.
record Team(List<Member> members) {
  private static final String AWAY = "-";

  Team {
    members = List.copyOf(members);
  }

  /// One of them.
  ///
  /// @param there whether they reached the room
  record Member(UserId userId, boolean there) {}

  static Team of(String text) {
    List<Member> all = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      if (!word.isEmpty()) {
        boolean there = !word.startsWith(AWAY);
        all.add(new Member(new UserId(there ? word : word.substring(1)), there));
      }
    }
    return new Team(all);
  }

  String text() {
    return members.stream()
        .sorted(Comparator.comparing(member -> member.userId().value()))
        .map(member -> (member.there() ? "" : AWAY) + member.userId())
        .collect(Collectors.joining(" "));
  }

  /// What the text is `LIKE`, with a space before and after it and `!` to escape, if somebody is
  /// among them: one of the two.
  static Stream<String> patterns(UserId user) {
    String id = user.value().replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return Stream.of("% " + id + " %", "% " + AWAY + id + " %");
  }
}
