package dev.optima.console.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the engine lives on the disk: delivered with the installed console
/// (`-Doptima.chromium=DIR`), else unpacked once for all runs; and a profile for this run only,
/// since two processes cannot share one and nothing of a call is to be kept.
final class EngineHome {
  private static final String DELIVERED = "optima.chromium";
  private static final Logger LOG = LoggerFactory.getLogger(EngineHome.class);

  private final Path engines;
  private final Path engine;
  private final Path profiles;
  private final Path profile;

  /// @param version of the engine: each is unpacked to a directory of its own
  EngineHome(Path home, String version) {
    this.engines = home.resolve("chromium").toAbsolutePath();
    this.engine = engines.resolve(version.replaceAll("[^A-Za-z0-9.-]", "_"));
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

  /// The engine that came with the console; empty if this one runs from its build.
  static Optional<Path> delivered() {
    return Optional.ofNullable(System.getProperty(DELIVERED))
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  /// Makes the directories and takes away what crashed runs left.
  void prepare() throws IOException {
    Files.createDirectories(profiles);
    try (Stream<Path> old = Files.list(profiles)) {
      old.filter(EngineHome::isOrphan).forEach(EngineHome::delete);
    }
    delete(profile);
    Files.createDirectories(profile);
  }

  /// Unpacks the engine, if it is not, while no other console does, and takes older versions away.
  void unpack(Unpacking unpacking) throws Exception {
    Files.createDirectories(engine);
    try (FileChannel channel =
            FileChannel.open(
                engines.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      LOG.debug("unpacking alone: {}", lock.isValid());
      unpacking.run();
      try (Stream<Path> versions = Files.list(engines)) {
        versions
            .filter(Files::isDirectory)
            .filter(other -> !other.equals(engine))
            .forEach(EngineHome::delete);
      }
    }
  }

  /// What unpacks it.
  interface Unpacking {
    void run() throws Exception;
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
