package dev.optima.console.surface;

import javafx.scene.Cursor;

/// The cursor that a page asks for, as JavaFX has it.
final class Cursors {
  private Cursors() {}

  /// @param type one of `java.awt.Cursor`
  static Cursor of(int type) {
    return switch (type) {
      case java.awt.Cursor.CROSSHAIR_CURSOR -> Cursor.CROSSHAIR;
      case java.awt.Cursor.TEXT_CURSOR -> Cursor.TEXT;
      case java.awt.Cursor.WAIT_CURSOR -> Cursor.WAIT;
      case java.awt.Cursor.SW_RESIZE_CURSOR -> Cursor.SW_RESIZE;
      case java.awt.Cursor.SE_RESIZE_CURSOR -> Cursor.SE_RESIZE;
      case java.awt.Cursor.NW_RESIZE_CURSOR -> Cursor.NW_RESIZE;
      case java.awt.Cursor.NE_RESIZE_CURSOR -> Cursor.NE_RESIZE;
      case java.awt.Cursor.N_RESIZE_CURSOR -> Cursor.N_RESIZE;
      case java.awt.Cursor.S_RESIZE_CURSOR -> Cursor.S_RESIZE;
      case java.awt.Cursor.W_RESIZE_CURSOR -> Cursor.W_RESIZE;
      case java.awt.Cursor.E_RESIZE_CURSOR -> Cursor.E_RESIZE;
      case java.awt.Cursor.HAND_CURSOR -> Cursor.HAND;
      case java.awt.Cursor.MOVE_CURSOR -> Cursor.MOVE;
      default -> Cursor.DEFAULT;
    };
  }
}
