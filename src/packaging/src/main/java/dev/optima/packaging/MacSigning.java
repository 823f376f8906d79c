package dev.optima.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// macOS: from the inside out, since a signature covers those of what is within. jpackage's own way
/// signs in the order of the folder, which breaks the seal of Chromium's framework. The identity is
/// that of `INSTALLER_MAC_IDENTITY`, such as `Developer ID Application: … (TEAMID)`; without it the
/// programs are signed as nobody's, which is enough to start them where they were built.
final class MacSigning implements Signing {
  private static final String IDENTITY = "INSTALLER_MAC_IDENTITY";
  private static final String NOBODY = "-";

  /// How programs and libraries begin: for one kind of processor, or for several.
  private static final Set<String> MAGIC = Set.of("cffaedfe", "cafebabe");

  private final String identity;
  private final Path resources;

  private MacSigning(String identity, Path resources) {
    this.identity = identity;
    this.resources = resources;
  }

  static MacSigning fromEnvironment(Path resources) {
    String identity = System.getenv().getOrDefault(IDENTITY, "");
    return new MacSigning(identity.isBlank() ? NOBODY : identity.strip(), resources);
  }

  @Override
  public void image(Path image) throws IOException, InterruptedException {
    // What a download or the Finder may have left on files is no part of a signature.
    Command.run(List.of("xattr", "-cr", image.toString()), Map.of());
    Path launcher = Os.MACOS.launcher(image);
    for (Path file : code(image)) {
      if (!file.equals(launcher)) {
        sign(file, isProgram(file) ? List.of(entitlements(image, file)) : List.of());
      }
    }
    List<Path> own = List.of(resources.resolve("Optima.entitlements"));
    sign(image.resolve("Contents/runtime"), own);
    sign(image, own);
    Command.run(List.of("codesign", "--verify", "--deep", "--strict", image.toString()), Map.of());
  }

  /// A disk, which needs no signature where nobody's is enough.
  @Override
  public void file(Path file) throws IOException, InterruptedException {
    if (!identity.equals(NOBODY)) {
      Command.run(
          List.of("codesign", "--force", "--timestamp", "--sign", identity, file.toString()),
          Map.of());
    }
  }

  /// Programs and libraries, the deepest first.
  static List<Path> code(Path image) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(image)) {
      for (Path path : all.toList()) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && isCode(path)) {
          found.add(path);
        }
      }
    }
    found.sort(Comparator.comparingInt(Path::getNameCount).reversed());
    return found;
  }

  private static boolean isCode(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return MAGIC.contains(HexFormat.of().formatHex(in.readNBytes(4)));
    }
  }

  /// Only programs ask for something; a library that does, such as Chromium's framework, is
  /// refused.
  static boolean isProgram(Path code) {
    Path folder = code.getParent();
    return folder != null
        && folder.getFileName() != null
        && Set.of("MacOS", "bin").contains(folder.getFileName().toString())
        && !code.toString().endsWith(".dylib");
  }

  /// Chromium's processes have a list of their own.
  private Path entitlements(Path image, Path file) {
    Path chromium = Os.MACOS.app(image).resolve(Chromium.FOLDER);
    return resources.resolve(
        file.startsWith(chromium) ? "Helper.entitlements" : "Optima.entitlements");
  }

  private void sign(Path code, List<Path> entitlements) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("codesign", "--force", "--sign", identity));
    if (!identity.equals(NOBODY)) {
      words.addAll(List.of("--timestamp", "--options", "runtime"));
    }
    entitlements.forEach(list -> words.addAll(List.of("--entitlements", list.toString())));
    words.add(code.toString());
    Command.run(words, Map.of());
  }
}
