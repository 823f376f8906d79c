package dev.optima.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.link.ConsoleLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the files of the three systems have to say alike.
final class InstallerFilesTest {
  private static final Path PROJECT = Path.of("../..");
  private static final Pattern QUOTED_KEY = Pattern.compile("^\"(\\w+)\" = \".+\";$");
  private static final Pattern USAGE = Pattern.compile("<key>(NS\\w+UsageDescription)</key>");
  private static final Pattern ACTION = Pattern.compile("uses: (\\S+)(.*)");

  @Test
  void allSystemsRegisterTheSameScheme() throws IOException {
    assertThat(read("installer/linux/optima.desktop"))
        .contains("MimeType=x-scheme-handler/" + ConsoleLink.SCHEME + ";");
    assertThat(read("installer/windows/os-condition.wxf"))
        .contains("Key=\"Software\\Classes\\" + ConsoleLink.SCHEME + "\"");
    assertThat(read("installer/macos/Info.plist"))
        .contains("<string>" + ConsoleLink.SCHEME + "</string>");
  }

  @Test
  void theMenuStartsWhatThePackageHas() throws IOException {
    assertThat(read("installer/linux/optima.desktop")).contains("Exec=/opt/optima/bin/Optima %u");
    assertThat(read("installer/linux/Optima-post-image.sh")).contains("/opt/optima/bin/Optima");
  }

  @Test
  void jarsGetTheSameTimeInTheBuildAndInThePackage() throws IOException {
    assertThat(read("installer/linux/Optima-post-image.sh"))
        .contains("touch -d " + ConsoleFiles.TIME + " ");
  }

  @Test
  void macAsksInBothLanguages() throws IOException {
    Set<String> asked = new TreeSet<>();
    Matcher matcher = USAGE.matcher(read("installer/macos/Info.plist"));
    while (matcher.find()) {
      asked.add(matcher.group(1));
    }
    assertThat(asked).contains("NSCameraUsageDescription", "NSMicrophoneUsageDescription");
    for (String language : List.of("en", "tr")) {
      assertThat(keys("installer/macos/Resources/" + language + ".lproj/InfoPlist.strings"))
          .isEqualTo(asked);
    }
  }

  /// WiX 3's own, which jpackage's converter passes on as they are, and those of WiX 4 does not
  /// know.
  @Test
  void theFragmentOfWindowsHasNothingThatOnlyOneWixKnows() throws IOException {
    assertThat(read("installer/windows/os-condition.wxf").replaceAll("(?s)<!--.*?-->", ""))
        .contains("<ComponentGroup Id=\"FragmentOsCondition\"")
        .doesNotContain("Win64", "<Condition", "BinaryKey", "TARGETDIR");
  }

  @ParameterizedTest
  @ValueSource(strings = {".github/workflows/ci.yml", ".github/workflows/installers.yml"})
  void actionsArePinned(String workflow) throws IOException {
    Matcher matcher = ACTION.matcher(read(workflow));
    assertThat(matcher.find()).isTrue();
    do {
      assertThat(matcher.group(1)).matches("[\\w./-]+@[0-9a-f]{40}");
      assertThat(matcher.group(2)).matches(" # v\\d+\\.\\d+\\.\\d+");
    } while (matcher.find());
  }

  private static Set<String> keys(String file) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String line : read(file).split("\n")) {
      Matcher matcher = QUOTED_KEY.matcher(line);
      if (matcher.matches()) {
        keys.add(matcher.group(1));
      }
    }
    return keys;
  }

  private static String read(String file) throws IOException {
    return Files.readString(PROJECT.resolve(file));
  }
}
