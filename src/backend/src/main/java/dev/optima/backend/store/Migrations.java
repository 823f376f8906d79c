package dev.optima.backend.store;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/// Brings the schema up to date. The scripts are named here, so that nothing scans the class path
/// (which is slow, and fails in a merged jar).
final class Migrations {
  private static final String FOLDER = "dev/optima/backend/store/migration/";
  private static final List<String> SCRIPTS = List.of("V1__first_whole_call.sql");

  private Migrations() {}

  /// @param clustered what ends a table whose rows are kept in its primary key
  static void run(DataSource source, String clustered) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:" + FOLDER)
        .resourceProvider(new Scripts())
        .javaMigrationClassProvider(List::of)
        .placeholders(Map.of("clustered", clustered))
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  private static final class Scripts implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
      return SCRIPTS.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return SCRIPTS.stream()
          .filter(
              name -> name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
          .<LoadableResource>map(Script::new)
          .toList();
    }
  }

  private static final class Script extends LoadableResource {
    private final String name;

    Script(String name) {
      this.name = name;
    }

    @Override
    public Reader read() {
      return new InputStreamReader(open(), StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return FOLDER + name;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }

    private InputStream open() {
      return Objects.requireNonNull(
          Migrations.class.getClassLoader().getResourceAsStream(FOLDER + name), name);
    }
  }
}
