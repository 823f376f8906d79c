package dev.optima.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleFinder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the Java of an installed console is made of. jlink binds no services: what is only found by
/// its service has to be named.
class ConsoleImageTest {
  @ParameterizedTest
  @EnumSource(Os.class)
  void readsTheCertificatesOfItsSystem(Os os) {
    assertThat(ConsoleImage.modules(os))
        .contains("java.base", "jdk.localedata", "jdk.charsets", "javafx.web")
        .doesNotHaveDuplicates();
    assertThat(ConsoleImage.modules(os).contains("jdk.crypto.mscapi"))
        .as("Windows-ROOT is in a module that other systems do not have")
        .isEqualTo(os == Os.WINDOWS);
  }

  @Test
  void namesOnlyWhatThisSystemsJavaHas() {
    List<String> ofJava =
        ConsoleImage.modules(Os.current()).stream()
            .filter(name -> !name.startsWith("javafx."))
            .toList();
    assertThat(ofJava).allMatch(name -> ModuleFinder.ofSystem().find(name).isPresent());
  }
}
