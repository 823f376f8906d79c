package dev.optima.console.settings;

import dev.optima.console.i18n.Language;
import dev.optima.console.kept.OwnerOnly;
import dev.optima.console.surface.SurfaceSetting;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the settings in one small file that only its owner may read. A file that cannot be read or
/// written costs the memory, never the console.
public final class SettingsStore {
  private final Path directory;
  private final Path file;
  private final Object writing = new Object();
  private volatile ConsoleSettings settings;

  private SettingsStore(Path directory, Path file, ConsoleSettings settings) {
    this.directory = directory;
    this.file = file;
    this.settings = settings;
  }

  /// Opens the settings in a directory, which is made when something is first kept.
  public static SettingsStore open(Path directory) {
    Path file = directory.resolve("console.properties");
    return new SettingsStore(directory, file, read(file));
  }

  /// The directory where the console keeps its files on this system, for this user.
  public static Path standardDirectory() {
    String home = System.getProperty("user.home", ".");
    String appData = System.getenv("APPDATA");
    String xdg = System.getenv("XDG_CONFIG_HOME");
    if (appData != null) {
      return Path.of(appData, "Optima");
    }
    return xdg != null ? Path.of(xdg, "optima") : Path.of(home, ".config", "optima");
  }

  /// The directory for what can be made again, on this system, for this user.
  public static Path cacheDirectory() {
    return cacheDirectory(
        System.getenv(), System.getProperty("user.home", "."), System.getProperty("os.name", ""));
  }

  static Path cacheDirectory(Map<String, String> environment, String home, String system) {
    String local = environment.get("LOCALAPPDATA");
    String xdg = environment.get("XDG_CACHE_HOME");
    if (local != null) {
      return Path.of(local, "Optima");
    }
    if (system.startsWith("Mac")) {
      return Path.of(home, "Library", "Caches", "Optima");
    }
    // An empty or relative value counts as none (XDG Base Directory Specification).
    boolean set = xdg != null && Path.of(xdg).isAbsolute();
    return set ? Path.of(xdg, "optima") : Path.of(home, ".cache", "optima");
  }

  /// Where the console keeps its files.
  public Path directory() {
    return directory;
  }

  /// Never waits.
  public ConsoleSettings get() {
    return settings;
  }

  /// Changes the settings at once; [#save()] keeps them.
  public synchronized void change(UnaryOperator<ConsoleSettings> change) {
    settings = change.apply(settings);
  }

  /// Writes the file. Waits for the disk: not for the FX thread.
  public void save() {
    synchronized (writing) {
      try {
        OwnerOnly.write(file, text(settings));
      } catch (IOException e) {
        log().warn("the settings could not be kept in {}", file, e);
      }
    }
  }

  private static String text(ConsoleSettings settings) throws IOException {
    Properties properties = new Properties();
    put(properties, "server", settings.server());
    put(properties, "email", settings.email());
    put(properties, "token", settings.token());
    put(properties, "language", settings.language());
    put(properties, "surface", settings.surface());
    put(properties, "sounds", settings.sounds());
    put(properties, "calls-seen-at", settings.callsSeenAt());
    put(properties, "theme", settings.theme());
    put(properties, "devices-asked", settings.devicesAsked());
    AlertProperties.write(settings.alerts(), properties);
    StringWriter out = new StringWriter();
    properties.store(out, "Optima console");
    return out.toString();
  }

  private static void put(Properties properties, String key, @Nullable Object value) {
    if (value != null) {
      properties.setProperty(key, value.toString());
    }
  }

  private static ConsoleSettings read(Path file) {
    if (!Files.exists(file)) {
      return ConsoleSettings.FRESH;
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
      String language = properties.getProperty("language");
      String seen = properties.getProperty("calls-seen-at");
      return new ConsoleSettings(
          properties.getProperty("server"),
          properties.getProperty("email"),
          properties.getProperty("token"),
          language == null ? null : Language.valueOf(language),
          SurfaceSetting.valueOf(properties.getProperty("surface", SurfaceSetting.AUTO.name())),
          Boolean.parseBoolean(properties.getProperty("sounds", "true")),
          seen == null ? null : Instant.parse(seen),
          Theme.valueOf(properties.getProperty("theme", Theme.LIGHT.name())),
          AlertProperties.read(properties),
          Boolean.parseBoolean(properties.getProperty("devices-asked", "false")));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      log().warn("the settings in {} are not readable; starting afresh", file, e);
      return ConsoleSettings.FRESH;
    }
  }

  /// Asked for only when there is something to say: the window comes before the logging does.
  private static Logger log() {
    return LoggerFactory.getLogger(SettingsStore.class);
  }
}
