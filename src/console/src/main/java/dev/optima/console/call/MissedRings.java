package dev.optima.console.call;

import dev.optima.console.client.CallQuery;
import dev.optima.console.client.CallsClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Diff;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CallPage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One's own rings that nobody answered: those to try again, and how many came since somebody
/// looked. Looks at the newest calls of the whole team, whatever the history is narrowed to.
final class MissedRings {
  private static final int NEWEST = 100;

  private final UserId me;
  private final CallsClient client;
  private final Tasks tasks;
  private final InstantSource clock;
  private final Map<CallId, CallSnapshot> known = new HashMap<>();
  private final ObservableList<CallSnapshot> toCallBack = FXCollections.observableArrayList();
  private final ReadOnlyLongWrapper unseen = new ReadOnlyLongWrapper();
  private Instant seenAt;
  private boolean seen;

  /// @param seenAt when they were last looked at
  MissedRings(
      UserId me, CallsClient client, Tasks tasks, InstantSource clock, @Nullable Instant seenAt) {
    this.me = me;
    this.client = client;
    this.tasks = tasks;
    this.clock = clock;
    this.seenAt = seenAt == null ? clock.instant() : seenAt;
  }

  private void load() {
    CallQuery newest = CallQuery.newest(List.of(), NEWEST);
    tasks.run(() -> client.page(newest), this::took, _ -> {});
  }

  private void took(CallPage page) {
    page.calls().forEach(row -> learn(row.call()));
    publish();
  }

  private void learn(CallSnapshot call) {
    CallSnapshot old = known.get(call.callId());
    if (old == null || old.version() < call.version()) {
      known.put(call.callId(), call);
    }
  }

  void on(SignalEvent event) {
    if (!(event instanceof SignalEvent.Received(ServerMessage message))) {
      return;
    }
    switch (message) {
      case ServerMessage.Welcome _ -> load();
      case ServerMessage.TeamCall team -> heard(team.live().call());
      case ServerMessage.VideoCallEnded ended -> heard(ended.call());
      default -> {}
    }
  }

  private void heard(CallSnapshot call) {
    CallSnapshot old = known.get(call.callId());
    if (old == null || old.state() != call.state()) {
      learn(call);
      publish();
    }
  }

  /// Whether they are before the recruiter's eyes.
  void show(boolean shown) {
    seen = shown;
    publish();
  }

  private void publish() {
    List<CallSnapshot> newest =
        known.values().stream()
            .sorted(Comparator.comparing(CallSnapshot::createdAt).reversed())
            .toList();
    Diff.apply(toCallBack, CallBacks.of(newest, me, clock.instant()));
    if (seen) {
      seenAt = clock.instant();
    }
    unseen.set(newest.stream().filter(this::isUnseen).count());
  }

  private boolean isUnseen(CallSnapshot call) {
    return call.state() == CallState.MISSED
        && call.callerId().equals(me)
        && call.endedAt() != null
        && call.endedAt().isAfter(seenAt);
  }

  /// Those that came to nothing since.
  ObservableList<CallSnapshot> toCallBack() {
    return toCallBack;
  }

  ReadOnlyLongProperty unseen() {
    return unseen.getReadOnlyProperty();
  }

  Instant seenAt() {
    return seenAt;
  }
}
