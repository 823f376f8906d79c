package dev.optima.acceptance.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
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
    var postgres = new Postgres(EmbeddedPostgres.builder().start());
    try (Connection connection = postgres.server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + NAME);
    }
    return postgres;
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
