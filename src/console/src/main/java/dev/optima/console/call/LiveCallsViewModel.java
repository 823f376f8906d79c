package dev.optima.console.call;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.CallsClient;
import dev.optima.console.client.ConnectionState;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Diff;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.LiveCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Every call of the team that is not over: asked for after each connection until there is an
/// answer, and followed by what the backend tells from then on.
public final class LiveCallsViewModel {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final UserId me;
  private final CallsClient client;
  private final Tasks tasks;
  private final InstantSource clock;
  private final Map<CallId, LiveCall> known = new HashMap<>();
  private final Set<CallId> over = new HashSet<>();
  private final LiveLengths lengths = new LiveLengths();
  private final ObservableList<LiveCall> calls = FXCollections.observableArrayList();
  private final List<Consumer<LiveCall>> endings = new ArrayList<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);

  /// What was told since the last question: newer than its answer may be.
  private final Set<CallId> told = new HashSet<>();

  private int question;
  private Duration pause = FIRST_PAUSE;
  private @Nullable Instant askAgainAt;

  LiveCallsViewModel(UserId me, CallsClient client, Tasks tasks, InstantSource clock) {
    this.me = me;
    this.client = client;
    this.tasks = tasks;
    this.clock = clock;
  }

  /// Asks for all of them.
  private void load() {
    over.clear();
    told.clear();
    askAgainAt = null;
    question++;
    int asked = question;
    tasks.run(
        client::live,
        answer -> {
          if (asked == question) {
            answered(answer);
          }
        },
        failure -> {
          if (asked == question) {
            failed(failure);
          }
        });
  }

  private void failed(Exception failure) {
    askAgainAt = clock.instant().plus(pause);
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    problem.set(ApiFailures.explain(failure));
  }

  /// Asks again at once, if the last question was not answered.
  public void retry() {
    if (askAgainAt != null) {
      load();
    }
  }

  void tick(Instant now) {
    if (askAgainAt != null && !now.isBefore(askAgainAt)) {
      load();
    }
  }

  private void answered(LiveCalls answer) {
    Set<CallId> there = new HashSet<>();
    answer.calls().forEach(live -> there.add(live.call().callId()));
    // the answer may have been written before what was told since the question
    known.keySet().removeIf(id -> !there.contains(id) && !told.contains(id));
    answer.calls().forEach(this::learn);
    pause = FIRST_PAUSE;
    problem.set(null);
    loaded.set(true);
    following.set(true);
    publish();
  }

  void on(SignalEvent event) {
    if (event instanceof SignalEvent.Connection(ConnectionState state)
        && !(state instanceof ConnectionState.Online)) {
      lost();
    }
    if (event instanceof SignalEvent.Received(ServerMessage message)) {
      switch (message) {
        case ServerMessage.Welcome _ -> {
          pause = FIRST_PAUSE;
          load();
        }
        case ServerMessage.TeamCall(LiveCall live) -> {
          told.add(live.call().callId());
          learn(live);
          publish();
        }
        default -> {}
      }
    }
  }

  /// Nothing is asked until there is a connection again.
  private void lost() {
    following.set(false);
    question++;
    askAgainAt = null;
    problem.set(null);
  }

  private void learn(LiveCall live) {
    CallId id = live.call().callId();
    if (over.contains(id)) {
      return;
    }
    if (live.call().state().isTerminal()) {
      over.add(id);
      known.remove(id);
      endings.forEach(listener -> listener.accept(live));
      return;
    }
    LiveCall old = known.get(id);
    if (old == null || live.isNewerThan(old)) {
      known.put(id, live);
    }
  }

  private void publish() {
    lengths.retain(known.keySet());
    Diff.apply(
        calls,
        known.values().stream()
            .sorted(
                Comparator.comparing((LiveCall live) -> !isMine(live.call()))
                    .thenComparing(live -> live.call().createdAt())
                    .thenComparing(live -> live.call().callId().value()))
            .toList());
  }

  /// Hears of every call that ends.
  void listen(Consumer<LiveCall> ended) {
    endings.add(ended);
  }

  /// Whether one is in this call, and has not left it.
  public boolean isMine(CallSnapshot call) {
    return call.participants().stream()
        .anyMatch(person -> person.userId().equals(me) && person.leftAt() == null);
  }

  /// Oneself.
  public UserId me() {
    return me;
  }

  /// How long both sides have been together.
  public Duration length(LiveCall live) {
    return lengths.length(live, clock.instant());
  }

  /// How long it has rung.
  public Duration rung(LiveCall live) {
    return LiveLengths.rung(live.call(), clock.instant());
  }

  /// One's own first, then those that began earliest.
  public ObservableList<LiveCall> calls() {
    return calls;
  }

  /// Whether the backend has answered once.
  public ReadOnlyBooleanProperty loaded() {
    return loaded.getReadOnlyProperty();
  }

  /// Whether changes are told: not while there is no connection.
  public ReadOnlyBooleanProperty following() {
    return following.getReadOnlyProperty();
  }

  /// Why the last question was not answered; null if it was.
  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
