package dev.optima.acceptance.run;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// How the console is started from this build: JavaFX on the module path, all else on the class
/// path.
public final class ConsoleCommand {
  /// The console's own entry.
  public static final String LAUNCHER = "dev.optima.console.Main";

  private ConsoleCommand() {}

  /// The command line of a program that has the console and JavaFX at hand.
  public static List<String> of(List<String> jvmOptions, String main, List<String> arguments) {
    List<String> all =
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--module-path",
            join(all, ConsoleCommand::isJavaFx),
            "--add-modules",
            "ALL-MODULE-PATH",
            "--enable-native-access=ALL-UNNAMED,javafx.graphics",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(jvmOptions);
    command.addAll(List.of("-classpath", join(all, Predicate.not(ConsoleCommand::isJavaFx)), main));
    command.addAll(arguments);
    return command;
  }

  private static String join(List<String> all, Predicate<String> which) {
    return String.join(File.pathSeparator, all.stream().filter(which).toList());
  }

  private static boolean isJavaFx(String entry) {
    String name = Path.of(entry).getFileName().toString();
    return name.startsWith("javafx-");
  }
}
