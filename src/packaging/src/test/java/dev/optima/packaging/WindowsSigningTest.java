package dev.optima.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WindowsSigningTest {
  @TempDir Path folder;

  @Test
  void theCommandIsSplitAtBlanksButForThoseInQuotes() {
    assertThat(
            WindowsSigning.words("\"C:\\Program Files\\signtool.exe\" sign /fd  SHA256 /dmdf \"\""))
        .containsExactly("C:\\Program Files\\signtool.exe", "sign", "/fd", "SHA256", "/dmdf", "");
    assertThat(WindowsSigning.words("  ")).isEmpty();
  }

  @Test
  void whatJavaHasItselfIsNotSignedAgain() throws IOException {
    Path java = folder.resolve("java");
    Path image = folder.resolve("Optima");
    touch(java.resolve("jvm.dll"));
    touch(image.resolve("Optima.exe"));
    touch(image.resolve("app/chromium/libcef.dll"));
    touch(image.resolve("app/chromium/resources.pak"));
    touch(image.resolve("app/optima-console.jar"));
    touch(image.resolve("runtime/bin/jvm.dll"));
    touch(image.resolve("runtime/bin/glass.dll"));
    assertThat(WindowsSigning.unsigned(image, java))
        .containsExactly(
            image.resolve("Optima.exe"),
            image.resolve("app/chromium/libcef.dll"),
            image.resolve("runtime/bin/glass.dll"));
  }

  private static void touch(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }
}
