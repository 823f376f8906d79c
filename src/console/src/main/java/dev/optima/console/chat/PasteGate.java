package dev.optima.console.chat;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Overlay;
import java.io.File;
import java.util.function.Supplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import org.jspecify.annotations.Nullable;

/// Looks at what is pasted: files and pictures go to the tray, and the team's own words are not put
/// before the applicant unasked.
final class PasteGate {
  private final Words words;
  private final ThreadDoors doors;
  private final Supplier<@Nullable ComposerViewModel> composer;

  PasteGate(Words words, ThreadDoors doors, Supplier<@Nullable ComposerViewModel> composer) {
    this.words = words;
    this.doors = doors;
    this.composer = composer;
  }

  /// Whether it has dealt with what is on the clipboard, or is asking about it.
  boolean takes(Clipboard board, TextInputControl input) {
    ComposerViewModel model = composer.get();
    if (model == null) {
      return false;
    }
    if (board.hasFiles()) {
      model.tray().add(board.getFiles().stream().map(File::toPath).toList());
      return true;
    }
    if (!board.hasString()) {
      return board.hasImage() && takes(board.getImage(), model);
    }
    String text = board.getString();
    if (model.wouldLeak(text)) {
      ask(text, input);
      return true;
    }
    return false;
  }

  private static boolean takes(@Nullable Image image, ComposerViewModel model) {
    Pasted pasted = image == null ? null : Pasted.of(image);
    if (pasted == null) {
      return false;
    }
    model.addPicture(pasted::write);
    return true;
  }

  private void ask(String text, TextInputControl input) {
    doors
        .ask()
        .accept(
            new Overlay.Question(
                words.get("chat.leak.title"),
                words.get("chat.leak.text"),
                words.get("chat.leak.yes"),
                true),
            yes -> {
              input.requestFocus();
              if (yes) {
                input.replaceSelection(text);
              }
            });
  }
}
