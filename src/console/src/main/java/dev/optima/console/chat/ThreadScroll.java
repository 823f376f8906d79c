package dev.optima.console.chat;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/// Where a thread is scrolled to. It stays at its end when it is there, whatever comes and however
/// the window changes; and otherwise the row that is first in sight stays where it is, though pages
/// come in above it. Places are put right after each layout, before anything is drawn.
final class ThreadScroll {
  private static final int NEAR = 4;

  /// How much of what was read stays in sight above the line of what is new.
  private static final double ABOVE_UNREAD = 60;

  private final ListView<ThreadItem> list;
  private final Edges edges;
  private final ListEnd end;
  private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper();
  private final ListChangeListener<ThreadItem> follow = _ -> changed();
  private final Runnable settle = this::settle;
  private @Nullable ObservableList<ThreadItem> items;
  private @Nullable String anchor;
  private double anchorAt;
  private boolean opening;
  private boolean following = true;
  private boolean disturbed;
  private boolean moved;
  private boolean asked;

  /// Who is told that the rows near an edge are in sight.
  interface Edges {
    void nearTop();

    void nearBottom();
  }

  ThreadScroll(ListView<ThreadItem> list, Edges edges) {
    this.list = list;
    this.edges = edges;
    end = new ListEnd(list);
    list.heightProperty().addListener(_ -> disturbed());
    list.widthProperty().addListener(_ -> disturbed());
    for (EventType<? extends InputEvent> type :
        List.of(
            ScrollEvent.SCROLL,
            MouseEvent.MOUSE_DRAGGED,
            MouseEvent.MOUSE_PRESSED,
            MouseEvent.MOUSE_RELEASED,
            KeyEvent.KEY_PRESSED)) {
      list.addEventFilter(type, _ -> moved());
    }
    list.sceneProperty().addListener((_, was, now) -> moveTo(was, now));
  }

  private void moveTo(@Nullable Scene was, @Nullable Scene now) {
    if (was != null) {
      was.removePostLayoutPulseListener(settle);
    }
    if (now != null) {
      now.addPostLayoutPulseListener(settle);
      disturbed();
    }
  }

  /// Begins with the rows of another thread, at what is new in it, or else at its end.
  void show(ObservableList<ThreadItem> rows) {
    leave();
    items = rows;
    rows.addListener(follow);
    anchor = null;
    following = true;
    opening = true;
    changed();
  }

  void leave() {
    if (items != null) {
      items.removeListener(follow);
    }
    items = null;
  }

  /// Where the end is now is known when the rows are laid out.
  private void changed() {
    atEnd.set(false);
    disturbed();
  }

  private void disturbed() {
    disturbed = true;
    list.requestLayout();
  }

  private void moved() {
    moved = true;
    list.requestLayout();
  }

  /// Tells once more which edges are near: who was told while something else was loading let it be.
  void tellAgain() {
    asked = true;
    list.requestLayout();
  }

  /// Goes to the end and stays there.
  void toEnd() {
    opening = false;
    following = true;
    disturbed();
  }

  /// Scrolls by a part of what is in sight; below zero is up.
  void page(double part) {
    VirtualFlow<?> flow = flow();
    if (flow != null) {
      flow.scrollPixels(flow.getHeight() * part);
      moved();
    }
  }

  /// Brings the row with this key into the middle of the view.
  ///
  /// @return whether it is there
  boolean reveal(String key) {
    int index = indexOf(key);
    if (index < 0) {
      return false;
    }
    following = false;
    anchor = key;
    anchorAt = list.getHeight() / 3;
    opening = false;
    disturbed();
    return true;
  }

  private void settle() {
    VirtualFlow<?> flow = flow();
    if (flow == null || items == null || list.getItems().isEmpty() || flow.getHeight() <= 0) {
      return;
    }
    boolean changed = disturbed;
    boolean byHand = moved;
    disturbed = false;
    moved = false;
    if (opening && changed) {
      begin();
    }
    if (byHand && (!changed || following && isFurtherUp(flow))) {
      opening = false;
      following = end.isInSight(flow);
    } else if (following) {
      // Whatever came between: a row that grew, a picture that came, a window that got lower.
      end.bring(flow);
    } else if (changed) {
      place(flow);
    }
    remember(flow);
    atEnd.set(end.isInSight(flow));
    if (changed || byHand || asked) {
      asked = false;
      tellEdges(flow);
    }
  }

  /// Whether what is first in sight is further up than what was: who scrolls away while messages
  /// pour in is not brought back.
  private boolean isFurtherUp(VirtualFlow<?> flow) {
    IndexedCell<?> first = flow.getFirstVisibleCell();
    int was = anchor == null ? -1 : indexOf(anchor);
    return first != null
        && (first.getIndex() < was || first.getIndex() == was && first.getLayoutY() > anchorAt + 1);
  }

  private void begin() {
    int unread = indexOf(new ThreadItem.Unread().key());
    if (unread >= 0) {
      opening = false;
      following = false;
      anchor = list.getItems().get(unread).key();
      anchorAt = ABOVE_UNREAD;
    }
  }

  private void place(VirtualFlow<?> flow) {
    int index = anchor == null ? -1 : indexOf(anchor);
    if (index >= 0) {
      flow.scrollToTop(index);
      list.layout();
      // Near the end a row does not come to the top: it is moved on from where it came to.
      IndexedCell<?> cell = flow.getVisibleCell(index);
      flow.scrollPixels((cell == null ? 0 : cell.getLayoutY()) - anchorAt);
      list.layout();
      following = end.isInSight(flow);
    }
  }

  private void remember(VirtualFlow<?> flow) {
    IndexedCell<?> first = flow.getFirstVisibleCell();
    if (first != null && first.getItem() instanceof ThreadItem item) {
      anchor = item.key();
      anchorAt = first.getLayoutY();
    }
  }

  private void tellEdges(VirtualFlow<?> flow) {
    IndexedCell<?> first = flow.getFirstVisibleCell();
    IndexedCell<?> last = flow.getLastVisibleCell();
    if (first != null && first.getIndex() < NEAR) {
      edges.nearTop();
    }
    if (last != null && last.getIndex() >= list.getItems().size() - NEAR) {
      edges.nearBottom();
    }
  }

  private int indexOf(String key) {
    List<ThreadItem> rows = list.getItems();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable VirtualFlow<?> flow() {
    return list.lookup("#virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
  }

  /// Whether the newest row is in sight, as it was last laid out.
  ReadOnlyBooleanProperty atEnd() {
    return atEnd.getReadOnlyProperty();
  }
}
