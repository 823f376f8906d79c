package dev.optima.console.toast;

import dev.optima.console.i18n.Message;
import org.jspecify.annotations.Nullable;

/// A short note that goes by itself.
///
/// @param step what can be done about it, or null
public record Toast(Tone tone, Message text, @Nullable Step step) {

  /// How it looks.
  public enum Tone {
    PLAIN,
    PROBLEM
  }

  /// What can be done: the word on the button, and the deed.
  public record Step(Message word, Runnable deed) {}

  public static Toast plain(Message text) {
    return new Toast(Tone.PLAIN, text, null);
  }

  public static Toast problem(Message text) {
    return new Toast(Tone.PROBLEM, text, null);
  }

  /// The same with a step that undoes or leads on.
  public Toast with(Message word, Runnable deed) {
    return new Toast(tone, text, new Step(word, deed));
  }
}
