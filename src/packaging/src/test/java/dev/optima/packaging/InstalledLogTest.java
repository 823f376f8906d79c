package dev.optima.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class InstalledLogTest {
  private static final Path TEMPLATE = Path.of("../../installer/logback.xml");

  @TempDir Path image;

  @ParameterizedTest
  @EnumSource(Os.class)
  void theLauncherNamesSettingsInWhichThePlaceIsPutIn(Os os) throws IOException {
    Path app = Files.createDirectories(os.app(image));
    Files.writeString(app.resolve("Optima.cfg"), "[JavaOptions]\n");
    new InstalledLog(os, TEMPLATE).layOut(image);
    assertThat(app.resolve("Optima.cfg"))
        .content()
        .contains("java-options=-Dlogback.configurationFile=$APPDIR/logback.xml");
    assertThat(app.resolve("logback.xml"))
        .content()
        .contains("/console.log</file>")
        .doesNotContain("@LOG@");
  }

  @Test
  void noHomeStandsInIt() throws IOException {
    assertThat(TEMPLATE).content().doesNotContain("/home", "C:\\");
  }
}
