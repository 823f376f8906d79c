package dev.optima.backend.cli;

import dev.optima.backend.attachment.AttachmentFolder;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.config.ConfigException;
import dev.optima.backend.config.ConfigOption;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.StoreConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the data and the settings are: the options that most commands share.
public final class Place {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where the data is (default: ${DEFAULT-VALUE})",
      defaultValue = "optima-data")
  private Path data = Path.of("optima-data");

  @Option(names = "--config", paramLabel = "FILE", description = "settings, TOML or .properties")
  private @Nullable Path config;

  /// The settings of the file and the environment.
  BackendConfig config(Map<String, String> environment) throws ConfigException {
    return config(environment, List.of());
  }

  /// The same with options of the command line, which win.
  BackendConfig config(Map<String, String> environment, List<ConfigOption> options)
      throws ConfigException {
    return BackendConfig.read(config, environment, options);
  }

  /// Opens the database.
  ///
  /// @throws Unavailable if it cannot be reached or written
  /// @throws ConfigException if it never can
  public Database open(BackendConfig settings) throws ConfigException, Unavailable {
    return open(settings, StoreConfig::open);
  }

  /// The same for what is to be filled at once and can be made anew.
  public Database openToFill(BackendConfig settings) throws ConfigException, Unavailable {
    return open(settings, StoreConfig::openToFill);
  }

  private Database open(BackendConfig settings, Function<StoreConfig, Database> way)
      throws ConfigException, Unavailable {
    String url = settings.database().url().map(u -> withUser(u, settings)).orElse(null);
    if (url == null) {
      prepareDirectory();
    }
    try {
      return way.apply(new StoreConfig(url, data));
    } catch (RuntimeException e) {
      Throwable root = root(e);
      if (root instanceof SQLException || root instanceof IOException) {
        throw new Unavailable(explain(url, root), e);
      }
      throw new ConfigException(List.of(explain(url, root)));
    }
  }

  /// The folder of the files that people send.
  ///
  /// @throws Unavailable if it cannot be made or written
  AttachmentFolder files(BackendConfig settings) throws Unavailable {
    Path folder = settings.attachments().directory().orElse(data.resolve("files"));
    try {
      return new AttachmentFolder(folder);
    } catch (UncheckedIOException e) {
      throw new Unavailable(
          "attachments.directory: the directory "
              + folder
              + " cannot be made or is not writable; choose another one, change its owner or mode,"
              + " or allow it to the service (ReadWritePaths= in a drop-in of"
              + " optima-backend.service)",
          e);
    }
  }

  private void prepareDirectory() throws Unavailable {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new Unavailable(
          "--data: the directory " + data + " cannot be made; choose another one", e);
    }
    if (!Files.isWritable(data)) {
      throw new Unavailable(
          "--data: the directory " + data + " is not writable; change its owner or mode",
          new AccessDeniedException(data.toString()));
    }
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private String explain(@Nullable String url, Throwable root) {
    return url == null
        ? "--data: the database in " + data + " cannot be opened: " + root.getMessage()
        : "database.url: the database cannot be reached; check address, user and password: "
            + root.getMessage();
  }

  private static String withUser(String url, BackendConfig settings) {
    StringBuilder whole = new StringBuilder(url);
    settings.database().user().ifPresent(user -> append(whole, "user", user));
    settings.database().password().ifPresent(password -> append(whole, "password", password));
    return whole.toString();
  }

  private static void append(StringBuilder url, String name, String value) {
    url.append(url.indexOf("?") < 0 ? '?' : '&')
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }
}
