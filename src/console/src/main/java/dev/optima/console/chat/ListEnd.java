package dev.optima.console.chat;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/// The end of a list whose rows are of different heights. The flow behind a list guesses the
/// heights of rows that it has not drawn, so one leap to the end may end short of it, with the last
/// row cut off: here it is looked at what came of the leap, and mended until the last row is whole.
final class ListEnd {
  private static final int TRIES = 4;
  private static final double EXACT = 1;
  private static final double NEAR = 4;

  private final ListView<?> list;
  private double stuck = Double.NaN;

  ListEnd(ListView<?> list) {
    this.list = list;
  }

  /// Whether the last row is in sight down to its end.
  boolean isInSight(VirtualFlow<?> flow) {
    return beyond(flow) <= NEAR;
  }

  /// Brings the last row into sight as a whole, or its end, if it is higher than the view.
  void bring(VirtualFlow<?> flow) {
    double before = beyond(flow);
    // Where it could not be mended, it is not tried at every pulse.
    if (before <= EXACT || before == stuck) {
      return;
    }
    for (int i = 0; i < TRIES && beyond(flow) > EXACT; i++) {
      leap(flow);
    }
    stuck = beyond(flow) > EXACT ? beyond(flow) : Double.NaN;
  }

  private void leap(VirtualFlow<?> flow) {
    // Measures the rows that are going to be in sight.
    flow.scrollToTop(list.getItems().size() - 1);
    flow.setPosition(1);
    list.layout();
    double rest = beyond(flow);
    if (rest > EXACT && rest < Double.POSITIVE_INFINITY) {
      // A flow that stands at its end does not move on, and does not lay out anew: one step back.
      flow.scrollPixels(-EXACT);
      flow.scrollPixels(rest + EXACT);
      list.layout();
    }
  }

  /// How much of the last row is below the edge, in pixels; infinite if it is not drawn at all.
  private double beyond(VirtualFlow<?> flow) {
    int end = list.getItems().size() - 1;
    IndexedCell<?> last = flow.getLastVisibleCell();
    if (end < 0 || last == null) {
      return end < 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return last.getIndex() < end
        ? Double.POSITIVE_INFINITY
        : last.getLayoutY() + last.getHeight() - flow.getHeight();
  }
}
