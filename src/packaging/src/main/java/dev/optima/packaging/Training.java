package dev.optima.packaging;

import dev.optima.acceptance.client.Office;
import dev.optima.acceptance.demo.DemoData;
import dev.optima.acceptance.run.Backend;
import dev.optima.acceptance.run.BackendJar;
import dev.optima.acceptance.run.Display;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the cache with which the console starts fast: the console is run once, signed in to a
/// backend with demo data, and what it loaded and linked is kept beside its jars (JEP 514). Java
/// falls back to an ordinary start if the cache does not fit.
final class Training {
  private static final int SECONDS = 12;

  private final Os os;
  private final Path work;

  /// @param work a folder of its own, for the data of this one run
  Training(Os os, Path work) {
    this.os = os;
    this.work = work;
  }

  /// Whether a window can be opened here.
  boolean isPossible() {
    return os != Os.LINUX || hasDisplay() || Display.isAvailable();
  }

  /// @return the cache, in the image
  Path train(Path image) throws IOException, InterruptedException {
    Tree.fresh(work);
    Path cache = os.app(image).resolve(ConsoleImage.CACHE);
    Files.deleteIfExists(cache);
    if (os == Os.LINUX && !hasDisplay()) {
      try (Display display = Display.start()) {
        train(image, cache, Map.of("DISPLAY", display.name()));
      }
    } else {
      train(image, cache, Map.of());
    }
    if (!Files.isRegularFile(cache)) {
      throw new IOException("the training wrote no cache at " + cache);
    }
    use(image);
    return cache;
  }

  /// From now on the launcher starts with it. Not before: Java does not write one cache while it is
  /// told to use another.
  private void use(Path image) throws IOException {
    new LauncherSettings(os, image).add("-XX:AOTCache=$APPDIR/" + ConsoleImage.CACHE);
  }

  private void train(Path image, Path cache, Map<String, String> display)
      throws IOException, InterruptedException {
    BackendJar jar = BackendJar.ofThisBuild();
    Path data = work.resolve("data");
    DemoData.Account recruiter =
        DemoData.make(jar, data).accounts().stream()
            .filter(account -> account.role().equals("recruiter"))
            .findFirst()
            .orElseThrow(() -> new IOException("the demo data has no recruiter"));
    try (Backend backend = Backend.start(jar, data, 0, Map.of(), work.resolve("backend.log"))) {
      String token =
          new Office(backend.url()).signIn(recruiter.email(), recruiter.password()).token();
      Map<String, String> environment = new HashMap<>(display);
      environment.put("OPTIMA_CONSOLE_TOKEN", token);
      environment.put(
          "JAVA_TOOL_OPTIONS",
          "-XX:AOTCacheOutput=%s -Doptima.startup.end=%d".formatted(quoted(cache), SECONDS));
      Command.run(
          List.of(
              os.launcher(image).toString(),
              "--server",
              backend.url().toString(),
              "--data",
              work.resolve("console").toString()),
          environment);
    }
  }

  /// `JAVA_TOOL_OPTIONS` is split at blanks, but for those in quotes.
  private static String quoted(Path path) {
    return path.toString().contains(" ") ? "'" + path + "'" : path.toString();
  }

  private static boolean hasDisplay() {
    String display = System.getenv("DISPLAY");
    return display != null && !display.isBlank();
  }
}
