package dev.optima.console.surface;

import java.util.HashMap;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys from the scene to the page, through the developer protocol: it gets every letter of every
/// layout right, and Enter, Backspace and the arrows on every system.
final class KeyInput {
  private final ChromiumView view;
  private final DevTools devTools;
  private final EventHandler<KeyEvent> keys = this::key;
  private final EventHandler<InputMethodEvent> composed = this::compose;

  KeyInput(ChromiumView view, DevTools devTools) {
    this.view = view;
    this.devTools = devTools;
    view.addEventHandler(KeyEvent.ANY, keys);
    view.addEventHandler(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composed);
    view.setInputMethodRequests(new NoCandidates(view));
  }

  void release() {
    view.removeEventHandler(KeyEvent.ANY, keys);
    view.removeEventHandler(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, composed);
    view.setInputMethodRequests(null);
  }

  private void key(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_TYPED) {
      typed(event);
    } else if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      pressed(event);
    } else {
      send("keyUp", event, "");
    }
    event.consume();
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
      paste();
      return;
    }
    String text = PageKey.of(event.getCode()).text();
    send(text.isEmpty() ? "rawKeyDown" : "keyDown", event, text);
  }

  /// The letter that the layout made of the keys. Enter, Tab and the like were sent with the key
  /// itself.
  private void typed(KeyEvent event) {
    String text = event.getCharacter();
    boolean shortcut = event.isMetaDown() || (event.isControlDown() && !event.isAltDown());
    if (!text.isEmpty() && text.charAt(0) >= ' ' && text.charAt(0) != 0x7f && !shortcut) {
      devTools.tell(
          "Input.dispatchKeyEvent",
          Map.of("type", "char", "text", text, "unmodifiedText", text, "key", text));
    }
  }

  private void send(String type, KeyEvent event, String text) {
    PageKey key = PageKey.of(event.getCode());
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("type", type);
    parameters.put("modifiers", modifiers(event));
    parameters.put("code", key.code());
    parameters.put("key", key.name().isEmpty() ? event.getText() : key.name());
    parameters.put("windowsVirtualKeyCode", key.virtual());
    parameters.put("nativeVirtualKeyCode", key.virtual());
    if (!text.isEmpty()) {
      parameters.put("text", text);
      parameters.put("unmodifiedText", text);
    }
    devTools.tell("Input.dispatchKeyEvent", parameters);
  }

  /// Chromium without a window has a clipboard of its own: what is pasted comes from the system's.
  private void paste() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      devTools.tell("Input.insertText", Map.of("text", text));
    }
  }

  private void compose(InputMethodEvent event) {
    if (!event.getCommitted().isEmpty()) {
      devTools.tell("Input.insertText", Map.of("text", event.getCommitted()));
    }
    StringBuilder composing = new StringBuilder();
    event.getComposed().forEach(run -> composing.append(run.getText()));
    if (!composing.isEmpty() || event.getCommitted().isEmpty()) {
      devTools.tell(
          "Input.imeSetComposition",
          Map.of(
              "text",
              composing.toString(),
              "selectionStart",
              composing.length(),
              "selectionEnd",
              composing.length()));
    }
    event.consume();
  }

  private static int modifiers(KeyEvent event) {
    return (event.isAltDown() ? 1 : 0)
        | (event.isControlDown() ? 2 : 0)
        | (event.isMetaDown() ? 4 : 0)
        | (event.isShiftDown() ? 8 : 0);
  }

  /// Where the system may show an input method's candidates: below the node's corner, since the
  /// page does not tell where its caret is.
  private record NoCandidates(ChromiumView view) implements InputMethodRequests {
    @Override
    public Point2D getTextLocation(int offset) {
      Point2D corner = view.localToScreen(0, view.getHeight());
      return corner == null ? Point2D.ZERO : corner;
    }

    @Override
    public int getLocationOffset(int x, int y) {
      return 0;
    }

    @Override
    public void cancelLatestCommittedText() {
      // The page has it already.
    }

    @Override
    public String getSelectedText() {
      return "";
    }
  }
}
