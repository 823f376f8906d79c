package dev.optima.acceptance.measure;

import dev.optima.acceptance.harness.Postgres;
import dev.optima.acceptance.harness.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A real backend on a database that is filled with very many rows: once, if a place was named
/// where it stays, for that takes minutes.
final class Filled implements AutoCloseable {
  private static final String DONE = "filled";

  private final @Nullable Postgres postgres;
  private final Site site;
  private final boolean stays;
  private double seconds;

  private Filled(@Nullable Postgres postgres, Site site, boolean stays) {
    this.postgres = postgres;
    this.site = site;
    this.stays = stays;
  }

  /// Puts the rows into a database.
  interface Filling {
    /// @param url JDBC
    void fill(String url) throws Exception;
  }

  /// @param what of which it is full
  /// @param engine `sqlite` or `postgresql`
  /// @param kept where it stays; null to delete it in the end
  static Filled open(String what, String engine, @Nullable Path kept) throws Exception {
    String name = what + "-" + engine;
    Path place = kept == null ? null : kept.toAbsolutePath().resolve(name);
    if (place != null && !Files.exists(place.resolve(DONE))) {
      delete(place);
    }
    Postgres postgres = null;
    if (engine.equals("postgresql")) {
      postgres = place == null ? Postgres.start() : Postgres.start(place.resolve("postgresql"));
    }
    Map<String, String> settings = new HashMap<>();
    settings.put("ring.limit", "0");
    settings.put("retention.days", "3650");
    if (postgres != null) {
      settings.put("database.url", postgres.url());
    }
    Site site =
        place == null ? Site.open(name, settings) : Site.open(place.resolve("site"), settings);
    return new Filled(postgres, site, place != null);
  }

  /// Fills it if it is not yet.
  void once(Filling sqlite, Filling postgresql) throws Exception {
    Path done = site.folder().resolveSibling(DONE);
    if (stays && Files.exists(done)) {
      return;
    }
    long start = System.nanoTime();
    if (postgres == null) {
      sqlite.fill("jdbc:sqlite:" + site.data().resolve("optima.db"));
    } else {
      postgresql.fill(postgres.jdbcUrl());
    }
    seconds = (System.nanoTime() - start) / 1e9;
    if (stays) {
      Files.createFile(done);
    }
  }

  /// How long that took; 0 if it was filled before.
  double seconds() {
    return seconds;
  }

  Site site() {
    return site;
  }

  @Override
  public void close() throws Exception {
    site.close();
    if (postgres != null) {
      postgres.close();
    }
    if (!stays) {
      delete(site.folder());
    }
  }

  private static void delete(Path folder) throws Exception {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
