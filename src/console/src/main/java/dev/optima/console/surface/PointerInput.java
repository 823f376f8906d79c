package dev.optima.console.surface;

import java.awt.event.InputEvent;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.cef.browser.OffscreenBrowser;

/// Mouse and wheel from the scene to the page.
final class PointerInput {
  private static final Map<EventType<?>, Integer> IDS =
      Map.of(
          MouseEvent.MOUSE_PRESSED, java.awt.event.MouseEvent.MOUSE_PRESSED,
          MouseEvent.MOUSE_RELEASED, java.awt.event.MouseEvent.MOUSE_RELEASED,
          MouseEvent.MOUSE_MOVED, java.awt.event.MouseEvent.MOUSE_MOVED,
          MouseEvent.MOUSE_DRAGGED, java.awt.event.MouseEvent.MOUSE_DRAGGED,
          MouseEvent.MOUSE_ENTERED, java.awt.event.MouseEvent.MOUSE_ENTERED,
          MouseEvent.MOUSE_EXITED, java.awt.event.MouseEvent.MOUSE_EXITED);

  private final ChromiumView view;
  private final OffscreenBrowser browser;
  private final EventHandler<MouseEvent> mouse = this::mouse;
  private final EventHandler<ScrollEvent> wheel = this::wheel;

  PointerInput(ChromiumView view, OffscreenBrowser browser) {
    this.view = view;
    this.browser = browser;
    view.addEventHandler(MouseEvent.ANY, mouse);
    view.addEventHandler(ScrollEvent.SCROLL, wheel);
  }

  void release() {
    view.removeEventHandler(MouseEvent.ANY, mouse);
    view.removeEventHandler(ScrollEvent.SCROLL, wheel);
  }

  private void mouse(MouseEvent event) {
    Integer id = IDS.get(event.getEventType());
    if (id == null) {
      return;
    }
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      view.requestFocus();
    }
    browser.mouse(
        id,
        modifiers(event),
        (int) event.getX(),
        (int) event.getY(),
        event.getClickCount(),
        button(event.getButton()));
    event.consume();
  }

  private void wheel(ScrollEvent event) {
    int modifiers =
        keys(event.isShiftDown(), event.isControlDown(), event.isAltDown(), event.isMetaDown());
    int x = (int) event.getX();
    int y = (int) event.getY();
    int up = (int) Math.round(event.getDeltaY());
    int left = (int) Math.round(event.getDeltaX());
    if (up != 0) {
      browser.wheel(modifiers & ~InputEvent.SHIFT_DOWN_MASK, x, y, up);
    }
    if (left != 0) {
      // CEF's wheel knows one number: with the shift key it is the sideways one.
      browser.wheel(modifiers | InputEvent.SHIFT_DOWN_MASK, x, y, left);
    }
    event.consume();
  }

  private static int modifiers(MouseEvent event) {
    return keys(event.isShiftDown(), event.isControlDown(), event.isAltDown(), event.isMetaDown())
        | (event.isPrimaryButtonDown() ? InputEvent.BUTTON1_DOWN_MASK : 0)
        | (event.isMiddleButtonDown() ? InputEvent.BUTTON2_DOWN_MASK : 0)
        | (event.isSecondaryButtonDown() ? InputEvent.BUTTON3_DOWN_MASK : 0);
  }

  private static int keys(boolean shift, boolean control, boolean alt, boolean meta) {
    return (shift ? InputEvent.SHIFT_DOWN_MASK : 0)
        | (control ? InputEvent.CTRL_DOWN_MASK : 0)
        | (alt ? InputEvent.ALT_DOWN_MASK : 0)
        | (meta ? InputEvent.META_DOWN_MASK : 0);
  }

  private static int button(MouseButton button) {
    return switch (button) {
      case PRIMARY -> java.awt.event.MouseEvent.BUTTON1;
      case MIDDLE -> java.awt.event.MouseEvent.BUTTON2;
      case SECONDARY -> java.awt.event.MouseEvent.BUTTON3;
      default -> java.awt.event.MouseEvent.NOBUTTON;
    };
  }
}
