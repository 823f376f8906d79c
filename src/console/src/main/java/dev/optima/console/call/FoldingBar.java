package dev.optima.console.call;

import dev.optima.console.look.Nodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// A row of controls that never runs out of its window: what does not fit goes into a menu, the
/// last first; where even that is not enough, what is left loses its words and keeps its pictures.
class FoldingBar extends HBox {
  private static final double GAP = 10;

  private final MenuButton more;
  private final List<Button> folding = new ArrayList<>();
  private final Set<Node> wanted = new HashSet<>();
  private final BooleanProperty compact = new SimpleBooleanProperty();
  private List<Button> folded = List.of();

  FoldingBar(MenuButton more) {
    super(GAP);
    this.more = more;
    more.setOnShowing(_ -> fill());
  }

  /// The menu for what does not fit; it stands where it is put among the children.
  final MenuButton more() {
    return more;
  }

  /// These go into the menu when it gets narrow, the last one first.
  final void folding(List<Button> buttons) {
    folding.addAll(buttons);
  }

  /// Whether a control is to be had at all now, in the row or in the menu.
  final void want(Node control, boolean now) {
    if (now ? wanted.add(control) : wanted.remove(control)) {
      requestLayout();
    }
  }

  /// The words of a control that shows only its picture are told by its tip.
  final void tell(Labeled control) {
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(control.textProperty());
    compact.addListener(
        (_, _, small) -> {
          control.setContentDisplay(small ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
          control.setTooltip(small ? tip : null);
        });
    control.accessibleTextProperty().bind(control.textProperty());
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    fit(getWidth() - snappedLeftInset() - snappedRightInset());
    super.layoutChildren();
  }

  private void fit(double width) {
    List<Node> row = new ArrayList<>(getChildren());
    row.removeIf(node -> node == more || !wanted.contains(node));
    List<Button> away = new ArrayList<>();
    List<Button> left = new ArrayList<>(folding.stream().filter(wanted::contains).toList());
    while (wide(row, !away.isEmpty()) > width && !left.isEmpty()) {
      Button next = left.removeLast();
      row.remove(next);
      away.addFirst(next);
    }
    // Asked with words: else it would come and go.
    compact.set(wide(row, !away.isEmpty()) > width);
    folded = away;
    for (Node node : getChildren()) {
      Nodes.present(node, node == more ? !away.isEmpty() : row.contains(node));
    }
  }

  /// How wide they are with their words.
  private double wide(List<Node> row, boolean withMore) {
    double width = withMore ? wordy(more) + GAP : 0;
    for (Node node : row) {
      width += wordy(node) + GAP;
    }
    return width - GAP;
  }

  private static double wordy(Node node) {
    if (node instanceof Labeled labeled
        && labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
      labeled.setContentDisplay(ContentDisplay.LEFT);
      double width = labeled.prefWidth(-1);
      labeled.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      return width;
    }
    return node.prefWidth(-1);
  }

  private void fill() {
    more.getItems().setAll(folded.stream().map(FoldingBar::item).toList());
  }

  private static MenuItem item(ButtonBase of) {
    MenuItem item = new MenuItem(of.getText());
    item.setId(of.getId());
    item.setMnemonicParsing(false);
    item.setDisable(of.isDisabled());
    item.setOnAction(_ -> of.fire());
    return item;
  }
}
