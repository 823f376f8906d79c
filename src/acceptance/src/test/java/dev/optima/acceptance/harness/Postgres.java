package dev.optima.acceptance.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A PostgreSQL server of its own, with one empty database.
public final class Postgres implements AutoCloseable {
  private static final String NAME = "optima";

  private final EmbeddedPostgres server;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  public static Postgres start() throws IOException, SQLException {
    return started(EmbeddedPostgres.builder());
  }

  /// The same with its files in that folder, where they stay: what is in it is there again.
  public static Postgres start(Path folder) throws IOException, SQLException {
    Files.createDirectories(folder);
    return started(
        EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false));
  }

  private static Postgres started(EmbeddedPostgres.Builder builder)
      throws IOException, SQLException {
    var postgres = new Postgres(builder.start());
    try (Connection connection = postgres.server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!isThere(statement)) {
        statement.execute("CREATE DATABASE " + NAME);
      }
    }
    return postgres;
  }

  private static boolean isThere(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
      return found.next();
    }
  }

  /// For the setting `database.url`.
  public String url() {
    return "postgresql://postgres@localhost:" + server.getPort() + "/" + NAME;
  }

  /// For whoever looks at the rows.
  public String jdbcUrl() {
    return server.getJdbcUrl("postgres", NAME);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
