package dev.optima.console.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optima.console.link.SingleInstance.Start;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One console for a folder, and what a second start tells it.
class SingleInstanceTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Consumer<String> DEAF = text -> {};

  @TempDir Path folder;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  private static SingleInstance first(Path home, Consumer<String> opened) throws IOException {
    Start start = SingleInstance.begin(home, "", opened, SHORT);
    return ((Start.First) start).instance();
  }

  @Test
  void theSecondTellsTheFirstAndIsNone() throws Exception {
    try (SingleInstance one = first(folder, heard::add)) {
      assertThat(one).isNotNull();
      assertThat(SingleInstance.begin(folder, "optima://join/ş", DEAF, LONG))
          .isEqualTo(new Start.Told());
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("optima://join/ş");
      assertThat(SingleInstance.begin(folder, "", DEAF, LONG)).isEqualTo(new Start.Told());
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEmpty();
    }
    first(folder, DEAF).close();
  }

  @Test
  void onlyItsOwnerCanSayAnything() throws Exception {
    try (SingleInstance one = first(folder, DEAF)) {
      assertThat(one).isNotNull();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void takesThePlaceOfOneThatCrashed() throws Exception {
    // A socket that nobody listens at, and a file that nobody locks: what a crash leaves.
    Path socket = SocketPlace.of(folder);
    Files.createDirectories(socket.getParent());
    ServerSocketChannel gone = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    gone.bind(UnixDomainSocketAddress.of(socket));
    gone.close();
    Files.createFile(folder.resolve("console.lock"));
    assertThat(socket).exists();
    try (SingleInstance one = first(folder, heard::add)) {
      assertThat(one).isNotNull();
      assertThat(SingleInstance.begin(folder, "x", DEAF, LONG)).isEqualTo(new Start.Told());
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("x");
    }
    assertThat(socket).doesNotExist();
  }

  @Test
  void reachesOneWhoseFolderHasTooLongAName() throws Exception {
    Path deep = folder.resolve("a".repeat(60)).resolve("ş".repeat(60));
    Files.createDirectories(deep);
    try (SingleInstance one = first(deep, heard::add)) {
      assertThat(one).isNotNull();
      assertThat(SingleInstance.begin(deep, "x", DEAF, LONG)).isEqualTo(new Start.Told());
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("x");
    }
  }

  @Test
  void hearsEachOfManyAtOnceAlsoBesideOneWhoSaysNothing() throws Exception {
    try (SingleInstance one = first(folder, heard::add);
        SocketChannel silent =
            SocketChannel.open(UnixDomainSocketAddress.of(SocketPlace.of(folder)));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(one).isNotNull();
      assertThat(silent.isConnected()).isTrue();
      List<Future<Start>> starts = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String link = "optima://join/c" + i;
        starts.add(threads.submit(() -> SingleInstance.begin(folder, link, DEAF, LONG)));
      }
      for (Future<Start> start : starts) {
        assertThat(start.get(20, TimeUnit.SECONDS)).isEqualTo(new Start.Told());
      }
      assertThat(heard).hasSize(50).doesNotHaveDuplicates();
    }
  }

  @Test
  void saysThatOneIsThereThatDoesNotAnswer() throws Exception {
    try (SingleInstance one = first(folder, DEAF)) {
      assertThat(one).isNotNull();
      Files.delete(SocketPlace.of(folder));
      assertThat(SingleInstance.begin(folder, "x", DEAF, SHORT)).isEqualTo(new Start.Mute());
    }
  }

  @Test
  void waitsForOneThatEndsAndTakesItsPlace() throws Exception {
    SingleInstance ending = first(folder, DEAF);
    Files.delete(SocketPlace.of(folder));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Start> next =
          threads.submit(() -> SingleInstance.begin(folder, "x", heard::add, LONG));
      ending.close();
      Start start = next.get(20, TimeUnit.SECONDS);
      assertThat(start).isInstanceOf(Start.First.class);
      ((Start.First) start).instance().close();
    }
  }

  @Test
  void saysThatAFolderCannotBeUsed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> SingleInstance.begin(file.resolve("home"), "", DEAF, SHORT))
        .isInstanceOf(IOException.class);
  }

  /// A console of its own process: `home` is its folder; it says each text that it hears.
  static final class Other {
    public static void main(String[] home) throws Exception {
      Start start =
          SingleInstance.begin(Path.of(home[0]), "from another", System.out::println, LONG);
      System.out.println(start.getClass().getSimpleName());
      if (start instanceof Start.First) {
        System.in.read();
      }
    }
  }

  @Test
  void goesBetweenProcesses() throws Exception {
    Process other = other();
    try (var said = other.inputReader()) {
      assertThat(said.readLine()).isEqualTo("First");
      assertThat(SingleInstance.begin(folder, "hello", DEAF, LONG)).isEqualTo(new Start.Told());
      assertThat(said.readLine()).isEqualTo("hello");
      other.destroyForcibly().waitFor();
    }
    try (SingleInstance one = first(folder, heard::add)) {
      assertThat(one).isNotNull();
      Process later = other();
      try (var said = later.inputReader()) {
        assertThat(said.readLine()).isEqualTo("Told");
      }
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("from another");
      assertThat(later.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  private Process other() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
