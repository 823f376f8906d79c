package dev.optima.backend.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Both databases, for tests that have to hold on each. One PostgreSQL server serves the whole JVM;
/// each test gets a database of its own. The migrations run once for each engine; what they made is
/// copied.
public enum Engine {
  SQLITE {
    @Override
    public StoreConfig empty(Path folder) {
      return new StoreConfig(null, folder.resolve("db" + NUMBERS.incrementAndGet()));
    }

    @Override
    public StoreConfig fresh(Path folder) {
      StoreConfig place = empty(folder);
      try {
        Files.write(
            Files.createDirectories(place.directory()).resolve(StoreConfig.FILE), SqliteModel.FILE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return place;
    }
  },
  POSTGRES {
    @Override
    public StoreConfig empty(Path folder) {
      return Server.create("test_" + NUMBERS.incrementAndGet(), "", folder);
    }

    @Override
    public StoreConfig fresh(Path folder) {
      return Server.create(
          "test_" + NUMBERS.incrementAndGet(), " TEMPLATE " + PostgresModel.NAME, folder);
    }
  };

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /// Where a new database without anything in it is.
  public abstract StoreConfig empty(Path folder);

  /// Where a new database is, as the first start on an empty one leaves it.
  public abstract StoreConfig fresh(Path folder);

  /// A new, empty database with its schema.
  public Database open(Path folder) {
    return fresh(folder).open();
  }

  /// What the migrations make of an empty SQLite file.
  private static final class SqliteModel {
    static final byte[] FILE = make();

    private static byte[] make() {
      try {
        Path folder = Files.createTempDirectory("optima-model");
        new StoreConfig(null, folder).open().close();
        Path file = folder.resolve(StoreConfig.FILE);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(folder); // fails if anything but the file was left
        return bytes;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// What the migrations make of an empty database in PostgreSQL.
  private static final class PostgresModel {
    static final String NAME = make();

    private static String make() {
      Server.create("model", "", Path.of("")).open().close();
      return "model";
    }
  }

  private static final class Server {
    private static @Nullable EmbeddedPostgres server;

    static StoreConfig create(String name, String model, Path folder) {
      try (Connection connection = get().getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name + model);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return new StoreConfig(get().getJdbcUrl("postgres", name), folder);
    }

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
