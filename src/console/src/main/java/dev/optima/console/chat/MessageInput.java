package dev.optima.console.chat;

import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The field one writes in: grows with its lines, and lets pictures and files be pasted.
final class MessageInput extends TextArea {
  private static final int MOST_ROWS = 6;
  private static final double A_CHARACTER = 7.2;

  private final Predicate<Clipboard> takes;
  private final Runnable onCopy;

  /// @param takes looks at what is pasted, and says whether it has dealt with it
  /// @param onCopy what is selected is about to be copied or cut
  MessageInput(Predicate<Clipboard> takes, Runnable onCopy) {
    this.takes = takes;
    this.onCopy = onCopy;
    setWrapText(true);
    setPrefRowCount(1);
    setMinHeight(Region.USE_PREF_SIZE);
    prefRowCountProperty()
        .bind(
            Bindings.createIntegerBinding(
                () -> rows(getText(), getWidth()), textProperty(), widthProperty()));
  }

  private static int rows(@Nullable String text, double width) {
    if (text == null || text.isEmpty()) {
      return 1;
    }
    double perRow = Math.max(10, (width - 24) / A_CHARACTER);
    long rows =
        text.lines().mapToLong(line -> Math.max(1, (long) Math.ceil(line.length() / perRow))).sum()
            + (text.endsWith("\n") ? 1 : 0);
    return (int) Math.max(1, Math.min(MOST_ROWS, rows));
  }

  @Override
  public void paste() {
    if (!takes.test(Clipboard.getSystemClipboard())) {
      super.paste();
    }
  }

  @Override
  public void copy() {
    onCopy.run();
    super.copy();
  }

  @Override
  public void cut() {
    onCopy.run();
    super.cut();
  }
}
