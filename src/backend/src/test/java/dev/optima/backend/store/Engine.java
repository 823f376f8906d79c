package dev.optima.backend.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Both databases, for tests that have to hold on each. One PostgreSQL server serves the whole JVM;
/// each test gets a database of its own.
public enum Engine {
  SQLITE {
    @Override
    public StoreConfig fresh(Path folder) {
      return new StoreConfig(null, folder.resolve("db" + NUMBERS.incrementAndGet()));
    }
  },
  POSTGRES {
    @Override
    public StoreConfig fresh(Path folder) {
      String name = "test_" + NUMBERS.incrementAndGet();
      try (Connection connection = Server.get().getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return new StoreConfig(Server.get().getJdbcUrl("postgres", name), folder);
    }
  };

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /// Where a new, empty database is.
  public abstract StoreConfig fresh(Path folder);

  /// A new, empty database with its schema.
  public Database open(Path folder) {
    return fresh(folder).open();
  }

  private static final class Server {
    private static @Nullable EmbeddedPostgres server;

    static synchronized EmbeddedPostgres get() {
      EmbeddedPostgres present = server;
      if (present == null) {
        try {
          present = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        server = present;
        EmbeddedPostgres started = present;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
      }
      return present;
    }

    private static void stop(EmbeddedPostgres started) {
      try {
        started.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
