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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;

/// Tells the team of every live call: when it is new, different or over, when its recording or
/// waiting room changes, and how well its sides receive each other. What was told last is kept, so
/// that nothing is told twice, and so that changed bars ask no database.
public final class TeamNews {
  private static final int MOST_KNOWN = 50_000;

  /// For so long nothing is believed of a call that is over; what is later is no live one's.
  private static final Duration ENDED = Duration.ofMinutes(1);

  private final Database database;
  private final CallStore calls;
  private final LiveCallStore store = new LiveCallStore();
  private final MessageBus bus;
  private final InstantSource clock;
  private final LiveQuality quality = new LiveQuality();
  private final ConcurrentMap<CallId, ToldCall> told = new ConcurrentHashMap<>();
  private final ConcurrentMap<CallId, Instant> ended = new ConcurrentHashMap<>();
  private final LiveTruth truth = new LiveTruth(this);
  private final BooleanSupplier watched;

  /// @param watched whether somebody of the team is here
  TeamNews(
      Database database,
      CallStore calls,
      MessageBus bus,
      BooleanSupplier watched,
      InstantSource clock) {
    this.database = database;
    this.calls = calls;
    this.bus = bus;
    this.watched = watched;
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
        readAll().stream()
            .map(call -> ToldCall.with(call, now, quality.of(call.call(), now)))
            .toList();
    return new LiveCalls(now, live);
  }

  /// A call was stored; told once that is durable.
  void stored(Tx tx, StoredCall call) throws SQLException {
    LiveCall fresh = store.of(tx, call, now());
    tx.afterCommit(() -> tell(fresh));
  }

  /// Something about a call changed that is no state of it: whether it is recorded. A transition of
  /// it may be stored at the same time, so it is looked at again after the commit.
  public void changed(Tx tx, CallId id) throws SQLException {
    Optional<StoredCall> call = calls.find(tx, id);
    if (call.isPresent() && !call.get().session().state().isTerminal()) {
      stored(tx, call.get());
      tx.afterCommit(() -> truth.doubt(id));
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
    if (ended.containsKey(call)) {
      return;
    }
    quality.measured(call, user, bars, at);
    renew(call);
  }

  private void renew(CallId id) {
    ToldCall known = told.get(id);
    if (known != null) {
      known.renew();
    }
  }

  /// Tells what had to wait or was lost, and of those who measure nothing any more. Once a second;
  /// what asks the database comes last, since that may be away.
  public void round() {
    told.values().forEach(ToldCall::renew);
    Instant now = now();
    quality.tidy(now);
    ended.values().removeIf(at -> at.plus(ENDED).isBefore(now));
    truth.round();
  }

  /// Calls that were live when this node started, and have not changed since.
  void learnMeasured() {
    quality.calls().stream().filter(id -> !told.containsKey(id)).forEach(this::learn);
  }

  private void learn(CallId id) {
    Optional<LiveCall> call = read(id).filter(TeamNews::isLive);
    call.ifPresentOrElse(this::learn, () -> quality.forget(id));
    renew(id);
  }

  void learn(LiveCall fresh) {
    known(fresh).ifPresent(call -> call.learn(fresh));
  }

  private void tell(LiveCall fresh) {
    boolean sure = known(fresh).map(call -> call.tell(fresh)).orElse(true);
    if (!sure) {
      truth.doubt(fresh.call().callId());
    }
  }

  /// Reads a call again and tells what did not arrive.
  ///
  /// @return false if something was told meanwhile
  boolean check(CallId id) {
    ToldCall call = told.get(id);
    if (call == null) {
      return true;
    }
    long mark = call.mark();
    Optional<LiveCall> fresh = read(id);
    if (fresh.isEmpty()) {
      forget(id);
    }
    return fresh.isEmpty() || call.correct(fresh.get(), mark);
  }

  void correct(LiveCall fresh, long mark) {
    known(fresh).ifPresent(call -> call.correct(fresh, mark));
  }

  /// What a node told, this one too: only what comes back has arrived.
  private void heard(Parcel parcel) {
    if (parcel instanceof Parcel.Event event
        && event.message().message() instanceof TeamCall(LiveCall live)) {
      CallId id = live.call().callId();
      if (known(live).filter(call -> call.heard(live)).isPresent()) {
        quality.heard(id, live.quality(), now());
      }
      if (!isLive(live)) {
        forget(id);
      }
    }
  }

  /// Empty for one that is over, of which news may still come late.
  private Optional<ToldCall> known(LiveCall live) {
    if (told.size() >= MOST_KNOWN) {
      told.clear();
    }
    CallId id = live.call().callId();
    return ended.containsKey(id)
        ? Optional.empty()
        : Optional.of(told.computeIfAbsent(id, call -> new ToldCall(this)));
  }

  private void forget(CallId id) {
    ended.put(id, now());
    told.remove(id);
    quality.forget(id);
  }

  private static boolean isLive(LiveCall live) {
    return !live.call().state().isTerminal();
  }

  /// The marks of all calls of which something was told.
  Map<CallId, Long> marks() {
    var marks = new HashMap<CallId, Long>();
    told.forEach((id, call) -> marks.put(id, call.mark()));
    return marks;
  }

  List<LiveCall> readAll() {
    return database.read(tx -> store.all(tx, now()));
  }

  private Optional<LiveCall> read(CallId id) {
    return database.read(
        tx -> {
          Optional<StoredCall> call = calls.find(tx, id);
          return call.isEmpty() ? Optional.empty() : Optional.of(store.of(tx, call.get(), now()));
        });
  }

  /// Forgets bars that a node told which died since.
  void checkBars(CallId id) {
    Instant now = now();
    Instant since = now.minus(LiveQuality.IDLE);
    quality.keep(id, Set.copyOf(database.read(tx -> store.measuring(tx, id, since))), now);
    renew(id);
  }

  boolean isWatched() {
    return watched.getAsBoolean();
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
