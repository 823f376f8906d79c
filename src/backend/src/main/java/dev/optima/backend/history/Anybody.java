package dev.optima.backend.history;

import dev.optima.backend.store.Sql;
import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The calls of some people: somebody is the applicant, rang, or was asked into a call. Only what
/// they ever were is asked.
final class Anybody {
  private final Tx tx;
  private final List<Condition> ways = new ArrayList<>();
  private final List<Condition> parts = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();

  /// Nobody is twice in a call, so only calls of several people may be in several parts.
  private final boolean one;

  /// @param keys of the people
  Anybody(Tx tx, List<Long> keys) throws SQLException {
    this.tx = tx;
    this.one = keys.size() == 1;
    for (String role : List.of("applicant", "caller")) {
      Condition way = Condition.in("h." + role, keys);
      String index = "call_history_of_" + role;
      String all = Drive.part(tx.sql(), index, List.of(way)).sql();
      if (isAny(all)) {
        numbers.add("SELECT h.no AS no FROM " + all);
        parts.add(Drive.part(tx.sql(), index, Drive.and(others(), way)));
        ways.add(way);
      }
    }
    guests(Condition.list(keys));
  }

  private void guests(String keys) throws SQLException {
    String guests = "call_history_guests g WHERE g.person IN " + keys;
    if (!isAny(guests)) {
      return;
    }
    numbers.add("SELECT g.no AS no FROM " + guests);
    var way = new Condition("h.no IN (SELECT g.no FROM " + guests + ")");
    if (tx.sql() == Sql.SQLITE) {
      String each =
          "(SELECT DISTINCT g.no AS no FROM "
              + guests
              + ") d CROSS JOIN call_history h ON h.no = d.no";
      parts.add(new Condition(each + Condition.all(others())));
    } else {
      parts.add(new Condition("call_history h" + Condition.all(Drive.and(others(), way))));
    }
    ways.add(way);
  }

  /// That a call is in none of the parts before.
  private List<Condition> others() {
    return one
        ? List.of()
        : ways.stream().map(way -> new Condition("NOT (" + way.sql() + ")")).toList();
  }

  private boolean isAny(String from) throws SQLException {
    return tx.first("SELECT 1 FROM " + from + " LIMIT 1", row -> row.integer(1)).isPresent();
  }

  boolean isNobody() {
    return ways.isEmpty();
  }

  Condition condition() {
    return new Condition(
        ways.stream().map(Condition::sql).collect(Collectors.joining(" OR ", "(", ")")));
  }

  Drive drive() {
    var all = new Condition(String.join(" UNION ALL ", numbers));
    return Drive.any(parts, all, one, condition());
  }
}
