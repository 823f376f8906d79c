package dev.optima.icons.draw;

import dev.optima.icons.Badge;
import dev.optima.icons.Panel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// The pictures that are made of the parts of `icons/optima.svg`: each is the parts that it needs,
/// in the form for its size.
final class Design {
  /// The form for all sizes that have none of their own.
  private static final int MASTER = 64;

  /// Apple's grid: a tile of 824 in a picture of 1024.
  private static final double MAC_TILE = 824.0 / 1024;

  /// Up to 32 points at twice the pixels a margin would cost more than it gives.
  private static final int MAC_WHOLE = 64;

  /// A phone may cut a maskable picture to the circle of 80 % of its width.
  private static final double UNCUT = 0.75;

  private final Parts parts;

  private Design(Parts parts) {
    this.parts = parts;
  }

  static Design read(Path svg) throws IOException {
    return new Design(Parts.read(svg));
  }

  /// The sign on its tile.
  BufferedImage app(int size, Badge badge) {
    return signOnTile(size, badge).draw(size);
  }

  /// The sign on its tile in the form for a size, for who draws it themselves.
  String svg(int size, Badge badge) {
    return signOnTile(size, badge).text();
  }

  /// The sign on its tile with the margin that all icons of macOS have.
  BufferedImage mac(int size) {
    if (size <= MAC_WHOLE) {
      return app(size, Badge.NONE);
    }
    Composition whole = parts.compose(MASTER);
    Composition inner = whole.inset(MAC_TILE);
    inner.use("tile");
    inner.in("on-tile").use("sign-" + MASTER);
    return whole.draw(size);
  }

  /// The sign on a ground without an edge, small enough for any shape that is cut of it.
  BufferedImage maskable(int size) {
    Composition whole = parts.compose(MASTER);
    whole.use("ground");
    whole.inset(UNCUT).in("on-tile").use("sign-" + MASTER);
    return whole.draw(size);
  }

  /// The sign alone, in the ink for a panel.
  BufferedImage tray(Panel panel, int size, Badge badge) {
    Composition drawing = parts.compose(MASTER);
    sign(drawing.in("on-" + panel.name().toLowerCase(Locale.ROOT)), size);
    mark(drawing, size, badge);
    return drawing.draw(size);
  }

  private Composition signOnTile(int size, Badge badge) {
    Composition drawing = parts.compose(MASTER);
    drawing.use(badge == Badge.NONE ? "tile" : "tile-badged");
    sign(drawing.in("on-tile"), size);
    mark(drawing, size, badge);
    return drawing;
  }

  private void sign(Composition ink, int size) {
    int form = form("sign-", size);
    sized(ink, form).use("sign-" + form);
  }

  private void mark(Composition drawing, int size, Badge badge) {
    if (badge == Badge.NONE) {
      return;
    }
    int form = form("badge-", size);
    Composition place = sized(drawing, form);
    place.use((badge == Badge.MORE ? "wide-" : "badge-") + form);
    if (badge == Badge.MORE) {
      Composition more = place.in("on-badge").in("more-" + form);
      more.use("digit-9");
      more.use("plus");
    } else if (badge != Badge.DOT) {
      place.in("on-badge").in("count-" + form).use("digit-" + badge.digit());
    }
  }

  /// A size takes the form of its own, or that of its half: their pixels coincide.
  private int form(String part, int size) {
    if (parts.has(part + size)) {
      return size;
    }
    return size % 2 == 0 && parts.has(part + size / 2) ? size / 2 : MASTER;
  }

  private static Composition sized(Composition drawing, int form) {
    return form == MASTER ? drawing : drawing.scaled((double) MASTER / form);
  }
}
