package dev.optima.console.surface;

import java.awt.Rectangle;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;
import org.cef.browser.OffscreenBrowser;
import org.jspecify.annotations.Nullable;

/// The node that shows Chromium's pictures and takes mouse and keys for it. However fast Chromium
/// paints, the scene is changed once a pulse. It may be moved between windows: what it listens to
/// goes with it.
final class ChromiumView extends Region implements OffscreenBrowser.Sink {
  /// How long after a change of size the whole page is painted once more: at once, and when a slow
  /// machine has caught up.
  private static final Duration SOON = Duration.millis(300);

  private static final Duration LATER = Duration.millis(1500);

  private final FrameMeter meter;
  private final PictureLayer page = new PictureLayer();
  private final PictureLayer popup = new PictureLayer();
  private final AtomicBoolean awaited = new AtomicBoolean();
  private final Runnable pulse = this::pulse;
  private final ChangeListener<Scene> sceneChanged = (o, was, is) -> moveTo(was, is);
  private final ChangeListener<Window> windowChanged = (o, was, is) -> moveTo(was, is);
  private final InvalidationListener geometry = o -> resizePage();
  private final SequentialTransition settled =
      new SequentialTransition(repaintAfter(SOON), repaintAfter(LATER));
  private volatile @Nullable Rectangle popupBounds;
  private volatile int cursorType = java.awt.Cursor.DEFAULT_CURSOR;
  private @Nullable OffscreenBrowser browser;
  private @Nullable PointerInput pointer;
  private @Nullable KeyInput keys;

  ChromiumView(FrameMeter meter) {
    this.meter = meter;
    getStyleClass().add("chromium-view");
    setAccessibleRole(AccessibleRole.NODE);
    setFocusTraversable(true);
    getChildren().addAll(page.view(), popup.view());
    popup.view().setVisible(false);
    popup.view().getStyleClass().add("popup");
    sceneProperty().addListener(sceneChanged);
    widthProperty().addListener(geometry);
    heightProperty().addListener(geometry);
    focusedProperty().addListener((o, was, is) -> focusPage(is));
  }

  private PauseTransition repaintAfter(Duration time) {
    PauseTransition pause = new PauseTransition(time);
    pause.setOnFinished(
        o -> {
          OffscreenBrowser target = browser;
          if (target != null) {
            target.repaint();
          }
        });
    return pause;
  }

  /// Gives the node a page to show. FX thread.
  void attach(OffscreenBrowser next, DevTools devTools) {
    detach();
    browser = next;
    pointer = new PointerInput(this, next);
    keys = new KeyInput(this, devTools);
  }

  /// Tells a new page what it missed while it was made: size and focus. FX thread.
  void welcome() {
    resizePage();
    focusPage(isFocused());
  }

  /// Takes the page away; the last picture stays. FX thread.
  void detach() {
    browser = null;
    settled.stop();
    if (pointer != null) {
      pointer.release();
      pointer = null;
    }
    if (keys != null) {
      keys.release();
      keys = null;
    }
    cursorType = java.awt.Cursor.DEFAULT_CURSOR;
    setCursor(null);
  }

  /// Pixels per unit of the window that it is in.
  double scale() {
    Scene scene = getScene();
    Window window = scene == null ? null : scene.getWindow();
    return window == null ? 1 : window.getOutputScaleX();
  }

  @Override
  public void paint(boolean ofPopup, ByteBuffer bgra, int width, int height) {
    long start = System.nanoTime();
    (ofPopup ? popup : page).frames().write(bgra, width, height);
    meter.painted(ofPopup, System.nanoTime() - start);
    awaitPulse();
  }

  @Override
  public void popupShown(boolean shown) {
    if (!shown) {
      popupBounds = null;
      awaitPulse();
    }
  }

  @Override
  public void popupMoved(Rectangle bounds) {
    popupBounds = new Rectangle(bounds);
    awaitPulse();
  }

  @Override
  public void cursor(int type) {
    cursorType = type;
    awaitPulse();
  }

  private void awaitPulse() {
    if (awaited.compareAndSet(false, true)) {
      Platform.requestNextPulse();
    }
  }

  private void pulse() {
    if (!awaited.compareAndSet(true, false)) {
      return;
    }
    long start = System.nanoTime();
    double scale = scale();
    if (page.update(scale)) {
      meter.shown(System.nanoTime() - start);
    }
    popup.update(scale);
    setCursor(Cursors.of(cursorType));
    Rectangle bounds = popupBounds;
    popup.view().setVisible(bounds != null);
    if (bounds != null) {
      popup.view().relocate(bounds.x, bounds.y);
    }
  }

  private void moveTo(@Nullable Scene was, @Nullable Scene is) {
    if (was != null) {
      was.removePreLayoutPulseListener(pulse);
      was.windowProperty().removeListener(windowChanged);
      moveTo(was.getWindow(), null);
    }
    if (is != null) {
      is.addPreLayoutPulseListener(pulse);
      is.windowProperty().addListener(windowChanged);
      moveTo(null, is.getWindow());
      awaited.set(true);
      Platform.requestNextPulse();
    }
  }

  private void moveTo(@Nullable Window was, @Nullable Window is) {
    if (was != null) {
      was.outputScaleXProperty().removeListener(geometry);
      was.xProperty().removeListener(geometry);
      was.yProperty().removeListener(geometry);
    }
    if (is != null) {
      is.outputScaleXProperty().addListener(geometry);
      is.xProperty().addListener(geometry);
      is.yProperty().addListener(geometry);
      resizePage();
    }
  }

  private void resizePage() {
    OffscreenBrowser target = browser;
    if (target == null || getScene() == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    target.resize((int) Math.ceil(getWidth()), (int) Math.ceil(getHeight()), scale());
    settled.playFromStart();
    var corner = localToScreen(0, 0);
    if (corner != null) {
      target.moved((int) corner.getX(), (int) corner.getY());
    }
  }

  private void focusPage(boolean focused) {
    OffscreenBrowser target = browser;
    if (target != null) {
      target.setFocus(focused);
    }
  }
}
