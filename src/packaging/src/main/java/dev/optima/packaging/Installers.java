package dev.optima.packaging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// `mvn -Pinstaller package`: everything that can be made for the system it runs on. What cannot be
/// made for want of a tool is said in one line; with `-Doptima.demand=true` that is a failure.
public final class Installers {
  private final Version version;
  private final Path project;
  private final Path target;
  private final Report report;
  private final boolean demand;
  private final Os os = Os.current();

  private Installers(Version version, Path project, Path target, Report report, boolean demand) {
    this.version = version;
    this.project = project;
    this.target = target;
    this.report = report;
    this.demand = demand;
  }

  /// @param arguments the build's version, the project's root and this module's `target`
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try {
      new Installers(
              Version.parse(arguments[0]),
              Path.of(arguments[1]).toAbsolutePath().normalize(),
              Path.of(arguments[2]).toAbsolutePath().normalize(),
              new Report(out),
              Boolean.getBoolean("optima.demand"))
          .make();
    } catch (IOException e) {
      out.println("No installers: " + e.getMessage());
      System.exit(1);
    }
  }

  private void make() throws IOException, InterruptedException {
    Path installers = target.resolve("installers");
    Path image = image();
    ConsolePackages packages = new ConsolePackages(os, version, project);
    for (String kind : os.packages()) {
      Optional<String> missing = packages.missing(kind);
      if (missing.isPresent()) {
        leaveOut("the console's " + kind, missing.get() + " is not here");
      } else {
        Path made =
            report.time("the console's " + kind, () -> packages.make(kind, image, installers));
        signing().file(made);
      }
    }
    if (os == Os.LINUX) {
      backend(packages, installers);
    }
    report.keep(installers.resolve("report.txt"));
  }

  private Path image() throws IOException, InterruptedException {
    ConsoleFiles files = new ConsoleFiles(project.resolve("src/console/target"), os);
    Path modules = target.resolve("modules");
    Path input =
        report.time("jars and modules", () -> files.layOut(target.resolve("input"), modules));
    ConsoleImage console = new ConsoleImage(os, version, resources(), icon());
    Path image =
        report.time(
            "the console's image", () -> console.make(input, modules, target.resolve("image")));
    report.time("Chromium's engine", () -> Chromium.unpack(os.app(image).resolve(Chromium.FOLDER)));
    desktop(image);
    Training training = new Training(os, target.resolve("training"));
    if (training.isPossible()) {
      report.time("cache of its start", () -> training.train(image));
    } else {
      leaveOut("cache of its start", "no display, and Xvfb is not here");
    }
    new InstalledLog(os, project.resolve("installer/logback.xml")).layOut(image);
    signing().image(image);
    return image;
  }

  /// What this system's desktop finds in the program besides what jpackage puts there.
  private void desktop(Path image) throws IOException {
    switch (os) {
      case LINUX -> new LinuxDesktop(resources().resolve("optima.desktop"), icons()).layOut(image);
      case MACOS ->
          Tree.copy(resources().resolve("Resources"), image.resolve("Contents/Resources"));
      case WINDOWS -> {
        // All of it is in the package: installer/windows/os-condition.wxf.
      }
    }
  }

  private Signing signing() {
    return Signing.of(os, resources());
  }

  private Path resources() {
    return project.resolve("installer/" + os.folder());
  }

  private void backend(ConsolePackages packages, Path installers)
      throws IOException, InterruptedException {
    Optional<String> missing = packages.missing("deb");
    if (missing.isPresent()) {
      leaveOut("the backend's deb", missing.get() + " is not here");
      return;
    }
    BackendPackage backend = new BackendPackage(version, project, target.resolve("backend"));
    report.time("the backend's deb", () -> backend.make(installers.resolve("backend")));
  }

  private Path icon() {
    return icons().resolve("optima." + os.icon());
  }

  private Path icons() {
    return project.resolve("src/icons/target/icons");
  }

  private void leaveOut(String what, String why) throws IOException {
    if (demand) {
      throw new IOException(what + " is demanded, but " + why);
    }
    report.leftOut(what, why);
  }
}
