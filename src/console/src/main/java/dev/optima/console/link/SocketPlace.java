package dev.optima.console.link;

import static java.util.Objects.requireNonNull;

import dev.optima.console.kept.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Where the socket of a console lies: on this computer, also where the folder of its settings is
/// on another one, since no socket works on a network's drive.
final class SocketPlace {
  /// A name of about a hundred bytes is too long for a socket.
  private static final int LONGEST = 100;

  private static final String NOTE = "console.socket";

  private SocketPlace() {}

  /// @param home the folder of the settings
  static Path of(Path home) {
    return of(home, System.getenv(), Path.of(System.getProperty("java.io.tmpdir")));
  }

  /// In the folder that the system has for such of this user; else in that of the settings; if its
  /// name is too long, in a folder of this user's own among the temporary files.
  static Path of(Path home, Map<String, String> environment, Path temporary) {
    Path usual = home.toAbsolutePath().normalize().resolve("console.sock");
    String name = "optima-" + UUID.nameUUIDFromBytes(bytes(usual));
    Optional<Path> own =
        Stream.of("XDG_RUNTIME_DIR", "LOCALAPPDATA")
            .flatMap(key -> Stream.ofNullable(environment.get(key)))
            .filter(text -> !text.isBlank())
            .map(Path::of)
            .filter(Path::isAbsolute)
            .filter(Files::isDirectory)
            .findFirst()
            .map(folder -> folder.resolve("optima-console").resolve(name + ".sock"));
    return own.or(() -> Optional.of(usual))
        .filter(path -> bytes(path).length < LONGEST)
        .orElse(temporary.resolve(name).resolve("console.sock"));
  }

  /// Says in the folder of the settings where it is: a later start may know another place, since it
  /// need not be of the same session of the system.
  static void note(Path home, Path socket) throws IOException {
    OwnerOnly.write(home.resolve(NOTE), socket.toString());
  }

  /// Where the console that runs has it.
  static Path noted(Path home) throws IOException {
    Path note = home.resolve(NOTE);
    return Files.exists(note) ? Path.of(Files.readString(note).strip()) : of(home);
  }

  /// In a folder that all share, somebody else may have made one of this name.
  static boolean isOfItsUser(Path socket, Path home) throws IOException {
    Path folder = requireNonNull(socket.getParent());
    return !folder.startsWith(Path.of(System.getProperty("java.io.tmpdir")))
        || Files.getOwner(folder).equals(Files.getOwner(home));
  }

  private static byte[] bytes(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8);
  }
}
