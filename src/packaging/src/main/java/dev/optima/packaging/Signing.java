package dev.optima.packaging;

import java.io.IOException;
import java.nio.file.Path;

/// Puts a publisher's name on what is delivered. With whose, only the environment knows: without it
/// nothing is signed, but on macOS, where unsigned programs do not start, they are signed as
/// nobody's. `installer/README.md` says how it is set.
interface Signing {

  /// Signs the programs and libraries of an image, when nothing in it changes any more.
  void image(Path image) throws IOException, InterruptedException;

  /// Signs a package.
  void file(Path file) throws IOException, InterruptedException;

  /// @param resources `installer/<system>`
  static Signing of(Os os, Path resources) {
    return switch (os) {
      case LINUX -> new NoSigning();
      case WINDOWS -> WindowsSigning.fromEnvironment();
      case MACOS -> MacSigning.fromEnvironment(resources);
    };
  }

  /// Linux: repositories are signed, packages are not.
  final class NoSigning implements Signing {
    @Override
    public void image(Path image) {
      // Nothing is.
    }

    @Override
    public void file(Path file) {
      // Nothing is.
    }
  }
}
