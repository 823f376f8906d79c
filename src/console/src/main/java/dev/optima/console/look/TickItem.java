package dev.optima.console.look;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A line of a menu that is ticked or not; choosing it leaves the menu open.
public final class TickItem extends CustomMenuItem {
  private final CheckBox box;

  /// @param tick told by mouse or keyboard that the line was chosen; it ticks nothing by itself
  public TickItem(String name, Runnable tick) {
    box = new CheckBox(name);
    box.setMnemonicParsing(false);
    box.setFocusTraversable(false);
    // The box is a sign only: it would tick itself, and leave the rest of the line dead.
    box.setMouseTransparent(true);
    setContent(box);
    setHideOnClick(false);
    setOnAction(_ -> tick.run());
    box.parentProperty().subscribe(this::takePressesOn);
  }

  // A menu hears presses on what is in such a line, never those on the line itself.
  private void takePressesOn(Node line) {
    if (line != null) {
      line.addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          press -> {
            if (press.getButton() == MouseButton.PRIMARY) {
              fire();
            }
          });
    }
  }

  public boolean isTicked() {
    return box.isSelected();
  }

  public void setTicked(boolean ticked) {
    box.setSelected(ticked);
  }
}
