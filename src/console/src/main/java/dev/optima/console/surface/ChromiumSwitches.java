package dev.optima.console.surface;

import dev.optima.console.surface.InstalledBrowser.Os;
import java.util.ArrayList;
import java.util.List;

/// The switches Chromium is started with, and why.
final class ChromiumSwitches {
  private ChromiumSwitches() {}

  /// For the engine inside the window.
  static List<String> forEngine(Os os, List<String> more) {
    List<String> switches = new ArrayList<>();
    // A ring is answered by the console's own button, so the page never saw a click when its sound
    // begins.
    switches.add("--autoplay-policy=no-user-gesture-required");
    // There is no permission callback: this grants camera and microphone to every page, and the
    // fence lets in
    // only pages that may have them.
    switches.add("--enable-media-stream");
    // Each capture of a screen asks the console, which asks the user; the button is the console's,
    // so
    // no frame of the page ever saw a click.
    switches.add("--disable-blink-features=GetDisplayMediaRequiresUserActivation");
    // It shows one page of one's own server: nothing of a browser's traffic of its own.
    switches.add("--disable-background-networking");
    switches.add("--disable-component-update");
    switches.add("--disable-sync");
    switches.add("--no-first-run");
    // The window may be covered while the call goes on.
    switches.add("--disable-background-timer-throttling");
    switches.add("--disable-renderer-backgrounding");
    if (os == Os.LINUX) {
      // Else Chromium opens its own X connection and JavaFX gets no more mouse and keyboard input.
      switches.add("--ozone-platform=headless");
    }
    switches.addAll(forBrowser(more));
    return switches;
  }

  /// For the system's browser as well.
  static List<String> forBrowser(List<String> more) {
    List<String> switches = new ArrayList<>();
    if (isRoot()) {
      // Chromium's sandbox refuses to run as root (containers, CI).
      switches.add("--no-sandbox");
    }
    switches.addAll(more);
    return switches;
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
