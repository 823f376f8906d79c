package dev.optima.icons;

import java.util.Locale;

/// What a tray's picture lies on: the sign has a dark ink for a light panel, and a light one for a
/// dark panel.
public enum Panel {
  LIGHT,
  DARK;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
