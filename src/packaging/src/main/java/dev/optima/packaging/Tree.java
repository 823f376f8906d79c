package dev.optima.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.DosFileAttributeView;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders and what is in them.
final class Tree {
  private Tree() {}

  /// Empty, also if it was not.
  static Path fresh(Path folder) throws IOException {
    delete(folder);
    return Files.createDirectories(folder);
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        release(path);
        Files.delete(path);
      }
    }
  }

  /// Windows deletes no file that is read-only, as jpackage's launchers are.
  private static void release(Path path) throws IOException {
    DosFileAttributeView dos = Files.getFileAttributeView(path, DosFileAttributeView.class);
    if (Os.current() == Os.WINDOWS && dos != null) {
      dos.setReadOnly(false);
    }
  }

  /// With times, rights and links as they are.
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  /// The files of a folder, not of those in it, by name.
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// How many bytes its files have; links are not followed.
  static long size(Path fileOrFolder) throws IOException {
    long bytes = 0;
    try (Stream<Path> all = Files.walk(fileOrFolder)) {
      for (Path path : all.toList()) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          bytes += Files.size(path);
        }
      }
    }
    return bytes;
  }
}
