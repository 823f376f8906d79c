package dev.optima.backend.analytics;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.CallAnalytics.Load;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much each of the team did: of those asked for, if some are.
final class LoadStore {
  private static final String LIVE =
      "SELECT p.user_id, count(*), sum("
          + LengthStore.SECONDS
          + ") FROM calls c JOIN call_participants p ON p.call_id = c.id";
  private static final String FOLDED =
      "SELECT t.team, sum(t.calls), sum(t.seconds) FROM call_totals t";
  private static final String MEETINGS =
      "SELECT i.user_id, count(*) FROM meetings m"
          + " JOIN meeting_interviewers i ON i.meeting_id = m.id";
  private static final String FOLDED_MEETINGS =
      "SELECT t.team, sum(t.meetings) FROM meeting_totals t";
  private static final String NAMES = "SELECT id, name FROM accounts";

  private static final Comparator<Load> ORDER =
      Comparator.comparingLong(Load::interviews)
          .thenComparingLong(Load::meetings)
          .reversed()
          .thenComparing(Load::name)
          .thenComparing(load -> load.userId().value());

  List<Load> of(Tx tx, Slice slice) throws SQLException {
    Map<UserId, Work> work = new HashMap<>();
    live(tx, slice, work);
    folded(tx, slice, work);
    if (!slice.people().isEmpty()) {
      work.keySet().retainAll(slice.people());
    }
    Map<String, String> names = new HashMap<>();
    tx.list(NAMES, row -> new String[] {row.text(1), row.text(2)})
        .forEach(row -> names.put(row[0], row[1]));
    return work.entrySet().stream()
        .map(
            entry -> {
              UserId user = entry.getKey();
              Work done = entry.getValue();
              String name = names.getOrDefault(user.value(), user.value());
              return new Load(user, name, done.interviews, done.seconds, done.meetings);
            })
        .sorted(ORDER)
        .toList();
  }

  private static final class Work {
    private long interviews;
    private long seconds;
    private long meetings;
  }

  private static void live(Tx tx, Slice slice, Map<UserId, Work> work) throws SQLException {
    Conditions calls =
        slice
            .interviews()
            .and("p.side = 'RECRUITER'")
            .and("p.joined_at IS NOT NULL")
            .andIn("p.user_id", slice.people());
    for (Sum sum : sums(tx, LIVE + calls + " GROUP BY 1", calls)) {
      met(work, new UserId(sum.who()), sum);
    }
    Conditions meetings =
        slice.meetings().and("m.status = 'COMPLETED'").andIn("i.user_id", slice.people());
    tx.list(
            MEETINGS + meetings + " GROUP BY 1",
            row -> new Sum(row.text(1), row.number(2), 0),
            meetings.parameters())
        .forEach(sum -> of(work, new UserId(sum.who())).meetings += sum.times());
  }

  private static void folded(Tx tx, Slice slice, Map<UserId, Work> work) throws SQLException {
    Conditions calls = slice.totals().and("t." + Slice.INTERVIEW);
    for (Sum sum : sums(tx, FOLDED + calls + " GROUP BY 1", calls)) {
      Team.of(sum.who()).members().stream()
          .filter(Team.Member::there)
          .forEach(member -> met(work, member.userId(), sum));
    }
    Conditions meetings = slice.totals().and("t.status = 'COMPLETED'");
    List<Sum> led =
        tx.list(
            FOLDED_MEETINGS + meetings + " GROUP BY 1",
            row -> new Sum(row.text(1), row.number(2), 0),
            meetings.parameters());
    for (Sum sum : led) {
      Team.of(sum.who())
          .members()
          .forEach(member -> of(work, member.userId()).meetings += sum.times());
    }
  }

  /// @param who a user, or a team
  private record Sum(String who, long times, long seconds) {}

  private static List<Sum> sums(Tx tx, String sql, Conditions where) throws SQLException {
    return tx.list(
        sql, row -> new Sum(row.text(1), row.number(2), row.number(3)), where.parameters());
  }

  private static void met(Map<UserId, Work> work, UserId user, Sum sum) {
    Work done = of(work, user);
    done.interviews += sum.times();
    done.seconds += sum.seconds();
  }

  private static Work of(Map<UserId, Work> work, UserId user) {
    return work.computeIfAbsent(user, anybody -> new Work());
  }
}
