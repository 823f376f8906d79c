package dev.optima.console.link;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the console was opened with, from wherever the system hands it over, until the window is
/// there to take it.
public final class LinkInbox implements Consumer<String> {
  /// What nobody has taken yet is of one start; more than a few is a mistake or malice.
  private static final int MOST = 16;

  private final List<String> waiting = new ArrayList<>();
  private @Nullable Consumer<String> reader;

  /// Takes a link, or an empty text: just come to the front. On any thread.
  @Override
  public synchronized void accept(String text) {
    if (reader != null) {
      reader.accept(text);
    } else if (waiting.size() < MOST) {
      waiting.add(text);
    }
  }

  /// From now on `reader` is told, first what has waited. It must not take its time.
  public synchronized void read(Consumer<String> by) {
    reader = by;
    waiting.forEach(by);
    waiting.clear();
  }
}
