package dev.optima.packaging;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.optima.acceptance.run.Backend;
import dev.optima.acceptance.run.BackendJar;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console and the backend that are delivered together say the same version, the build's: with
/// it a console finds out whether it understands a backend.
final class OneVersionTest {
  private static final Path BACKEND = Path.of("../backend/target/optima-backend.jar");
  private static final Pattern BUILD =
      Pattern.compile("<artifactId>optima-parent</artifactId>\\s*<version>([^<]+)</version>");

  @TempDir Path data;

  private String version = "";

  @BeforeEach
  void theJarsAreBuilt() throws IOException {
    Matcher build = BUILD.matcher(Files.readString(Path.of("../../pom.xml")));
    assertThat(build.find()).isTrue();
    version = build.group(1);
    boolean built = Files.exists(BACKEND) && Files.exists(console());
    assumeTrue(built || Boolean.getBoolean("optima.demand"), "no jars yet: mvn verify");
  }

  private Path console() {
    return Path.of("../console/target/optima-console-" + version + ".jar");
  }

  @Test
  void theJarsHaveTheVersionOfTheBuild() throws IOException {
    assertThat(versionOf(console())).isEqualTo(version);
    assertThat(versionOf(BACKEND)).isEqualTo(version);
    assertThat(Version.parse(version).numbers()).isEqualTo(version.replace("-SNAPSHOT", ""));
  }

  @Test
  void theBackendTellsIt() throws Exception {
    Path log = data.resolve("backend.log");
    BackendJar jar = BackendJar.ofThisBuild();
    try (Backend backend = Backend.start(jar, data.resolve("data"), 0, Map.of(), log);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest asks = HttpRequest.newBuilder(backend.url().resolve("/api/openapi.json")).build();
      assertThat(client.send(asks, HttpResponse.BodyHandlers.ofString()).body())
          .contains("\"version\":\"" + version + "\"");
    }
  }

  private static String versionOf(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes said = requireNonNull(file.getManifest(), "no manifest").getMainAttributes();
      return requireNonNullElse(said.getValue(Attributes.Name.IMPLEMENTATION_VERSION), "none");
    }
  }
}
