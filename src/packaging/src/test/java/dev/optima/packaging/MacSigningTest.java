package dev.optima.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MacSigningTest {
  private static final byte[] ONE = HexFormat.of().parseHex("cffaedfe0c000001");
  private static final byte[] SEVERAL = HexFormat.of().parseHex("cafebabe00000002");

  @TempDir Path image;

  @Test
  void codeIsFoundByHowItBeginsTheDeepestFirst() throws IOException {
    Path launcher = write("Contents/MacOS/Optima", ONE);
    Path framework = write("Contents/app/chromium/CEF.framework/CEF", SEVERAL);
    Path library = write("Contents/app/chromium/CEF.framework/Libraries/libEGL.dylib", ONE);
    write("Contents/app/optima-console.jar", new byte[] {'P', 'K', 3, 4});
    write("Contents/app/empty", new byte[0]);
    Files.createSymbolicLink(image.resolve("Contents/link"), framework);
    assertThat(MacSigning.code(image)).containsExactly(library, framework, launcher);
  }

  @Test
  void onlyProgramsAskForSomething() {
    assertThat(MacSigning.isProgram(image.resolve("jcef Helper.app/Contents/MacOS/jcef Helper")))
        .isTrue();
    assertThat(MacSigning.isProgram(image.resolve("Home/bin/java"))).isTrue();
    assertThat(MacSigning.isProgram(image.resolve("CEF.framework/CEF"))).isFalse();
    assertThat(MacSigning.isProgram(image.resolve("Contents/MacOS/libjli.dylib"))).isFalse();
  }

  private Path write(String name, byte[] bytes) throws IOException {
    Path file = image.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }
}
