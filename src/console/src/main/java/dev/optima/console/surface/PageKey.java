package dev.optima.console.surface;

import javafx.scene.input.KeyCode;

/// A key as a web page names it (UI Events: `key` and `code`), with Windows' virtual code that
/// Chromium counts by.
///
/// @param name the `key`; empty where the layout decides
/// @param code the `code`; empty where it is not known
/// @param text what it types by itself; empty where the layout decides
record PageKey(String name, String code, int virtual, String text) {

  static PageKey of(KeyCode key) {
    return switch (key) {
      case ENTER -> new PageKey("Enter", "Enter", 0x0D, "\r");
      case TAB -> named("Tab", 0x09);
      case BACK_SPACE -> named("Backspace", 0x08);
      case ESCAPE -> named("Escape", 0x1B);
      case DELETE -> named("Delete", 0x2E);
      case INSERT -> named("Insert", 0x2D);
      case HOME -> named("Home", 0x24);
      case END -> named("End", 0x23);
      case PAGE_UP -> named("PageUp", 0x21);
      case PAGE_DOWN -> named("PageDown", 0x22);
      case LEFT, KP_LEFT -> named("ArrowLeft", 0x25);
      case UP, KP_UP -> named("ArrowUp", 0x26);
      case RIGHT, KP_RIGHT -> named("ArrowRight", 0x27);
      case DOWN, KP_DOWN -> named("ArrowDown", 0x28);
      case SHIFT -> new PageKey("Shift", "ShiftLeft", 0x10, "");
      case CONTROL -> new PageKey("Control", "ControlLeft", 0x11, "");
      case ALT -> new PageKey("Alt", "AltLeft", 0x12, "");
      case ALT_GRAPH -> new PageKey("AltGraph", "AltRight", 0x12, "");
      case META, COMMAND, WINDOWS -> new PageKey("Meta", "MetaLeft", 0x5B, "");
      case CAPS -> named("CapsLock", 0x14);
      case CONTEXT_MENU -> named("ContextMenu", 0x5D);
      case SPACE -> new PageKey("", "Space", 0x20, "");
      default -> other(key);
    };
  }

  private static PageKey other(KeyCode key) {
    int virtual = key.getCode();
    if (key.isLetterKey()) {
      return new PageKey("", "Key" + key.getChar(), virtual, "");
    }
    if (key.isFunctionKey()) {
      return named(key.getName(), virtual);
    }
    if (key.isDigitKey()) {
      String digit = key.getChar();
      return key.isKeypadKey()
          ? new PageKey("", "Numpad" + (virtual - KeyCode.NUMPAD0.getCode()), virtual, "")
          : new PageKey("", "Digit" + digit, virtual, "");
    }
    return new PageKey("", "", key == KeyCode.UNDEFINED ? 0 : virtual, "");
  }

  private static PageKey named(String name, int virtual) {
    return new PageKey(name, name, virtual, "");
  }
}
