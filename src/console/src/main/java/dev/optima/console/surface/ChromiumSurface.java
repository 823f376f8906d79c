package dev.optima.console.surface;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The call in the console's own window: Chromium draws off-screen into a node of the scene.
public final class ChromiumSurface implements CallSurface {
  private final ChromiumEngine engine;
  private final Executor fx;
  private final Region view = new Region();
  private final AtomicBoolean opened = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile @Nullable Consumer<SurfaceEvent> listener;

  ChromiumSurface(ChromiumEngine engine, Executor fx) {
    this.engine = engine;
    this.fx = fx;
  }

  /// The picture. It takes the size it is given, and may be moved to another window and back while
  /// the call goes on.
  public Node node() {
    return view;
  }

  @Override
  public void open(CallTarget target, Consumer<SurfaceEvent> events) {
    if (!opened.compareAndSet(false, true)) {
      throw new IllegalStateException("opened before");
    }
    listener = events;
    var unused =
        engine
            .start()
            .whenComplete(
                (app, failure) -> {
                  if (failure != null) {
                    tell(new SurfaceEvent.Unavailable());
                    close();
                  }
                });
  }

  @Override
  public void send(PageCommand command) {}

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      tell(new SurfaceEvent.Closed());
    }
  }

  private void tell(SurfaceEvent event) {
    Consumer<SurfaceEvent> to = listener;
    if (to != null) {
      fx.execute(() -> to.accept(event));
    }
  }
}
