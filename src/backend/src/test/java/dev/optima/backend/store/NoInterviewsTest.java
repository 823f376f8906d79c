package dev.optima.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/// What V27 makes of calls of before in which the sides were together for no time.
class NoInterviewsTest {
  private static final String CALL =
      "INSERT INTO calls (id, room_id, applicant_id, caller_id, request_key, media_room, state,"
          + " outcome, version, created_at, started_at, together_millis, ended_at, opened)"
          + " VALUES ('%1$s', 'r', 'a', 'c', '%1$s', '%1$s', 'ENDED', '%2$s', 1, 5, 6, %3$d, 9, 0)";
  private static final String ROW =
      "INSERT INTO call_history (no, call_id, created_at, outcome, length, score, rang, week_hour,"
          + " caller, applicant, position, applicant_key, interviewer_key)"
          + " VALUES (%4$d, '%1$s', 5, %2$d, %3$d, -1, 1, 0, 1, 2, 0, 'a', 'c')";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void whoeverWereTogetherForNoTimeHadNoInterview(Engine engine) throws Exception {
    StoreConfig config = engine.empty(folder);
    before(engine, config);

    try (Database database = config.open()) {
      assertThat(
              rows(
                  database,
                  "SELECT id || ' ' || state || ' ' || outcome || ' ' || coalesce(started_at, 0)"
                      + " FROM calls ORDER BY id"))
          .containsExactly(
              "done ENDED COMPLETED 6",
              "given ENDED ABANDONED 0",
              "lost FAILED NOT_JOINED 0",
              "short ENDED DROPPED 6");
      assertThat(
              rows(
                  database,
                  "SELECT call_id || ' ' || outcome || ' ' || length FROM call_history"
                      + " ORDER BY call_id"))
          .containsExactly("done 1 60", "given 3 -1", "lost 4 -1", "short 2 0");
    }
  }

  /// As V26 had them: of `short` less than half a second is known.
  private static void before(Engine engine, StoreConfig config) throws Exception {
    DataSource source = source(engine, config);
    var dialect =
        engine == Engine.SQLITE ? Migrations.Dialect.SQLITE : Migrations.Dialect.POSTGRESQL;
    Migrations.run(source, dialect, MigrationVersion.fromVersion("26"));
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO applicants (id, name, email, language, time_zone, search, created_at,"
              + " activity_at) VALUES ('a', 'A', 'a@b.c', 'tr', 'UTC', '', 0, 0)");
      statement.execute("INSERT INTO rooms (id, applicant_id) VALUES ('r', 'a')");
      call(statement, 1, "done", "COMPLETED", 60_000);
      call(statement, 2, "given", "COMPLETED", 0);
      call(statement, 3, "lost", "DROPPED", 0);
      call(statement, 4, "short", "DROPPED", 400);
    }
  }

  private static void call(Statement statement, int no, String id, String outcome, int millis)
      throws SQLException {
    statement.execute(CALL.formatted(id, outcome, millis));
    int number = outcome.equals("COMPLETED") ? 1 : 2;
    statement.execute(ROW.formatted(id, number, (millis + 500) / 1000, no));
  }

  private static DataSource source(Engine engine, StoreConfig config) throws Exception {
    if (engine == Engine.SQLITE) {
      Files.createDirectories(config.directory());
      var sqlite = new SQLiteDataSource();
      sqlite.setUrl("jdbc:sqlite:" + config.directory().resolve(StoreConfig.FILE));
      return sqlite;
    }
    var postgres = new PGSimpleDataSource();
    postgres.setUrl(Objects.requireNonNull(config.url()));
    return postgres;
  }

  private static List<String> rows(Database database, String select) {
    return database.read(tx -> tx.list(select, row -> row.text(1)));
  }
}
