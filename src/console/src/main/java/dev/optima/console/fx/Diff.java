package dev.optima.console.fx;

import java.util.List;
import javafx.collections.ObservableList;

/// Brings a shown list in line with a new one by changing only the stretch that differs, so that a
/// list view keeps its place.
public final class Diff {
  private Diff() {}

  public static <T> void apply(ObservableList<T> shown, List<T> next) {
    int start = 0;
    int shorter = Math.min(shown.size(), next.size());
    while (start < shorter && shown.get(start).equals(next.get(start))) {
      start++;
    }
    int tail = 0;
    while (tail < shorter - start
        && shown.get(shown.size() - 1 - tail).equals(next.get(next.size() - 1 - tail))) {
      tail++;
    }
    List<T> fresh = next.subList(start, next.size() - tail);
    int gone = shown.size() - tail - start;
    if (gone == fresh.size()) {
      for (int i = 0; i < gone; i++) {
        shown.set(start + i, fresh.get(i));
      }
      return;
    }
    if (gone > 0) {
      shown.remove(start, start + gone);
    }
    if (!fresh.isEmpty()) {
      shown.addAll(start, fresh);
    }
  }
}
