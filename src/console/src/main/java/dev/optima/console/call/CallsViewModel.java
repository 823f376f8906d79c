package dev.optima.console.call;

import dev.optima.console.client.CallsClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The page of calls: what is live, what is next, what became of the others, and the figures of the
/// week.
public final class CallsViewModel implements AutoCloseable {
  private final InstantSource clock;
  private final LiveCallsViewModel live;
  private final CallHistoryViewModel history;
  private final WeekFiguresViewModel figures;
  private final UpNextViewModel upNext;
  private final CallExportViewModel export;
  private final MissedRings rings;
  private final ReadOnlyObjectWrapper<Instant> now;
  private final ReadOnlyObjectWrapper<Instant> moment;
  private final Runnable unlisten;
  private boolean visible;

  /// What the page stands on.
  ///
  /// @param random from 0 to 1: consoles that hear the same do not ask at the same moment
  public record Ground(
      UserId me,
      CallsClient client,
      WeekFiguresViewModel.Source counts,
      MeetingFeed feed,
      Tasks tasks,
      ToastsViewModel toasts,
      InstantSource clock,
      ZoneId zone,
      DoubleSupplier random) {}

  /// @param seenAt when the page was last looked at
  public CallsViewModel(Ground ground, @Nullable Instant seenAt) {
    clock = ground.clock();
    Tasks tasks = ground.tasks();
    ZoneId zone = ground.zone();
    live = new LiveCallsViewModel(ground.me(), ground.client(), tasks, clock);
    history = new CallHistoryViewModel(ground.client(), tasks, clock, zone, ground.random());
    figures = new WeekFiguresViewModel(ground.counts(), tasks, clock, zone, ground.random());
    upNext = new UpNextViewModel(ground.me(), ground.feed(), clock, zone);
    export = new CallExportViewModel(ground.client(), history, tasks, ground.toasts(), zone);
    rings = new MissedRings(ground.me(), ground.client(), tasks, clock, seenAt);
    now = new ReadOnlyObjectWrapper<>(clock.instant());
    moment = new ReadOnlyObjectWrapper<>(clock.instant());
    live.listen(this::ended);
    unlisten = ground.feed().listen(_ -> figures.changed());
  }

  private void ended(LiveCall over) {
    figures.changed();
    if (visible) {
      history.ended(over.call().callId());
    }
  }

  /// Whether the page is before the recruiter's eyes; then its missed calls are seen.
  public void show(boolean shown) {
    boolean came = shown && !visible;
    visible = shown;
    rings.show(shown);
    if (came) {
      now.set(clock.instant());
      upNext.follow();
      figures.load();
      live.retry();
      if (history.rows().isEmpty()) {
        history.load();
      } else {
        history.renew();
      }
    }
  }

  public void on(SignalEvent event) {
    live.on(event);
    rings.on(event);
    if (visible && event instanceof SignalEvent.Received(ServerMessage.Welcome _)) {
      history.renew();
      figures.load();
    }
  }

  public void tick(Instant at) {
    live.tick(at);
    if (!visible) {
      return;
    }
    history.tick(at);
    figures.tick(at);
    upNext.tick(at);
    moment.set(at);
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    if (!second.equals(now.get())) {
      now.set(second);
    }
  }

  public LiveCallsViewModel live() {
    return live;
  }

  public CallHistoryViewModel history() {
    return history;
  }

  public WeekFiguresViewModel figures() {
    return figures;
  }

  public UpNextViewModel upNext() {
    return upNext;
  }

  public CallExportViewModel export() {
    return export;
  }

  /// One's own rings that nobody answered and that came to nothing since.
  public ObservableList<CallSnapshot> toCallBack() {
    return rings.toCallBack();
  }

  /// One's own rings that nobody answered, since the page was last looked at.
  public ReadOnlyLongProperty missed() {
    return rings.unseen();
  }

  /// The backend's time, by the second, while the page is shown.
  public ReadOnlyObjectProperty<Instant> now() {
    return now.getReadOnlyProperty();
  }

  /// The backend's time at each tick, while the page is shown: a length goes on within a second, at
  /// a moment of its own.
  public ReadOnlyObjectProperty<Instant> moment() {
    return moment.getReadOnlyProperty();
  }

  public Instant seenAt() {
    return rings.seenAt();
  }

  @Override
  public void close() {
    unlisten.run();
    upNext.close();
  }
}
