package dev.optima.console.call;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.CallQuery;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Diff;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CallPage;
import dev.optima.protocol.rest.CallRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The team's calls: those that are live, and what became of the others.
public final class CallsViewModel {
  private static final int PAGE = 50;

  /// How often colleagues' live calls are asked for while the page is shown: no event tells of
  /// them.
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final UserId me;
  private final ApiClient api;
  private final Tasks tasks;
  private final InstantSource clock;
  private final Map<CallId, CallLength> known = new HashMap<>();
  private final ObservableList<CallSnapshot> live = FXCollections.observableArrayList();
  private final ObservableList<CallSnapshot> history = FXCollections.observableArrayList();
  private final ObservableList<CallSnapshot> toCallBack = FXCollections.observableArrayList();
  private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper missed = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
  private Instant seenAt;
  private Instant askAt = Instant.EPOCH;
  private @Nullable String next;
  private boolean visible;

  /// Which calls of the history are shown.
  public enum Filter {
    ALL,
    MISSED,
    REJECTED,
    MINE
  }

  /// @param seenAt when the page was last looked at
  public CallsViewModel(
      UserId me, ApiClient api, Tasks tasks, InstantSource clock, @Nullable Instant seenAt) {
    this.me = me;
    this.api = api;
    this.tasks = tasks;
    this.clock = clock;
    this.seenAt = seenAt == null ? clock.instant() : seenAt;
    filter.addListener(
        (_, _, _) -> {
          publish();
          load();
        });
  }

  /// Asks for the first page.
  public void load() {
    loading.set(true);
    askAt = clock.instant().plus(AGAIN);
    Filter asked = filter.get();
    tasks.run(
        () -> api.callRecords().page(query(asked)), page -> took(page, asked, true), this::failed);
  }

  /// Asks for the next page.
  public void more() {
    String before = next;
    if (before == null || loading.get()) {
      return;
    }
    loading.set(true);
    Filter asked = filter.get();
    tasks.run(
        () -> api.callRecords().page(query(asked).before(before)),
        page -> took(page, asked, false),
        this::failed);
  }

  private CallQuery query(Filter asked) {
    HistoryFilter wanted =
        switch (asked) {
          case ALL -> HistoryFilter.ALL;
          case MISSED -> HistoryFilter.ALL.outcomes(CallOutcome.NO_ANSWER, CallOutcome.OFFLINE);
          case REJECTED -> HistoryFilter.ALL.outcomes(CallOutcome.REJECTED);
          case MINE -> HistoryFilter.ALL.people(List.of(new HistoryFilter.Person(me, "")));
        };
    List<CallQuery.Term> terms =
        wanted.terms(ZoneOffset.UTC).stream().filter(it -> !it.name().equals("state")).toList();
    return CallQuery.newest(terms, PAGE);
  }

  private void took(CallPage page, Filter asked, boolean first) {
    loading.set(false);
    problem.set(null);
    if (asked == filter.get() && (!first || next == null || history.size() <= PAGE)) {
      next = page.next();
      hasMore.set(next != null);
    }
    if (first && asked == Filter.ALL) {
      forgetGone(page.calls().stream().map(CallRow::call).toList());
    }
    page.calls().forEach(row -> learn(row.call()));
    publish();
  }

  /// A call that was live and is not among the newest any more has ended; the next page tells how.
  private void forgetGone(List<CallSnapshot> newest) {
    known
        .values()
        .removeIf(
            old ->
                !old.call().state().isTerminal()
                    && newest.stream().noneMatch(c -> c.callId().equals(old.call().callId())));
  }

  private void failed(Exception failure) {
    loading.set(false);
    problem.set(ApiFailures.explain(failure));
  }

  private void learn(CallSnapshot call) {
    CallLength old = known.get(call.callId());
    if (old == null || old.call().version() < call.version()) {
      known.put(call.callId(), new CallLength(call, clock.instant()));
    }
  }

  /// Whether the page is before the recruiter's eyes; then its missed calls are seen.
  public void show(boolean shown) {
    visible = shown;
    if (shown) {
      seenAt = clock.instant();
      load();
      publish();
    }
  }

  public void on(SignalEvent event) {
    if (!(event instanceof SignalEvent.Received(ServerMessage message))) {
      return;
    }
    switch (message) {
      case ServerMessage.Welcome welcome -> {
        welcome.liveCalls().forEach(this::learn);
        load();
      }
      case ServerMessage.VideoCallRinging ringing -> learn(ringing.call());
      case ServerMessage.VideoCallReady ready -> learn(ready.call());
      case ServerMessage.VideoCallStarted started -> learn(started.call());
      case ServerMessage.VideoCallReconnecting lost -> learn(lost.call());
      case ServerMessage.VideoCallEnded ended -> learn(ended.call());
      case ServerMessage.ChatMessage chat -> {
        if (chat.entry().call() == null) {
          return;
        }
        learn(chat.entry().call());
      }
      default -> {
        return;
      }
    }
    publish();
  }

  public void tick(Instant at) {
    if (visible) {
      now.set(at);
      if (at.isAfter(askAt) && !loading.get()) {
        load();
      }
    }
  }

  private void publish() {
    List<CallSnapshot> newest =
        known.values().stream()
            .map(CallLength::call)
            .sorted(Comparator.comparing(CallSnapshot::createdAt).reversed())
            .toList();
    Diff.apply(live, newest.stream().filter(call -> !call.state().isTerminal()).toList());
    Diff.apply(
        history,
        newest.stream().filter(call -> call.state().isTerminal()).filter(this::fits).toList());
    Diff.apply(toCallBack, CallBacks.of(newest, me, clock.instant()));
    if (visible) {
      seenAt = clock.instant();
    }
    missed.set(newest.stream().filter(this::isMissed).count());
  }

  private boolean isMissed(CallSnapshot call) {
    return call.state() == CallState.MISSED
        && call.callerId().equals(me)
        && call.endedAt() != null
        && call.endedAt().isAfter(seenAt);
  }

  private boolean fits(CallSnapshot call) {
    return switch (filter.get()) {
      case ALL -> true;
      case MISSED -> call.state() == CallState.MISSED;
      case REJECTED -> call.state() == CallState.REJECTED;
      case MINE -> isMine(call);
    };
  }

  /// Whether one is in this call.
  public boolean isMine(CallSnapshot call) {
    return call.participants().stream().anyMatch(p -> p.userId().equals(me));
  }

  /// How long a call has been going.
  public Duration length(CallSnapshot call) {
    CallLength length = known.get(call.callId());
    return length == null ? Duration.ofSeconds(call.duration()) : length.at(clock.instant());
  }

  public ObservableList<CallSnapshot> live() {
    return live;
  }

  public ObservableList<CallSnapshot> history() {
    return history;
  }

  /// One's own rings that nobody answered and that came to nothing since.
  public ObservableList<CallSnapshot> toCallBack() {
    return toCallBack;
  }

  public ObjectProperty<Filter> filter() {
    return filter;
  }

  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty hasMore() {
    return hasMore.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /// One's own rings that nobody answered, since the page was last looked at.
  public ReadOnlyLongProperty missed() {
    return missed.getReadOnlyProperty();
  }

  /// The backend's time, ticking while the page is shown.
  public ReadOnlyObjectProperty<Instant> now() {
    return now.getReadOnlyProperty();
  }

  public Instant seenAt() {
    return seenAt;
  }
}
