package dev.optima.backend.calendar;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.BusyTimes;
import dev.optima.protocol.rest.ExternalCalendar;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Calendars elsewhere, one for each of the team, and when they say that somebody is busy. What is
/// noted of a reading counts only for the address that was read: sealing makes each its own.
final class ExternalStore {
  private static final String SELECT =
      """
      SELECT c.user_id, c.kind, c.url, c.login, c.password, c.mark, c.failures, c.next_read_at,
        a.email, a.time_zone
      FROM external_calendars c JOIN accounts a ON a.id = c.user_id
      """;

  /// A calendar, as it is read.
  ///
  /// @param url sealed
  /// @param password sealed
  /// @param mark by which its server knows what was read last
  /// @param failures how often it could not be read since
  /// @param email of its owner
  /// @param timeZone of its owner, IANA; null if they never said
  record Known(
      UserId userId,
      ExternalCalendar.Kind kind,
      String url,
      @Nullable String login,
      @Nullable String password,
      @Nullable String mark,
      long failures,
      Instant due,
      String email,
      @Nullable String timeZone) {
    /// Prints no secret.
    @Override
    public String toString() {
      return "Known[" + userId + ", " + kind + "]";
    }
  }

  /// A calendar that somebody names.
  ///
  /// @param url sealed
  /// @param shown what may be shown of the address
  /// @param password sealed
  record Named(
      ExternalCalendar.Kind kind,
      String url,
      String shown,
      @Nullable String login,
      @Nullable String password) {
    /// Prints no secret.
    @Override
    public String toString() {
      return "Named[" + kind + "]";
    }
  }

  Optional<ExternalCalendar> find(Tx tx, UserId user) throws SQLException {
    return tx.first(
        "SELECT kind, shown, login, read_at, problem FROM external_calendars WHERE user_id = ?",
        row ->
            new ExternalCalendar(
                ExternalCalendar.Kind.valueOf(row.text(1)),
                row.text(2),
                row.textOrNull(3),
                row.instantOrNull(4),
                row.textOrNull(5)),
        user);
  }

  /// In the place of a former one, whose busy times go; to be read at once.
  void put(Tx tx, UserId user, Named calendar, Instant now) throws SQLException {
    delete(tx, user);
    tx.update(
        """
        INSERT INTO external_calendars
          (user_id, kind, url, shown, login, password, created_at, next_read_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        user,
        calendar.kind(),
        calendar.url(),
        calendar.shown(),
        calendar.login(),
        calendar.password(),
        now,
        now);
  }

  /// Whether there was one.
  boolean delete(Tx tx, UserId user) throws SQLException {
    tx.update("DELETE FROM external_busy WHERE user_id = ?", user);
    return tx.update("DELETE FROM external_calendars WHERE user_id = ?", user) == 1;
  }

  Optional<Known> known(Tx tx, UserId user) throws SQLException {
    return tx.first(SELECT + "WHERE c.user_id = ?", ExternalStore::known, user);
  }

  /// What is to be read now; of those who may still sign in.
  List<Known> due(Tx tx, Instant now, int limit) throws SQLException {
    return tx.list(
        SELECT
            + "WHERE c.next_read_at <= ? AND a.disabled_at IS NULL"
            + " ORDER BY c.next_read_at LIMIT ?",
        ExternalStore::known,
        now,
        limit);
  }

  private static Known known(Row row) throws SQLException {
    return new Known(
        new UserId(row.text(1)),
        ExternalCalendar.Kind.valueOf(row.text(2)),
        row.text(3),
        row.textOrNull(4),
        row.textOrNull(5),
        row.textOrNull(6),
        row.number(7),
        row.instant(8),
        row.text(9),
        row.textOrNull(10));
  }

  /// Makes the next reading this one's: of several nodes one succeeds.
  boolean claim(Tx tx, Known calendar, Instant next) throws SQLException {
    return tx.update(
            "UPDATE external_calendars SET next_read_at = ?"
                + " WHERE user_id = ? AND next_read_at = ? AND url = ?",
            next,
            calendar.userId(),
            calendar.due(),
            calendar.url())
        == 1;
  }

  /// That it could be read.
  ///
  /// @return false if another calendar took its place meanwhile
  boolean read(Tx tx, Known calendar, @Nullable String mark, Instant now) throws SQLException {
    return tx.update(
            "UPDATE external_calendars SET read_at = ?, problem = NULL, failures = 0, mark = ?"
                + " WHERE user_id = ? AND url = ?",
            now,
            mark,
            calendar.userId(),
            calendar.url())
        == 1;
  }

  /// When its owner is busy, from now on.
  void replace(Tx tx, UserId user, List<Busy> busy) throws SQLException {
    tx.update("DELETE FROM external_busy WHERE user_id = ?", user);
    for (Busy one : busy) {
      tx.update(
          "INSERT INTO external_busy (user_id, start_at, end_at) VALUES (?, ?, ?)",
          user,
          one.start(),
          one.end());
    }
  }

  /// That it could not be read; what it said before stays.
  void failed(Tx tx, Known calendar, FetchFailure.Problem problem, Instant next)
      throws SQLException {
    tx.update(
        "UPDATE external_calendars SET problem = ?, failures = failures + 1, next_read_at = ?"
            + " WHERE user_id = ? AND url = ?",
        problem.word(),
        next,
        calendar.userId(),
        calendar.url());
  }

  /// Of the team, without who may no longer sign in.
  List<BusyTimes.Busy> busy(Tx tx, Instant from, Instant to, int limit) throws SQLException {
    return tx.list(
        """
        SELECT b.user_id, b.start_at, b.end_at
        FROM external_busy b JOIN accounts a ON a.id = b.user_id
        WHERE b.end_at > ? AND b.start_at < ? AND a.disabled_at IS NULL
        ORDER BY b.start_at, b.user_id LIMIT ?""",
        ExternalStore::busy,
        from,
        to,
        limit);
  }

  List<BusyTimes.Busy> busy(Tx tx, UserId user, Instant from, Instant to) throws SQLException {
    return tx.list(
        """
        SELECT user_id, start_at, end_at FROM external_busy
        WHERE user_id = ? AND start_at < ? AND end_at > ? ORDER BY start_at""",
        ExternalStore::busy,
        user,
        to,
        from);
  }

  private static BusyTimes.Busy busy(Row row) throws SQLException {
    return new BusyTimes.Busy(new UserId(row.text(1)), row.instant(2), row.instant(3));
  }
}
