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
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/// Brings the schema up to date. The scripts are named here, so that nothing scans the class path
/// (which is slow, and fails in a merged jar).
final class Migrations {
  private static final String FOLDER = "dev/optima/backend/store/migration/";

  /// In their order. A script that each engine says in its own way is in the folder of that engine.
  static final List<String> SCRIPTS =
      List.of(
          "V1__first_whole_call.sql",
          "*/V2__team_rooms_and_changes.sql",
          "V4__attachments.sql",
          "V5__mail_and_push.sql",
          "*/V6__message_search.sql",
          "V7__newcomers_and_links.sql",
          "V8__meetings.sql",
          "V9__meeting_mails_and_calendars.sql",
          "V10__booking_links.sql",
          "V11__external_calendars.sql",
          "V12__answers_by_mail.sql",
          "V13__busy_by_time.sql",
          "V14__providers.sql",
          "V15__recording_with_consent.sql",
          "V16__media_server_events.sql",
          "V17__knocks_have_a_lease.sql",
          "V18__answers_have_a_time.sql",
          "V19__holds_have_an_end.sql",
          "V20__timelines_and_live_calls.sql",
          "V21__quality_of_calls.sql",
          "*/V22__history_of_calls.sql",
          "V23__totals_outlive_rows.sql",
          "*/V24__audit.sql",
          "*/V25__names_leave_the_audit_log.sql",
          "V26__forgotten_samples.sql",
          "*/V27__history_by_person_and_position.sql");

  private Migrations() {}

  /// What differs between the engines.
  ///
  /// @param folder of the scripts that are not common
  /// @param clustered what ends a table whose rows are kept in its primary key
  /// @param bytes the type of a column of bytes
  record Dialect(String folder, String clustered, String bytes) {
    static final Dialect SQLITE = new Dialect("sqlite", " WITHOUT ROWID", "BLOB");
    static final Dialect POSTGRESQL = new Dialect("postgresql", "", "BYTEA");

    private List<String> scripts() {
      return SCRIPTS.stream().map(name -> name.replace("*", folder)).toList();
    }
  }

  static void run(DataSource source, Dialect dialect) {
    run(source, dialect, MigrationVersion.LATEST);
  }

  /// @param last up to which
  static void run(DataSource source, Dialect dialect, MigrationVersion last) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:" + FOLDER)
        .resourceProvider(new Scripts(dialect.scripts()))
        .javaMigrationClassProvider(List::of)
        .placeholders(Map.of("clustered", dialect.clustered(), "bytes", dialect.bytes()))
        .validateMigrationNaming(true)
        .target(last)
        .load()
        .migrate();
  }

  private record Scripts(List<String> paths) implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
      return paths.contains(name) ? new Script(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
      return paths.stream()
          .<LoadableResource>map(Script::new)
          .filter(script -> script.getFilename().startsWith(prefix))
          .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
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
      return name.substring(name.lastIndexOf('/') + 1);
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
