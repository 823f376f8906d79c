package dev.optima.console.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the engine lives on the disk: unpacked once for all runs, and a profile for this run only,
/// since two processes cannot share one and nothing of a call is to be kept.
final class EngineHome {
  private static final Logger LOG = LoggerFactory.getLogger(EngineHome.class);

  private final Path engine;
  private final Path profiles;
  private final Path profile;

  EngineHome(Path home) {
    this.engine = home.resolve("chromium").toAbsolutePath();
    this.profiles = home.resolve("chromium-profiles").toAbsolutePath();
    this.profile = profiles.resolve(Long.toString(ProcessHandle.current().pid()));
  }

  /// The unpacked engine.
  Path engine() {
    return engine;
  }

  /// The profile of this run.
  Path profile() {
    return profile;
  }

  /// Makes the directories and takes away what crashed runs left.
  void prepare() throws IOException {
    Files.createDirectories(engine);
    Files.createDirectories(profiles);
    try (Stream<Path> old = Files.list(profiles)) {
      old.filter(EngineHome::isOrphan).forEach(EngineHome::delete);
    }
    delete(profile);
    Files.createDirectories(profile);
  }

  /// Takes this run's profile away.
  void forget() {
    delete(profile);
  }

  private static boolean isOrphan(Path profile) {
    String name = profile.getFileName().toString();
    return name.matches("\\d{1,10}")
        && ProcessHandle.of(Long.parseLong(name)).filter(ProcessHandle::isAlive).isEmpty();
  }

  private static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("{} stays", directory, e);
    }
  }
}
