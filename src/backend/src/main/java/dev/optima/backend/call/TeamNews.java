package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.ServerMessage.TeamCall;
import dev.optima.protocol.rest.LiveCalls;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Tells the team of every live call: when it is new, different or over, when its recording or
/// waiting room changes, and how well its sides receive each other. What was told last is kept, so
/// that nothing is told twice, and so that changed bars ask no database.
public final class TeamNews {
  private static final int MOST_KNOWN = 50_000;

  private final Database database;
  private final CallStore calls;
  private final LiveCallStore store = new LiveCallStore();
  private final MessageBus bus;
  private final InstantSource clock;
  private final LiveQuality quality = new LiveQuality();
  private final ConcurrentMap<CallId, ToldCall> told = new ConcurrentHashMap<>();

  TeamNews(Database database, CallStore calls, MessageBus bus, InstantSource clock) {
    this.database = database;
    this.calls = calls;
    this.bus = bus;
    this.clock = clock;
    bus.subscribe(Subject.TEAM, this::heard);
  }

  /// Every call that is not over, for somebody of the team who begins to watch.
  public LiveCalls live(Identity who) {
    if (!who.isTeam() || who.callId() != null) {
      throw Refusal.forbidden("this is for recruiters");
    }
    Instant now = now(); // before the look: whatever is told from now on is newer
    List<LiveCall> live =
        database.read(tx -> store.all(tx, now)).stream()
            .map(call -> ToldCall.with(call, now, quality.of(call.call(), now)))
            .toList();
    return new LiveCalls(now, live);
  }

  /// A call was stored; told once that is durable.
  void stored(Tx tx, StoredCall call) throws SQLException {
    LiveCall fresh = store.of(tx, call, now());
    tx.afterCommit(() -> tell(fresh));
  }

  /// Something about a call changed that is no state of it: whether it is recorded.
  public void changed(Tx tx, CallId id) throws SQLException {
    Optional<StoredCall> call = calls.find(tx, id);
    if (call.isPresent() && !call.get().session().state().isTerminal()) {
      stored(tx, call.get());
    }
  }

  /// Something about a meeting changed: whether the applicant waits at its door.
  public void meetingChanged(Tx tx, MeetingId meeting) throws SQLException {
    Optional<CallId> call = store.ofMeeting(tx, meeting);
    if (call.isPresent()) {
      changed(tx, call.get());
    }
  }

  /// Somebody in a call measured how well they receive the others. Returns at once.
  public void measured(CallId call, UserId user, int bars, Instant at) {
    quality.measured(call, user, bars, at);
    ToldCall known = told.get(call);
    if (known != null) {
      known.renew();
    }
  }

  /// Tells what had to wait, and of those who measure nothing any more. Once a second.
  public void round() {
    for (CallId call : quality.calls()) {
      if (!told.containsKey(call)) {
        learn(call);
      }
    }
    told.values().forEach(ToldCall::renew);
    quality.tidy(now());
  }

  /// A call that was live when this node started, and has not changed since.
  private void learn(CallId id) {
    database.<Boolean>read(
        tx -> {
          Optional<StoredCall> call = calls.find(tx, id);
          if (call.isEmpty() || call.get().session().state().isTerminal()) {
            quality.forget(id);
            return false;
          }
          known(id).learn(store.of(tx, call.get(), now()));
          return true;
        });
  }

  private void tell(LiveCall fresh) {
    CallId id = fresh.call().callId();
    known(id).tell(fresh);
    if (fresh.call().state().isTerminal()) {
      forget(id);
    }
  }

  /// What another node told.
  private void heard(Parcel parcel) {
    if (parcel instanceof Parcel.Event event
        && event.message().message() instanceof TeamCall(LiveCall live)) {
      CallId id = live.call().callId();
      if (known(id).heard(live)) {
        quality.heard(id, live.quality());
      }
      if (live.call().state().isTerminal()) {
        forget(id);
      }
    }
  }

  private ToldCall known(CallId id) {
    if (told.size() >= MOST_KNOWN) {
      told.clear();
    }
    return told.computeIfAbsent(id, call -> new ToldCall(this));
  }

  private void forget(CallId id) {
    told.remove(id);
    quality.forget(id);
  }

  LiveQuality quality() {
    return quality;
  }

  void publish(LiveCall live) {
    bus.publish(Subject.TEAM, Parcel.Event.main(new TeamCall(live)));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
