package org.cef.browser;

import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.cef.CefBrowserSettings;
import org.cef.CefClient;
import org.cef.callback.CefDragData;
import org.cef.handler.CefRenderHandler;
import org.cef.handler.CefScreenInfo;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// A browser without a window: what it draws goes to a [Sink]. It stands in CEF's own package
/// because `CefBrowser_N` is not public, and does without JCEF's own off-screen form, which needs
/// JOGL and an AWT canvas.
///
/// Its methods may be called from any thread; the sink is called on CEF's thread.
@NullMarked
public final class OffscreenBrowser extends CefBrowser_N implements CefRenderHandler {

  /// Where pictures go.
  public interface Sink {
    /// A picture. The buffer is valid only during this call.
    ///
    /// @param popup whether it is the open list of a `<select>`, a layer of its own
    /// @param bgra premultiplied, without gaps
    void paint(boolean popup, ByteBuffer bgra, int width, int height);

    /// The list of a `<select>` was opened or closed.
    void popupShown(boolean shown);

    /// Where that list lies, in the page's units.
    void popupMoved(Rectangle bounds);

    /// The page wants another cursor.
    ///
    /// @param type one of `java.awt.Cursor`
    void cursor(int type);
  }

  private final Sink sink;
  // AWT's events want a source; it is never shown.
  private final JPanel source = new JPanel();
  private final ThreadLocal<Boolean> focusing = ThreadLocal.withInitial(() -> false);
  private volatile Rectangle bounds;
  private volatile Point origin = new Point();
  private volatile double scale;

  /// @param framesPerSecond the most that it draws
  /// @param scale pixels per unit of the page
  public OffscreenBrowser(
      CefClient client,
      String url,
      int width,
      int height,
      double scale,
      int framesPerSecond,
      Sink sink) {
    super(client, url, null, null, null, settings(framesPerSecond));
    this.bounds = new Rectangle(0, 0, Math.max(1, width), Math.max(1, height));
    this.scale = scale;
    this.sink = sink;
  }

  private static CefBrowserSettings settings(int framesPerSecond) {
    CefBrowserSettings settings = new CefBrowserSettings();
    settings.windowless_frame_rate = framesPerSecond;
    return settings;
  }

  @Override
  public void createImmediately() {
    createBrowser(getClient(), 0, getUrl(), true, false, source, getRequestContext());
  }

  /// Gives the page another size, in its units, or another scale.
  public void resize(int width, int height, double pixelsPerUnit) {
    bounds = new Rectangle(0, 0, Math.max(1, width), Math.max(1, height));
    scale = pixelsPerUnit;
    wasResized(bounds.width, bounds.height);
  }

  /// Where the page's corner is on the screen.
  public void moved(int x, int y) {
    origin = new Point(x, y);
  }

  /// Has the whole page painted again.
  public void repaint() {
    invalidate();
  }

  /// Moves or presses the mouse.
  ///
  /// @param id of `java.awt.event.MouseEvent`
  /// @param modifiers extended, of `java.awt.event.InputEvent`
  public void mouse(int id, int modifiers, int x, int y, int clicks, int button) {
    sendMouseEvent(
        new MouseEvent(
            source, id, System.currentTimeMillis(), modifiers, x, y, clicks, false, button));
  }

  /// Turns the wheel.
  ///
  /// @param pixels positive for up (or left, with the shift key): the other way round than AWT's
  ///   wheel
  public void wheel(int modifiers, int x, int y, int pixels) {
    // Only the block type hands the number on as it is; the unit type multiplies it by a setting.
    sendMouseWheelEvent(
        new MouseWheelEvent(
            source,
            MouseEvent.MOUSE_WHEEL,
            System.currentTimeMillis(),
            modifiers,
            x,
            y,
            0,
            false,
            MouseWheelEvent.WHEEL_BLOCK_SCROLL,
            1,
            pixels));
  }

  /// CEF answers a focus with `onGotFocus`, whose JCEF handler sets the focus again: off-screen
  /// that is synchronous and would end in a stack overflow.
  @Override
  public void setFocus(boolean focused) {
    if (focusing.get()) {
      return;
    }
    focusing.set(true);
    try {
      super.setFocus(focused);
    } finally {
      focusing.set(false);
    }
  }

  @Override
  public Component getUIComponent() {
    return source;
  }

  @Override
  public CefRenderHandler getRenderHandler() {
    return this;
  }

  @Override
  public Rectangle getViewRect(CefBrowser browser) {
    return new Rectangle(bounds);
  }

  @Override
  public boolean getScreenInfo(CefBrowser browser, CefScreenInfo info) {
    Rectangle here = bounds;
    info.Set(scale, 32, 8, false, new Rectangle(here), new Rectangle(here));
    return true;
  }

  @Override
  public Point getScreenPoint(CefBrowser browser, Point view) {
    Point corner = origin;
    return new Point(view.x + corner.x, view.y + corner.y);
  }

  @Override
  public void onPaint(
      CefBrowser browser,
      boolean popup,
      Rectangle @Nullable [] dirty,
      ByteBuffer bgra,
      int width,
      int height) {
    sink.paint(popup, bgra, width, height);
  }

  @Override
  public void onPopupShow(CefBrowser browser, boolean show) {
    sink.popupShown(show);
  }

  @Override
  public void onPopupSize(CefBrowser browser, Rectangle popup) {
    sink.popupMoved(popup);
  }

  @Override
  public boolean onCursorChange(CefBrowser browser, int type) {
    sink.cursor(type);
    return true;
  }

  // What is dragged out of the page goes nowhere.
  @Override
  public boolean startDragging(CefBrowser browser, CefDragData data, int mask, int x, int y) {
    return false;
  }

  @Override
  public void updateDragCursor(CefBrowser browser, int operation) {}

  @Override
  protected CefBrowser_N createDevToolsBrowser(
      CefClient client,
      String url,
      CefRequestContext context,
      CefBrowser_N parent,
      Point inspectAt) {
    throw new UnsupportedOperationException("no developer tools in the console");
  }

  @Override
  public CompletableFuture<BufferedImage> createScreenshot(boolean nativeResolution) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  @Override
  public void addOnPaintListener(Consumer<CefPaintEvent> listener) {
    throw new UnsupportedOperationException("pictures go to the sink");
  }

  @Override
  public void setOnPaintListener(Consumer<CefPaintEvent> listener) {
    throw new UnsupportedOperationException("pictures go to the sink");
  }

  @Override
  public void removeOnPaintListener(Consumer<CefPaintEvent> listener) {
    throw new UnsupportedOperationException("pictures go to the sink");
  }
}
