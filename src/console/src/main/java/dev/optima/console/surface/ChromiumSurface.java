package dev.optima.console.surface;

import dev.optima.console.surface.SurfaceEvent.FromPage;
import dev.optima.protocol.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.cef.CefApp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The call in the console's own window: Chromium draws off-screen into a node of the scene.
public final class ChromiumSurface implements CallSurface {
  private static final Logger LOG = LoggerFactory.getLogger(ChromiumSurface.class);
  private static final int CLOSE_MILLIS = 3_000;
  private static final int BREATH_MILLIS = 500;

  /// Who crashes twice within it will crash again.
  private static final Duration CALM = Duration.ofMinutes(1);

  /// More often than that a frame is not listened to.
  private static final Duration PACE = Duration.ofSeconds(1);

  private final ChromiumEngine engine;
  private final Executor fx;
  private final FrameMeter meter = new FrameMeter();
  private final ChromiumView view;
  private final InstantSource clock = InstantSource.system();
  private final ScreenGrant screen = new ScreenGrant(clock);
  private final AtomicBoolean opened = new AtomicBoolean();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Consumer<SurfaceEvent> listener = ChromiumSurface::ignore;

  // The AWT thread only.
  private final List<PageCommand> waiting = new ArrayList<>();
  private @Nullable CallTarget target;
  private @Nullable ChromiumPage page;
  private boolean talking;
  private boolean unreachable;
  private Instant lastCrash = Instant.MIN;
  private Instant lastReading = Instant.MIN;
  private boolean closing;

  ChromiumSurface(ChromiumEngine engine, Executor fx) {
    this.engine = engine;
    this.fx = fx;
    this.view = new ChromiumView(meter);
  }

  /// The picture. It takes the size it is given, and may be moved to another window and back while
  /// the call goes on.
  public Node node() {
    return view;
  }

  /// What was drawn so far.
  FrameMeter.Count frames() {
    return meter.count();
  }

  @Override
  public void open(CallTarget call, Consumer<SurfaceEvent> events) {
    if (!opened.compareAndSet(false, true)) {
      throw new IllegalStateException("opened before");
    }
    listener = events;
    var watching = engine.watch(fraction -> tell(new SurfaceEvent.Preparing(fraction)));
    var _ =
        engine
            .start()
            .whenComplete(
                (app, failure) -> {
                  watching.close();
                  SwingUtilities.invokeLater(() -> begin(app, failure, call));
                });
  }

  @Override
  public void send(PageCommand command) {
    SwingUtilities.invokeLater(
        () -> {
          if (command instanceof PageCommand.Retry && unreachable) {
            load();
          } else if (talking) {
            pass(command);
          } else if (command.keeps()) {
            waiting.add(command);
          }
        });
  }

  @Override
  public void part() {
    fx.execute(view::detach);
    SwingUtilities.invokeLater(
        () -> {
          if (page == null || target == null || !target.isElsewhere()) {
            end();
          } else {
            after((int) PARTING.toMillis(), this::end);
          }
        });
  }

  @Override
  public void close() {
    SwingUtilities.invokeLater(this::end);
  }

  private void begin(@Nullable CefApp app, @Nullable Throwable failure, CallTarget call) {
    if (closing) {
      return;
    }
    if (app == null) {
      LOG.warn("there is no Chromium for this call", failure);
      tell(new SurfaceEvent.Unavailable());
      tellClosed();
      return;
    }
    target = call;
    show(app, call);
  }

  private void show(CefApp app, CallTarget call) {
    talking = false;
    Events events = new Events(app, call);
    ChromiumPage next =
        new ChromiumPage(app, call.providers(), new Fence(call), screen, view, events);
    events.of = next;
    page = next;
    next.create();
    fx.execute(() -> view.attach(next.browser(), next.devTools()));
  }

  private void load() {
    if (page != null && target != null && !closing) {
      unreachable = false;
      page.load(target.hostedUrl().toString());
    }
  }

  private void pass(PageCommand command) {
    ChromiumPage to = page;
    if (to == null) {
      return;
    }
    if (command instanceof PageCommand.Screen share) {
      if (share.on()) {
        screen.give();
      } else {
        screen.withdraw();
      }
    }
    boolean asUser = !(command instanceof PageCommand.FrameStats);
    to.run("window.optimaCall?.command(" + Json.write(command) + ")", asUser);
  }

  private void heard(FromPage message) {
    if (!talking) {
      talking = true;
      waiting.forEach(this::pass);
      waiting.clear();
    }
    tell(message);
  }

  private void crashed(CefApp app, CallTarget call) {
    Instant now = clock.instant();
    boolean retry = lastCrash.isBefore(now.minus(CALM));
    lastCrash = now;
    tell(new SurfaceEvent.Crashed(retry));
    ChromiumPage dead = page;
    if (retry) {
      page = null;
      if (dead != null) {
        dead.close();
      }
      // Whatever killed it may be killing its sisters: a page made at once could be born into one
      // of them.
      after(
          BREATH_MILLIS,
          () -> {
            if (!closing) {
              show(app, call);
            }
          });
    } else {
      end();
    }
  }

  private void end() {
    if (closing) {
      return;
    }
    closing = true;
    fx.execute(view::detach);
    if (page == null) {
      tellClosed();
      return;
    }
    page.close();
    after(CLOSE_MILLIS, this::tellClosed);
  }

  private static void after(int millis, Runnable what) {
    Timer timer = new Timer(millis, tick -> what.run());
    timer.setRepeats(false);
    timer.start();
  }

  private void tellClosed() {
    if (over.compareAndSet(false, true)) {
      tell(new SurfaceEvent.Closed());
      listener = ChromiumSurface::ignore;
    }
  }

  private static void ignore(SurfaceEvent event) {
    // Nobody listens before it is opened and after it was closed.
  }

  private void tell(SurfaceEvent event) {
    Consumer<SurfaceEvent> to = listener;
    fx.execute(() -> to.accept(event));
  }

  /// What the page does, heard on the AWT thread and only while the page is the one shown.
  private final class Events implements ChromiumPage.Listener {
    private final CefApp app;
    private final CallTarget call;
    private @Nullable ChromiumPage of;

    Events(CefApp app, CallTarget call) {
      this.app = app;
      this.call = call;
    }

    @Override
    public void guarded() {
      later(ChromiumSurface.this::load);
    }

    @Override
    public void loaded() {
      fx.execute(view::welcome);
      later(() -> tell(new SurfaceEvent.Loaded()));
    }

    @Override
    public void unreachable(String code) {
      later(
          () -> {
            unreachable = true;
            tell(new SurfaceEvent.Unreachable(code));
          });
    }

    @Override
    public void said(FromPage message) {
      later(() -> heard(message));
    }

    @Override
    public void measured(FrameReading reading) {
      later(
          () -> {
            Instant now = clock.instant();
            if (talking && lastReading.isBefore(now.minus(PACE))) {
              lastReading = now;
              pass(new PageCommand.FrameStats(reading));
            }
          });
    }

    @Override
    public void crashed() {
      later(() -> ChromiumSurface.this.crashed(app, call));
    }

    @Override
    public void focusLeft(boolean forward) {
      fx.execute(
          () ->
              view.requestFocusTraversal(
                  forward ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS));
    }

    @Override
    public void closed() {
      SwingUtilities.invokeLater(
          () -> {
            if (page == of) {
              page = null;
              closing = true;
              tellClosed();
            }
          });
    }

    private void later(Runnable what) {
      SwingUtilities.invokeLater(
          () -> {
            if (page == of && !closing) {
              what.run();
            }
          });
    }
  }
}
