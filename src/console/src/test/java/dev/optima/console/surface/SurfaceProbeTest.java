package dev.optima.console.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.surface.InstalledBrowser.AppMode;
import dev.optima.console.surface.InstalledBrowser.Os;
import dev.optima.console.surface.InstalledBrowser.Tab;
import dev.optima.console.surface.SurfaceChoice.Form;
import dev.optima.console.surface.SurfaceChoice.Reason;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SurfaceProbeTest {
  private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");
  private static final InstalledBrowser CHROME = new AppMode(Path.of("/usr/bin/chrome"), List.of());

  @TempDir Path root;

  private static SurfaceChoice choice(
      SurfaceSetting setting, Os os, Map<String, String> environment, boolean engine) {
    return new SurfaceProbe(setting, os, environment, false, () -> engine, CHROME).choose();
  }

  @Test
  void chromium_is_used_where_it_works() {
    assertThat(choice(SurfaceSetting.AUTO, Os.LINUX, DISPLAY, true))
        .isEqualTo(new SurfaceChoice(Form.CHROMIUM, Reason.WORKS));
    assertThat(choice(SurfaceSetting.AUTO, Os.WINDOWS, Map.of(), true).isFallback()).isFalse();
  }

  @Test
  void the_users_choice_rules() {
    assertThat(choice(SurfaceSetting.BROWSER, Os.LINUX, DISPLAY, true))
        .isEqualTo(new SurfaceChoice(Form.BROWSER_WINDOW, Reason.CHOSEN));
  }

  @Test
  void what_stands_in_the_way_is_told() {
    assertThat(choice(SurfaceSetting.CHROMIUM, Os.LINUX, Map.of(), true))
        .isEqualTo(new SurfaceChoice(Form.BROWSER_WINDOW, Reason.NO_DISPLAY));
    assertThat(choice(SurfaceSetting.AUTO, Os.MAC, Map.of(), false))
        .isEqualTo(new SurfaceChoice(Form.BROWSER_WINDOW, Reason.NO_ENGINE));
    SurfaceProbe headless =
        new SurfaceProbe(
            SurfaceSetting.AUTO, Os.LINUX, DISPLAY, true, () -> true, new Tab(Os.LINUX));
    assertThat(headless.choose()).isEqualTo(new SurfaceChoice(Form.BROWSER_TAB, Reason.NO_DISPLAY));
    assertThat(headless.afterFailure())
        .isEqualTo(new SurfaceChoice(Form.BROWSER_TAB, Reason.ENGINE_FAILED));
  }

  @Test
  void a_browser_is_found_where_each_system_has_it() throws IOException {
    Path chromium = program("usr/bin/chromium");
    assertThat(InstalledBrowser.find(Os.LINUX, Map.of("PATH", "/opt:/usr/bin"), root, List.of()))
        .isEqualTo(new AppMode(chromium, List.of()));
    Path edge = program("Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge");
    assertThat(InstalledBrowser.find(Os.MAC, Map.of(), root, List.of()))
        .isEqualTo(new AppMode(edge, List.of()));
    Path chrome = program("Programs/Google/Chrome/Application/chrome.exe");
    assertThat(
            InstalledBrowser.find(
                Os.WINDOWS,
                Map.of("ProgramFiles", root.resolve("Programs").toString()),
                root,
                List.of()))
        .isEqualTo(new AppMode(chrome, List.of()));
  }

  @Test
  void without_one_of_chromiums_family_it_is_a_tab() {
    for (Os os : Os.values()) {
      assertThat(InstalledBrowser.find(os, Map.of("PATH", "/usr/bin"), root, List.of()))
          .isEqualTo(new Tab(os));
    }
  }

  @Test
  void a_window_without_tabs_and_with_a_profile_of_its_own() {
    List<String> command =
        new AppMode(Path.of("/usr/bin/chrome"), List.of("--no-sandbox"))
            .command(URI.create("http://h/call/1#ticket=t"), Path.of("/home/p"));
    assertThat(command)
        .startsWith("/usr/bin/chrome")
        .contains("--app=http://h/call/1#ticket=t", "--user-data-dir=/home/p", "--no-sandbox");
  }

  @Test
  void systems_are_known_by_their_names() {
    assertThat(Os.of("Linux")).isEqualTo(Os.LINUX);
    assertThat(Os.of("Windows 11")).isEqualTo(Os.WINDOWS);
    assertThat(Os.of("Mac OS X")).isEqualTo(Os.MAC);
  }

  private Path program(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }
}
