package dev.optima.console.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The socket lies on this computer, wherever the settings do.
class SocketPlaceTest {
  @TempDir Path local;

  private static final Path HOME = Path.of("/net/home/elif/.config/optima");
  private static final Path TEMPORARY = Path.of("/tmp");

  @ParameterizedTest
  @ValueSource(strings = {"XDG_RUNTIME_DIR", "LOCALAPPDATA"})
  void isInTheFolderOfTheSystem(String variable) {
    Map<String, String> environment = Map.of(variable, local.toString());
    Path socket = SocketPlace.of(HOME, environment, TEMPORARY);
    assertThat(socket).startsWithRaw(local);
    assertThat(SocketPlace.of(HOME, environment, TEMPORARY)).isEqualTo(socket);
    assertThat(SocketPlace.of(HOME.resolveSibling("other"), environment, TEMPORARY))
        .as("one for each folder of settings")
        .isNotEqualTo(socket);
  }

  @Test
  void isBesideTheSettingsWhereThereIsNone() {
    Path usual = HOME.resolve("console.sock");
    assertThat(SocketPlace.of(HOME, Map.of(), TEMPORARY)).isEqualTo(usual);
    assertThat(SocketPlace.of(HOME, Map.of("XDG_RUNTIME_DIR", "run"), TEMPORARY)).isEqualTo(usual);
    Map<String, String> gone = Map.of("XDG_RUNTIME_DIR", local.resolve("gone").toString());
    assertThat(SocketPlace.of(HOME, gone, TEMPORARY)).isEqualTo(usual);
  }

  /// Two starts of one user need not be of one session, and only one may know the folder.
  @Test
  void isFoundWhereItIs() throws Exception {
    assertThat(SocketPlace.noted(local)).isEqualTo(SocketPlace.of(local));
    Path elsewhere = local.resolve("run").resolve("x.sock");
    SocketPlace.note(local, elsewhere);
    assertThat(SocketPlace.noted(local)).isEqualTo(elsewhere);
  }

  @Test
  void isAmongTheTemporaryFilesIfItsNameIsTooLong() {
    Path socket = SocketPlace.of(HOME.resolve("a".repeat(80)), Map.of(), TEMPORARY);
    assertThat(socket.startsWith(TEMPORARY)).isTrue();
    assertThat(socket.toString().length()).isLessThan(100);
  }
}
