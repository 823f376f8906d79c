package dev.optima.backend.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.UserId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL: each unit is a transaction of its own on a pooled connection; the server groups the
/// commits. What collides with another transaction is tried again. Reads have connections of their
/// own, on which a transaction sees one snapshot: else a list could claim to know of a change that
/// was made while it was read.
public final class PostgresDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);
  private static final int WRITERS = 16;
  private static final int READERS = 8;
  private static final int ATTEMPTS = 6;
  private static final int MAX_BACKLOG = 20_000;

  /// Serialization failure and deadlock.
  private static final Set<String> AGAIN = Set.of("40001", "40P01");

  private final HikariDataSource writers;
  private final HikariDataSource readers;
  private final LongReads longReads = new LongReads();
  private final Lanes lanes = new Lanes(this::carryOut);
  private final AtomicInteger backlog = new AtomicInteger();

  private PostgresDatabase(HikariDataSource writers, HikariDataSource readers) {
    this.writers = writers;
    this.readers = readers;
  }

  /// Connects and brings the schema up to date.
  ///
  /// @param url `jdbc:postgresql://…`, with user and password if needed
  public static PostgresDatabase open(String url) {
    var writers = new HikariDataSource(pool(url, "postgresql", WRITERS));
    try {
      Migrations.run(writers, Migrations.Dialect.POSTGRESQL);
      HikariConfig reading = pool(url, "postgresql-readers", READERS);
      reading.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
      reading.setReadOnly(true);
      return new PostgresDatabase(writers, new HikariDataSource(reading));
    } catch (RuntimeException e) {
      writers.close();
      throw e;
    }
  }

  private static HikariConfig pool(String url, String name, int size) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(size);
    config.setAutoCommit(false);
    config.setConnectionTimeout(3_000);
    config.setPoolName(name);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return config;
  }

  @Override
  public <T extends @Nullable Object> T write(String lane, Work<T> work) {
    var pending = Pending.awaited(work);
    enter();
    lanes.add(lane, pending);
    return pending.await();
  }

  @Override
  public <T extends @Nullable Object> T write(Work<T> work) {
    var pending = Pending.awaited(work);
    enter();
    carryOut(pending);
    return pending.await();
  }

  @Override
  public <T extends @Nullable Object> void submit(String lane, Work<T> work, Outcome<T> outcome) {
    enter();
    lanes.add(lane, Pending.told(work, outcome));
  }

  @Override
  public <T extends @Nullable Object> T read(Work<T> work) {
    var pending = Pending.awaited(work);
    transact(pending, readers);
    pending.complete();
    return pending.await();
  }

  @Override
  public <T extends @Nullable Object> T readLong(UserId who, Work<T> work) {
    return longReads.read(who, () -> read(work));
  }

  @Override
  public boolean isReady() {
    try {
      return read(tx -> tx.first("SELECT 1", row -> row.integer(1)).isPresent());
    } catch (RuntimeException e) {
      LOG.warn("The database does not answer: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public int backlog() {
    return backlog.get();
  }

  @Override
  public void close() {
    lanes.close();
    readers.close();
    writers.close();
  }

  private void enter() {
    if (backlog.incrementAndGet() > MAX_BACKLOG) {
      backlog.decrementAndGet();
      throw Refusal.unavailable("too much waits to be written");
    }
  }

  private void carryOut(Pending<?> unit) {
    transact(unit, writers);
    backlog.decrementAndGet();
    unit.complete();
  }

  private static void transact(Pending<?> unit, HikariDataSource pool) {
    for (int attempt = 1; ; attempt++) {
      try {
        attempt(unit, pool);
      } catch (SQLException e) {
        unit.fail(failure(e));
      }
      if (attempt == ATTEMPTS || !unit.failed(PostgresDatabase::isCollision)) {
        return;
      }
      long millis = ThreadLocalRandom.current().nextLong(1, 4L << attempt);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
  }

  private static void attempt(Pending<?> unit, HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      var connected = new Connected(connection);
      boolean good = false;
      try {
        good = unit.run(connected);
        connected.release();
        if (good) {
          connection.commit();
        }
      } catch (SQLException e) {
        good = false;
        throw e;
      } finally {
        if (!good) {
          connection.rollback();
        }
      }
    }
  }

  private static boolean isCollision(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && AGAIN.contains(state(e))) {
        return true;
      }
    }
    return false;
  }

  private static RuntimeException failure(SQLException e) {
    String state = state(e);
    // 08: connection; 53: out of resources; 57P: shut down; none: the pool had no connection
    boolean away =
        state.isEmpty()
            || state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57P");
    if (away) {
      LOG.warn("The database is away: {}", e.getMessage());
      return Refusal.unavailable("the database is away");
    }
    return new StoreException(e);
  }

  private static String state(SQLException e) {
    return e.getSQLState() == null ? "" : e.getSQLState();
  }
}
