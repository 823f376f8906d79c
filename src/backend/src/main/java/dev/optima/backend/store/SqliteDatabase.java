package dev.optima.backend.store;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// SQLite: one writer with group commit, and a few readers beside it. SQLite's calls are native and
/// would hold a virtual thread's carrier, so all of them are made by platform threads.
///
/// The writer drains its queue, runs each unit under a savepoint inside one transaction, commits
/// once, then tells them all: one `fsync` pays for the whole batch, and a unit that fails undoes
/// only itself.
public final class SqliteDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);

  /// How many units may wait before further ones are refused.
  private static final int MAX_BACKLOG = 20_000;

  /// How many units share one commit at most: bounds how long the first of them waits.
  private static final int MAX_BATCH = 512;

  /// How long the log grows before its pages are copied into the file: 16 MiB, since pages that are
  /// written again and again are copied once.
  private static final int CHECKPOINT_PAGES = 4_096;

  private static final String SAVEPOINT = "SAVEPOINT unit";
  private static final String RELEASE = "RELEASE unit";
  private static final String UNDO = "ROLLBACK TO unit";

  private final SQLiteDataSource source;
  private final SqliteReaders readers;
  private final LongReads longReads = new LongReads();
  private final WriteQueue queue = new WriteQueue(MAX_BACKLOG);
  private final Thread writer;
  private @Nullable Connected connected;

  private SqliteDatabase(Path file, UnaryOperator<SQLiteConfig> writing) {
    source = source(file, writing);
    Migrations.run(source(file, SqliteDatabase::migrating), Migrations.Dialect.SQLITE);
    readers = new SqliteReaders(source(file, SqliteDatabase::reading));
    writer = Thread.ofPlatform().name("sqlite-writer").unstarted(this::loop);
    writer.start();
  }

  /// Opens (or makes) the file and brings its schema up to date.
  public static SqliteDatabase open(Path file) {
    return open(file, config -> config);
  }

  /// The same, but it does not wait for the disk: quick, and for what can be made anew.
  static SqliteDatabase openToFill(Path file) {
    return open(file, SqliteDatabase::unhurried);
  }

  private static SqliteDatabase open(Path file, UnaryOperator<SQLiteConfig> writing) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SqliteDatabase(file, writing);
  }

  private static SQLiteDataSource source(Path file, UnaryOperator<SQLiteConfig> tuning) {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(10_000);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-16384");
    config.setPragma(SQLiteConfig.Pragma.TEMP_STORE, "MEMORY");
    config.setWalAutocheckpoint(CHECKPOINT_PAGES);
    config.setGetGeneratedKeys(false); // or the driver asks for them after each statement
    var source = new SQLiteDataSource(tuning.apply(config));
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /// A table is changed by making it anew, and dropping the old one must not delete what refers to
  /// it.
  private static SQLiteConfig migrating(SQLiteConfig config) {
    config.enforceForeignKeys(false);
    return config;
  }

  private static SQLiteConfig unhurried(SQLiteConfig config) {
    config.setSynchronous(SynchronousMode.OFF);
    return config;
  }

  private static SQLiteConfig reading(SQLiteConfig config) {
    config.setTransactionMode(TransactionMode.DEFERRED);
    config.setPragma(SQLiteConfig.Pragma.CACHE_SIZE, "-4096");
    return config;
  }

  @Override
  public <T extends @Nullable Object> T write(String lane, Work<T> work) {
    return write(work);
  }

  @Override
  public <T extends @Nullable Object> T write(Work<T> work) {
    if (Thread.currentThread() == writer) {
      throw new IllegalStateException("an effect may not write: it would wait for itself");
    }
    var pending = Pending.awaited(work);
    offer(pending);
    return pending.await();
  }

  @Override
  public <T extends @Nullable Object> void submit(String lane, Work<T> work, Outcome<T> outcome) {
    offer(Pending.told(work, outcome));
  }

  @Override
  public <T extends @Nullable Object> T read(Work<T> work) {
    return readers.read(work);
  }

  @Override
  public <T extends @Nullable Object> T readLong(UserId who, Work<T> work) {
    return longReads.read(who, () -> read(work));
  }

  @Override
  public boolean isReady() {
    try {
      return write(tx -> tx.first("SELECT 1", row -> row.integer(1)).isPresent());
    } catch (RuntimeException e) {
      LOG.warn("The database does not answer: {}", e.getMessage());
      return false;
    }
  }

  @Override
  public int backlog() {
    return queue.size();
  }

  @Override
  public void close() {
    queue.close();
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    readers.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void offer(Pending<?> pending) {
    if (!queue.offer(pending)) {
      throw Refusal.unavailable("too much waits to be written");
    }
  }

  private void loop() {
    var batch = new ArrayList<Pending<?>>(MAX_BATCH);
    while (queue.take(batch, MAX_BATCH)) {
      try {
        commit(batch);
      } catch (SQLException | RuntimeException e) {
        LOG.error("A commit failed; {} units are refused", batch.size(), e);
        batch.forEach(unit -> unit.fail(Refusal.unavailable("the database could not commit")));
        disconnect();
      }
      batch.forEach(Pending::complete);
      batch.clear();
    }
    disconnect();
  }

  private void commit(List<Pending<?>> batch) throws SQLException {
    Connected writing = connect();
    writing.connection().setAutoCommit(false); // BEGIN IMMEDIATE
    for (Pending<?> unit : batch) {
      writing.prepare(SAVEPOINT).execute();
      if (!succeeds(unit, writing)) {
        writing.prepare(UNDO).execute();
      }
      writing.prepare(RELEASE).execute();
    }
    writing.connection().setAutoCommit(true); // COMMIT
  }

  private static boolean succeeds(Pending<?> unit, Connected writing) {
    try {
      return unit.run(writing);
    } catch (SQLException e) {
      unit.fail(new StoreException(e));
      return false;
    }
  }

  private Connected connect() throws SQLException {
    Connected present = connected;
    if (present == null) {
      present = new Connected(source.getConnection());
      connected = present;
    }
    return present;
  }

  /// After a failed commit the state of the connection is unknown: the next batch opens a new one.
  private void disconnect() {
    Connected present = connected;
    connected = null;
    if (present != null) {
      try {
        present.close();
      } catch (SQLException e) {
        LOG.warn("Closing the database failed: {}", e.getMessage());
      }
    }
  }
}
