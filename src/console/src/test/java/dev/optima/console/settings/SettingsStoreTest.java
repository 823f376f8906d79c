package dev.optima.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.surface.SurfaceSetting;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is remembered from one start to the next.
class SettingsStoreTest {
  @TempDir Path home;

  @Test
  void remembers() {
    SettingsStore store = SettingsStore.open(home.resolve("new"));
    assertThat(store.get()).isEqualTo(ConsoleSettings.FRESH);
    Instant seen = Instant.parse("2026-11-22T12:00:00Z");
    store.change(
        known ->
            known
                .withSignIn("https://optima.example.org", "ışık@example.org", "ost_1")
                .withLanguage(Language.TR)
                .withSurface(SurfaceSetting.BROWSER)
                .withSounds(false)
                .withCallsSeenAt(seen)
                .withTheme(Theme.DARK)
                .withAlerts(
                    AlertSettings.FRESH
                        .withSilentUntil(AlertSettings.FOR_EVER)
                        .withQuiet(LocalTime.of(19, 30), LocalTime.of(7, 0))
                        .withHideContents(true)
                        .withDesktop(false)
                        .withVolume(AlertKind.CALL_ME, 90)));
    store.save();
    assertThat(SettingsStore.open(home.resolve("new")).get()).isEqualTo(store.get());
  }

  @Test
  void letsNobodyElseReadTheToken() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    SettingsStore store = SettingsStore.open(home);
    store.change(known -> known.withSignIn("s", "e", "ost_1"));
    store.save();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("console.properties"))))
        .isEqualTo("rw-------");
    assertThat(store.get().toString()).doesNotContain("ost_1");
  }

  @Test
  void startsAfreshFromABrokenFile() throws IOException {
    Files.writeString(home.resolve("console.properties"), "surface=HOLOGRAM\n");
    assertThat(SettingsStore.open(home).get()).isEqualTo(ConsoleSettings.FRESH);
  }

  @Test
  void goesOnWhenTheDirectoryCannotBeWritten() throws IOException {
    Path file = Files.writeString(home.resolve("occupied"), "");
    SettingsStore store = SettingsStore.open(file);
    store.change(known -> known.withLanguage(Language.TR));
    store.save();
    assertThat(store.get().language()).isEqualTo(Language.TR);
  }

  @Test
  void putsWhatCanBeMadeAgainWhereTheSystemKeepsSuchThings() {
    Path cache = Path.of("/home/elif/.cache/optima");
    assertThat(SettingsStore.cacheDirectory(Map.of(), "/home/elif", "Linux")).isEqualTo(cache);
    assertThat(
            SettingsStore.cacheDirectory(
                Map.of("XDG_CACHE_HOME", "not/absolute"), "/home/elif", "Linux"))
        .isEqualTo(cache);
    assertThat(SettingsStore.cacheDirectory(Map.of("XDG_CACHE_HOME", "/c"), "/home/elif", "Linux"))
        .isEqualTo(Path.of("/c/optima"));
    assertThat(SettingsStore.cacheDirectory(Map.of(), "/Users/elif", "Mac OS X"))
        .isEqualTo(Path.of("/Users/elif/Library/Caches/Optima"));
    assertThat(
            SettingsStore.cacheDirectory(
                Map.of("LOCALAPPDATA", "/Local"), "/Users/elif", "Windows 11"))
        .isEqualTo(Path.of("/Local/Optima"));
  }

  @Test
  void forgetsTheTokenButNotTheServer() {
    ConsoleSettings out =
        ConsoleSettings.FRESH.withSignIn("https://a.example", "e@a.example", "t").withoutToken();
    assertThat(out.token()).isNull();
    assertThat(out.server()).isEqualTo("https://a.example");
  }
}
