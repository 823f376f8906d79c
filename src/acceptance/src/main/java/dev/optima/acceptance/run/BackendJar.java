package dev.optima.acceptance.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The backend as it is delivered: one jar.
///
/// @param environment configuration of its commands, as `OPTIMA_…`
public record BackendJar(
    Path java, Path jar, List<String> jvmOptions, Map<String, String> environment) {
  public BackendJar {
    jvmOptions = List.copyOf(jvmOptions);
    environment = Map.copyOf(environment);
  }

  /// The jar of this build, run by the Java that runs this.
  ///
  /// @throws IllegalStateException if it is not built
  public static BackendJar ofThisBuild() {
    Path jar =
        Path.of(System.getProperty("optima.backend.jar", "../backend/target/optima-backend.jar"));
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException("no backend at " + jar.toAbsolutePath() + ": build it first");
    }
    return new BackendJar(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        jar.toAbsolutePath(),
        List.of(),
        Map.of());
  }

  public BackendJar withJvmOptions(List<String> options) {
    return new BackendJar(java, jar, options, environment);
  }

  public BackendJar withEnvironment(Map<String, String> settings) {
    return new BackendJar(java, jar, jvmOptions, settings);
  }

  /// The command line of one of its commands.
  public List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(jvmOptions);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /// Runs a command to its end.
  ///
  /// @return what it printed
  /// @throws IOException if it fails, with what it printed
  public String run(String input, String... arguments) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("optima-command", ".log");
    ProcessBuilder builder = new ProcessBuilder(command(arguments)).redirectError(errors.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    String complaint = Files.readString(errors);
    Files.delete(errors);
    if (status != 0) {
      throw new IOException(
          String.join(" ", arguments) + " ended with " + status + ": " + output + complaint);
    }
    return output;
  }

  /// Adds an account, as the person who installs Optima does.
  public void addAccount(Path data, String email, String name, String role, String password)
      throws IOException, InterruptedException {
    run(
        password + "\n",
        "account",
        "add",
        "--email",
        email,
        "--name",
        name,
        "--role",
        role,
        "--data",
        data.toString());
  }
}
