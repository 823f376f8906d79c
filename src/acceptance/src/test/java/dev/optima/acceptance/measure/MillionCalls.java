package dev.optima.acceptance.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// Three years of a big team: a million calls, about 1,280 each workday, and two hundred thousand
/// interviews that were planned. Written by the database itself, from numbers that are mixed well.
public final class MillionCalls {
  static final long CALLS = 1_000_000;
  static final long MEETINGS = 200_000;

  private static final int RECRUITERS = 60;
  private static final int APPLICANTS = 60_000;
  private static final int WORKDAYS = 782;
  private static final int WEEK = 5;

  private final Connection connection;

  /// Monday of the first week; the last call is of about now.
  private final long start;

  private MillionCalls(Connection connection, Instant now) {
    this.connection = connection;
    LocalDate monday =
        now.atZone(ZoneOffset.UTC)
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(WORKDAYS / WEEK);
    start = monday.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /// Fills a database whose schema is there, and which nobody else writes to.
  static void fill(Connection connection, Instant now) throws SQLException {
    connection.setAutoCommit(false);
    MillionCalls calls = new MillionCalls(connection, now);
    for (String sql : calls.people()) {
      calls.run(sql);
    }
    for (String sql : calls.calls()) {
      calls.run(sql);
    }
    for (String sql : calls.meetings()) {
      calls.run(sql);
    }
    connection.commit();
    connection.setAutoCommit(true);
    calls.run("ANALYZE");
  }

  private void run(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  /// The numbers from 0 on.
  private static String numbers(long count) {
    return "WITH RECURSIVE n(i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM n"
        + " WHERE i < "
        + (count - 1)
        + ") ";
  }

  /// A number below `most`, another one for each number and salt.
  private static String mixed(int salt, int most) {
    return "((((i + " + salt + ") * 2654435761) % 4294967296 / 97) % " + most + ")";
  }

  private static String id(String letter, String number) {
    return "'" + letter + "' || substr(CAST(1000000000 + " + number + " AS TEXT), 2)";
  }

  /// When the `i`-th of `count` is: spread over ten hours of each workday.
  private String time(long count) {
    long daily = count / WORKDAYS + 1;
    return "("
        + start
        + " + (i / %d / 5 * 7 + i / %d %% 5) * 86400000 + 25200000 + i %% %d * %d)"
            .formatted(daily, daily, daily, 36_000_000 / daily);
  }

  private List<String> people() {
    return List.of(
        numbers(RECRUITERS)
            + "INSERT INTO accounts (id, email_key, email, name, role, language, password_hash,"
            + " created_at) SELECT "
            + id("u", "i")
            + ", 'u' || i, 'u' || i, 'Recruiter ' || i, 'RECRUITER', 'en', '', "
            + start
            + " FROM n",
        numbers(APPLICANTS)
            + "INSERT INTO applicants (id, name, email, position, language, time_zone, search,"
            + " created_at, activity_at) SELECT "
            + id("a", "i")
            + ", 'Applicant ' || i, 'a' || i || '@example.org', 'Position ' || (i % 40), 'en',"
            + " 'Europe/Berlin', 'applicant ' || i, "
            + (start - 864_000_000L)
            + " + i * 1500000, "
            + start
            + " FROM n",
        "INSERT INTO rooms (id, applicant_id) SELECT 'applicant_' || id, id FROM applicants"
            + " WHERE id LIKE 'a0%'");
  }

  /// Applicants come and go: each is called within some weeks of their own.
  private List<String> calls() {
    String applicant =
        id(
            "a",
            "(i * " + APPLICANTS + " / " + CALLS + " + " + mixed(1, 3000) + ") % " + APPLICANTS);
    String outcome =
        "CASE WHEN r < 62 THEN 'COMPLETED' WHEN r < 65 THEN 'DROPPED' WHEN r < 78 THEN 'NO_ANSWER'"
            + " WHEN r < 83 THEN 'OFFLINE' WHEN r < 90 THEN 'REJECTED' WHEN r < 95 THEN 'CANCELLED'"
            + " WHEN r < 98 THEN 'NOT_JOINED' ELSE 'ABANDONED' END";
    String select =
        "SELECT i, %s AS at, %s AS applicant, %s AS caller, %s AS r, %s AS length, %s AS points FROM n"
            .formatted(
                time(CALLS),
                applicant,
                id("u", mixed(2, RECRUITERS)),
                mixed(3, 100),
                mixed(4, 4_200_000),
                mixed(5, 400));
    return List.of(
        numbers(CALLS)
            + "INSERT INTO calls (id, room_id, applicant_id, caller_id, request_key, media_room,"
            + " state, outcome, version, created_at, started_at, together_millis, ended_at, opened,"
            + " score, in_history) SELECT "
            + "'c' || substr(CAST(1000000000000000 + at AS TEXT), 2)"
            + " || substr(CAST(10000000000 + i AS TEXT), 2)"
            + ", 'applicant_' || applicant, applicant, caller, 'k' || i, 'm' || i, "
            + "CASE WHEN r < 65 THEN 'ENDED' WHEN r < 83 THEN 'MISSED' WHEN r < 90 THEN 'REJECTED'"
            + " WHEN r < 95 THEN 'CANCELLED' ELSE 'FAILED' END, "
            + outcome
            + ", 5, at, CASE WHEN r < 65 THEN at + 9000 END, CASE WHEN r < 65 THEN length ELSE 0 END,"
            + " at + 12000 + CASE WHEN r < 65 THEN length ELSE 0 END,"
            + " CASE WHEN r < 25 THEN 1 ELSE 0 END,"
            + " CASE WHEN r < 65 AND i % 9 > 0 THEN 1 + points / 100.0 END, 1 FROM ("
            + select
            + ") x",
        seats("applicant_id", "'APPLICANT'", 0, "'Applicant'", ""),
        seats("caller_id", "'RECRUITER'", 1, "'Recruiter'", ""),
        seats(
            "'u' || substr(CAST(1000000001 + CAST(substr(caller_id, 2) AS BIGINT) % 59 AS TEXT), 2)",
            "'RECRUITER'",
            2,
            "'Colleague'",
            " WHERE started_at IS NOT NULL AND version = 5 AND together_millis % 8 = 0"
                + " AND caller_id NOT IN ('u000000058', 'u000000059')"));
  }

  private static String seats(String who, String side, int place, String name, String where) {
    return "INSERT INTO call_participants (call_id, user_id, place, name, side, joined_at)"
        + " SELECT id, %s, %d, %s, %s, started_at FROM calls%s"
            .formatted(who, place, name, side, where)
        + (where.isEmpty() ? "" : " AND %s <> caller_id".formatted(who));
  }

  private List<String> meetings() {
    String select =
        "SELECT i, %s AS at, %s AS applicant, %s AS owner, %s AS r FROM n"
            .formatted(
                time(MEETINGS),
                id("a", "(i * " + APPLICANTS + " / " + MEETINGS + ")"),
                id("u", mixed(6, RECRUITERS)),
                mixed(7, 100));
    return List.of(
        numbers(MEETINGS)
            + "INSERT INTO meetings (id, room_id, applicant_id, owner_id, request_key, media_room,"
            + " title, time_zone, send_email, remind_15_min, waiting_room, consent_to_record,"
            + " scheduled_at, ends_at, status, answer, overdue, absent, sequence, version,"
            + " closed_at, created_at, updated_at) SELECT "
            + id("m", "i")
            + ", 'applicant_' || applicant, applicant, owner, 'k' || i, 'mm' || i, 'Interview',"
            + " 'UTC', 1, 1, 0, 0, at, at + 1800000, CASE WHEN r < 80 THEN 'COMPLETED'"
            + " WHEN r < 88 THEN 'NO_SHOW' ELSE 'CANCELLED' END, 'ACCEPTED', 'NONE',"
            + " CASE WHEN r >= 80 AND r < 88 THEN 'APPLICANT' END, 0, 3, at + 1800000,"
            + " at - 86400000, at FROM ("
            + select
            + ") x",
        "INSERT INTO meeting_interviewers (meeting_id, user_id, place)"
            + " SELECT id, owner_id, 0 FROM meetings");
  }
}
