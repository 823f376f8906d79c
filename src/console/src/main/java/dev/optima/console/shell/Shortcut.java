package dev.optima.console.shell;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// A key of the window. None uses Ctrl and Alt together: that is AltGr, by which a Turkish keyboard
/// writes @, #, { and }; none needs a letter that is not on it.
///
/// @param word the key of what it does
record Shortcut(KeyCombination keys, String word, Runnable deed) {
  /// Opens the palette.
  static final KeyCombination PALETTE =
      new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

  static Shortcut ctrl(KeyCode code, String word, Runnable deed) {
    return new Shortcut(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), word, deed);
  }

  static Shortcut ctrlShift(KeyCode code, String word, Runnable deed) {
    return new Shortcut(
        new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
        word,
        deed);
  }

  static Shortcut alt(KeyCode code, String word, Runnable deed) {
    return new Shortcut(new KeyCodeCombination(code, KeyCombination.ALT_DOWN), word, deed);
  }

  static Shortcut plain(KeyCode code, String word, Runnable deed) {
    return new Shortcut(new KeyCodeCombination(code), word, deed);
  }

  String shown() {
    return keys.getDisplayText();
  }

  /// The keys of a shell.
  static List<Shortcut> of(ShellView view, Desk desk) {
    return List.of(
        new Shortcut(PALETTE, "shortcuts.palette", desk.palette()::open),
        ctrl(KeyCode.F, "shortcuts.search", view::search),
        ctrlShift(KeyCode.F, "shortcuts.messages", view::searchMessages),
        ctrl(KeyCode.DIGIT0, "shortcuts.today", () -> view.page().set(Page.TODAY)),
        ctrl(KeyCode.DIGIT4, "shortcuts.calendar", () -> view.page().set(Page.CALENDAR)),
        ctrl(KeyCode.DIGIT1, "shortcuts.calls", () -> view.page().set(Page.CALLS)),
        ctrl(KeyCode.DIGIT2, "shortcuts.applicants", () -> view.page().set(Page.APPLICANTS)),
        ctrl(KeyCode.DIGIT5, "shortcuts.insights", () -> view.page().set(Page.INSIGHTS)),
        ctrl(KeyCode.DIGIT3, "shortcuts.settings", () -> view.page().set(Page.SETTINGS)),
        alt(KeyCode.DOWN, "shortcuts.next", () -> desk.applicants().step(1)),
        alt(KeyCode.UP, "shortcuts.previous", () -> desk.applicants().step(-1)),
        ctrlShift(KeyCode.V, "shortcuts.call", view::callShown),
        ctrl(KeyCode.N, "shortcuts.new", view.dialogs()::newApplicant),
        ctrl(KeyCode.I, "shortcuts.interview", view.meetings()::planShown),
        ctrl(KeyCode.D, "shortcuts.mute", desk.calls().stage()::toggleAudio),
        ctrl(KeyCode.E, "shortcuts.camera", desk.calls().stage()::toggleVideo),
        ctrlShift(KeyCode.D, "shortcuts.devices", view.devices()::open),
        plain(KeyCode.F1, "shortcuts.help", view.dialogs()::shortcuts));
  }
}
