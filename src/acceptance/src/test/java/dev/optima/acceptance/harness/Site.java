package dev.optima.acceptance.harness;

import dev.optima.acceptance.client.Office;
import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.run.Backend;
import dev.optima.acceptance.run.BackendJar;
import dev.optima.acceptance.run.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// An installation: a backend with its data, an administrator, and whoever a test adds. The port
/// stays the same over restarts, as it does for real.
public final class Site implements AutoCloseable {
  private static final String PASSWORD = "correct horse battery";

  /// How the backend's JVM is started; the build names what lets the many starts cost less.
  private static final List<String> JVM =
      Stream.of(System.getProperty("optima.backend.jvm", "").split(" "))
          .filter(option -> !option.isEmpty())
          .toList();

  private final BackendJar jar;
  private final Path folder;
  private final Path data;
  private final Path log;
  private final Map<String, String> environment;
  private final int port = FreePort.any();
  private Backend backend;
  private final Member admin;

  private Site(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    this.environment = environment;
    jar = BackendJar.ofThisBuild().withJvmOptions(JVM).withEnvironment(environment);
    this.folder = folder;
    Files.createDirectories(folder);
    data = folder.resolve("data");
    log = folder.resolve("backend.log");
    if (!Files.exists(data)) {
      Files.createDirectories(data);
      jar.addAccount(data, "admin@example.org", "Ada Admin", "admin", PASSWORD);
    }
    backend = start();
    admin = office().signIn("admin@example.org", PASSWORD);
  }

  /// A fresh installation whose logs stay in `target/sites/<name>`.
  ///
  /// @param settings configuration: keys as in the file, such as `ring.seconds`
  public static Site open(String name, Map<String, String> settings) {
    return open(
        Path.of("target", "sites", name + "-" + UUID.randomUUID()).toAbsolutePath(), settings);
  }

  /// The installation in that folder, or a fresh one if nothing is there.
  public static Site open(Path folder, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    settings.forEach(
        (key, value) ->
            environment.put(
                "OPTIMA_"
                    + key.replace('.', '_').replace('-', '_').toUpperCase(java.util.Locale.ROOT),
                value));
    try {
      return new Site(folder, environment);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  public static Site open(String name) {
    return open(name, Map.of("ring.limit", "0"));
  }

  private Backend start() throws IOException, InterruptedException {
    return Backend.start(jar, data, port, environment, log);
  }

  /// Another process on the same database, with files and a port of its own.
  public Backend another() throws IOException, InterruptedException {
    Path place = Files.createDirectories(folder.resolve("another"));
    Path files = Files.createDirectories(place.resolve("data"));
    return Backend.start(jar, files, FreePort.any(), environment, place.resolve("backend.log"));
  }

  public URI url() {
    return backend.url();
  }

  public Backend backend() {
    return backend;
  }

  public Path data() {
    return data;
  }

  /// Where its data and logs are.
  public Path folder() {
    return folder;
  }

  public Office office() {
    return new Office(backend.url());
  }

  public Member admin() {
    return admin;
  }

  /// A recruiter of that name, signed in.
  public Member recruiter(String name) {
    return office().addRecruiter(admin, email(name), name, PASSWORD);
  }

  /// An applicant of that name with a session.
  public Guest applicant(String name) {
    return office().addGuest(admin, name, email(name));
  }

  /// An applicant of that name who has not yet opened the link.
  public URI invitation(String name) {
    return office()
        .invite(admin, office().addApplicant(admin, name, email(name)).field("applicant_id"));
  }

  /// The password of everybody in the team.
  public static String password() {
    return PASSWORD;
  }

  /// An address that nobody else has.
  public static String email(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "")
        + "-"
        + UUID.randomUUID()
        + "@example.org";
  }

  /// `kill -9`, and a new start on the same data and port.
  public void killAndRestart() throws IOException, InterruptedException {
    backend.kill();
    backend = start();
  }

  @Override
  public void close() throws InterruptedException {
    backend.close();
  }
}
