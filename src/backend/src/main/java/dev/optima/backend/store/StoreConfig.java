package dev.optima.backend.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Which database: PostgreSQL at `url` (`jdbc:postgresql://…` or `postgresql://…`), or, without
/// one, SQLite in `directory`.
public record StoreConfig(@Nullable String url, Path directory) {

  /// The name of SQLite's file in the directory.
  public static final String FILE = "optima.db";

  /// Opens the database and brings its schema up to date.
  public Database open() {
    return url == null
        ? SqliteDatabase.open(directory.resolve(FILE))
        : PostgresDatabase.open(jdbc(url));
  }

  /// The same for what is to be filled at once and can be made anew: SQLite does not wait for the
  /// disk then.
  public Database openToFill() {
    return url == null ? SqliteDatabase.openToFill(directory.resolve(FILE)) : open();
  }

  private static String jdbc(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return url;
    }
    if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
      return PostgresUrl.toJdbc(url);
    }
    throw new IllegalArgumentException(
        "database.url must begin with jdbc:postgresql:, postgresql:// or postgres://");
  }

  /// Never prints the URL: it may hold a password.
  @Override
  public String toString() {
    return url == null ? "StoreConfig[SQLite in " + directory + "]" : "StoreConfig[PostgreSQL]";
  }
}
