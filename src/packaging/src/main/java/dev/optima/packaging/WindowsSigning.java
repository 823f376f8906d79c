package dev.optima.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Windows: by the command that `INSTALLER_SIGN` has, a `signtool sign …` to which the files are
/// added. So it is the same for a certificate in the machine's store, on a token, or in a service.
final class WindowsSigning implements Signing {
  private static final String COMMAND = "INSTALLER_SIGN";
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final Pattern PROGRAM = Pattern.compile(".*\\.(exe|dll)");

  private final List<String> command;

  private WindowsSigning(List<String> command) {
    this.command = command;
  }

  static WindowsSigning fromEnvironment() {
    return new WindowsSigning(words(System.getenv().getOrDefault(COMMAND, "")));
  }

  /// Split at blanks, but for those in double quotes.
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      String quoted = matcher.group(1);
      words.add(quoted == null ? matcher.group(2) : quoted);
    }
    return words;
  }

  @Override
  public void image(Path image) throws IOException, InterruptedException {
    sign(unsigned(image, Path.of(System.getProperty("java.home"), "bin")));
  }

  /// The launcher, Chromium and JavaFX, which nobody else has signed. Java's own files are signed
  /// by who built it.
  ///
  /// @param java the folder of Java's own programs and libraries
  static List<Path> unsigned(Path image, Path java) throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(Os.WINDOWS.launcher(image));
    files.addAll(programs(Os.WINDOWS.app(image).resolve(Chromium.FOLDER)));
    for (Path file : programs(Os.WINDOWS.runtime(image).resolve("bin"))) {
      if (!Files.exists(java.resolve(file.getFileName()))) {
        files.add(file);
      }
    }
    return files;
  }

  private static List<Path> programs(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> PROGRAM.matcher(path.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  @Override
  public void file(Path file) throws IOException, InterruptedException {
    sign(List.of(file));
  }

  private void sign(List<Path> files) throws IOException, InterruptedException {
    if (command.isEmpty()) {
      return;
    }
    for (Path file : files) {
      // jpackage makes its launcher read-only.
      if (!file.toFile().setWritable(true)) {
        throw new IOException(file + " cannot be written");
      }
    }
    List<String> words = new ArrayList<>(command);
    files.forEach(file -> words.add(file.toString()));
    Command.run(words, Map.of());
  }
}
