package dev.optima.backend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.config.ConfigReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody at the keyboard is told.
class OptimaCommandTest {
  /// With this one systemd starts it again.
  private static final int MAY_COME = 75;

  @TempDir private Path directory;

  private record Told(int code, String out, String err) {}

  @Test
  void allThatIsWrongWithTheSettingsIsToldAndNothingIsStarted() throws Exception {
    Path config =
        Files.writeString(directory.resolve("optima.toml"), "ring.secs = 3\nprovider = \"jaas\"\n");

    Told told = run("", "serve", "--config", config.toString(), "--data", data());

    assertThat(told.code()).isEqualTo(2);
    assertThat(told.out()).isEmpty();
    assertThat(told.err().lines()).hasSize(2);
    assertThat(told.err()).contains("ring.seconds").contains("jaas.private-key: missing");
    assertThat(told.err()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(directory.resolve("data")).doesNotExist();
  }

  @Test
  void aPortInUseIsToldInOneSentence() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Told told =
          run("", "serve", "--port", String.valueOf(taken.getLocalPort()), "--data", data());

      assertThat(told.code()).isEqualTo(MAY_COME);
      assertThat(told.err())
          .contains(":" + taken.getLocalPort())
          .contains("choose another")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aDirectoryThatCannotBeMadeIsTold() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");

    Told told = run("pass word\n", "account", "list", "--data", file.resolve("in").toString());

    assertThat(told.code()).isEqualTo(MAY_COME);
    assertThat(told.err()).contains("--data").contains("choose another").doesNotContain("\tat ");
  }

  @Test
  void aDatabaseThatIsNotUpYetMayCome() throws Exception {
    Told told = serve("database.url = \"postgresql://127.0.0.1:" + closedPort() + "/optima\"");

    assertThat(told.code()).isEqualTo(MAY_COME);
    assertThat(told.err()).contains("database.url: the database cannot be reached");
  }

  @Test
  void anAddressThatIsNoneNeverComes() throws Exception {
    assertThat(serve("database.url = \"postgresql://local host/optima\"").code()).isEqualTo(2);
  }

  @Test
  void anAddressThatThisMachineDoesNotHaveYetMayCome() throws Exception {
    Told told = serve("listen.host = \"192.0.2.1\"\nlisten.port = 8081");

    assertThat(told.code()).isEqualTo(MAY_COME);
    assertThat(told.err()).contains("192.0.2.1:8081").contains("listen.host");
  }

  @Test
  void aFolderOfFilesThatIsNotMountedYetMayCome() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");

    Told told = serve("attachments.directory = \"" + file.resolve("in") + "\"");

    assertThat(told.code()).isEqualTo(MAY_COME);
    assertThat(told.err()).contains("attachments.directory").contains("ReadWritePaths=");
  }

  @Test
  void whereToListenIsCheckedOnTheCommandLineToo() {
    Told told = run("", "serve", "--host", "0.0.0.0:443", "--port", "70000", "--data", data());

    assertThat(told.code()).isEqualTo(2);
    assertThat(told.err().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("--host: ").contains("without a port"))
        .anySatisfy(line -> assertThat(line).startsWith("--port: ").contains("0 to 65535"));
  }

  @Test
  void anAccountIsAddedWithAPasswordFromStandardInput() {
    Told added =
        run(
            "correct horse\n",
            "account",
            "add",
            "--email",
            "ada@x.org",
            "--name",
            "Ada",
            "--role",
            "admin",
            "--data",
            data());
    assertThat(added.err()).isEmpty();
    assertThat(added.code()).isZero();
    assertThat(added.out()).contains("ada@x.org").doesNotContain("horse");

    assertThat(run("", "account", "list", "--data", data()).out())
        .contains("ada@x.org")
        .contains("admin");

    Told again =
        run(
            "correct horse\n",
            "account",
            "add",
            "--email",
            "ADA@x.org",
            "--name",
            "Eve",
            "--role",
            "admin",
            "--data",
            data());
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("already").doesNotContain("\tat ");
  }

  @Test
  void whatIsMissingOrWrongIsTold() {
    String[] add = {"account", "add", "--email", "ada@x.org", "--name", "Ada", "--data", data()};
    assertThat(run("x\n", add).err()).contains("--role");
    assertThat(run("", with(add, "--role", "admin")).err()).contains("password");
    assertThat(run("short\n", with(add, "--role", "admin")).err()).contains("8 to 256");
    assertThat(run("correct horse\n", with(add, "--role", "applicant")).err())
        .contains("invitation");
    assertThat(run("", "dance").code()).isEqualTo(2);
    assertThat(run("").code()).isEqualTo(2);
  }

  @Test
  void theSettingsArePrinted() {
    assertThat(run("", "config").out()).isEqualTo(ConfigReference.markdown());
    assertThat(run("", "config", "--toml").out()).isEqualTo(ConfigReference.toml());
  }

  private Told serve(String settings) throws IOException {
    Path config = Files.writeString(directory.resolve("optima.toml"), settings);
    return run("", "serve", "--config", config.toString(), "--data", data());
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String data() {
    return directory.resolve("data").toString();
  }

  private static String[] with(String[] first, String... more) {
    String[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  private static Told run(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      int code =
          OptimaCommand.commandLine()
              .setOut(new PrintWriter(out))
              .setErr(new PrintWriter(err))
              .execute(arguments);
      return new Told(code, out.toString(), err.toString());
    } finally {
      System.setIn(before);
    }
  }
}
