package dev.optima.console.call;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.ConnectionState;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.client.SignalingClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.call.CallEvent;
import dev.optima.protocol.call.CallMachine;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.CallTimers;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One's own calling: from the press of *Video call* to the end, as the backend says it goes.
public final class CallViewModel {
  private static final LocalTime DAY_BEGINS = LocalTime.of(8, 0);
  private static final LocalTime DAY_ENDS = LocalTime.of(20, 0);

  /// How long after the deadline the console waits for the backend to say that the ring is over.
  private static final Duration DEADLINE_SLACK = Duration.ofMillis(1500);

  private final UserId me;
  private final ApiClient api;
  private final SignalingClient signals;
  private final Tasks tasks;
  private final InstantSource clock;
  private final StageViewModel stage;
  private final CallNotices notices;
  private final LineWatch watch;
  private final HangUp hangUp;
  private final CallClocks clocks = new CallClocks();
  private final CallMachine machine = new CallMachine(CallTimers.DEFAULT);

  private final ReadOnlyObjectWrapper<CallPhase> phase =
      new ReadOnlyObjectWrapper<>(new CallPhase.Idle());
  private final ReadOnlyObjectWrapper<@Nullable CallNotice> notice = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Callee> hoursQuestion =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable CallSnapshot> returnable =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper online = new ReadOnlyBooleanWrapper();
  private final NoticeTime noticeTime;
  private @Nullable CallId openedHere;
  private @Nullable CallId over;

  /// @param clock the backend's
  public CallViewModel(
      UserId me,
      ApiClient api,
      SignalingClient signals,
      Tasks tasks,
      InstantSource clock,
      ZoneId zone,
      StageViewModel stage) {
    this.me = me;
    this.api = api;
    this.signals = signals;
    this.tasks = tasks;
    this.clock = clock;
    this.stage = stage;
    this.notices = new CallNotices(me, zone);
    this.noticeTime = new NoticeTime(notice, clock);
    this.hangUp = new HangUp(api, signals, tasks, this::apply, this::hangUpFailed);
    this.watch = new LineWatch(api, tasks, callee -> notice.set(notices.free(callee)));
  }

  /// Rings, if that is possible now; outside 08:00–20:00 of the applicant it asks first.
  public void call(Callee callee) {
    if (!canCall()) {
      return;
    }
    LocalTime there = clock.instant().atZone(callee.zone()).toLocalTime();
    if (there.isBefore(DAY_BEGINS) || !there.isBefore(DAY_ENDS)) {
      hoursQuestion.set(callee);
    } else {
      ring(callee);
    }
  }

  /// The answer to the question about the hour.
  public void answerHours(boolean yes) {
    Callee callee = hoursQuestion.get();
    hoursQuestion.set(null);
    if (yes && callee != null && canCall()) {
      ring(callee);
    }
  }

  private void ring(Callee callee) {
    notice.set(null);
    watch.stop();
    watch.about(callee);
    String key = UUID.randomUUID().toString();
    phase.set(new CallPhase.Requesting(callee.room(), callee.name(), key));
    signals.send(new ClientMessage.VideoCallRequest(callee.room(), key));
  }

  /// Stops the ringing.
  public void cancel() {
    ofPhase(CallState.RINGING)
        .ifPresent(
            call -> {
              if (canCancel(call)) {
                hangUp(call);
              } else {
                stepBack(call);
              }
            });
  }

  /// Does not wait for the answer to a colleague's ring any more; it goes on ringing.
  private void stepBack(CallSnapshot call) {
    signals.send(new ClientMessage.VideoCallLeave(call.callId()));
    over = call.callId();
    openedHere = null;
    clocks.stop();
    phase.set(new CallPhase.Idle());
  }

  /// Waits for the answer to a colleague's ring, to come in then.
  void await(CallSnapshot call) {
    returnable.set(null);
    notice.set(null);
    over = null;
    openedHere = call.callId();
    apply(call);
  }

  /// Hangs up.
  public void end() {
    phase.get().snapshot().filter(this::canEnd).ifPresent(this::hangUp);
  }

  private void hangUp(CallSnapshot call) {
    if (call.state() != CallState.RINGING) {
      stage.hangUp();
    }
    hangUp.begin(call, online.get(), clock.instant());
  }

  private void hangUpFailed(CallSnapshot call, Exception failure) {
    if (isPresent(call.callId())) {
      say(
          call,
          CallNotice.Tone.WARNING,
          Message.of("notice.endFailed"),
          ApiFailures.explain(failure));
    }
  }

  /// Goes into a live call (again): a new ticket, then the page.
  public void rejoin(CallSnapshot call) {
    returnable.set(null);
    openedHere = call.callId();
    apply(call);
    tasks.run(
        () -> api.join(call.callId()),
        ticket -> {
          if (isPresent(call.callId())) {
            stage.open(ticket);
          }
        },
        failure -> {
          say(
              call,
              CallNotice.Tone.BAD,
              Message.of("notice.joinFailed"),
              ApiFailures.explain(failure));
          refresh(call.callId());
        });
  }

  /// Goes into a call with a ticket that is there already: the room of a meeting, which nobody rang
  /// for.
  public void enter(CallSnapshot call, JoinTicket ticket) {
    returnable.set(null);
    notice.set(null);
    over = null;
    openedHere = call.callId();
    apply(call);
    if (isPresent(call.callId())) {
      stage.open(ticket);
    }
  }

  /// Goes back into the call that is open here but has lost its page.
  public void reopen() {
    phase.get().snapshot().ifPresent(this::rejoin);
  }

  /// Does not go back into the live call.
  public void declineReturn() {
    returnable.set(null);
  }

  /// Tells when the applicant, or the line, is free.
  public void waitForLine() {
    notice.set(null);
    watch.start(clock.instant());
  }

  /// Lets the notice stay while the pointer rests on it.
  public void holdNotice(boolean held) {
    noticeTime.hold(held);
  }

  public void dismissNotice() {
    notice.set(null);
  }

  public void on(SignalEvent event) {
    switch (event) {
      case SignalEvent.Connection(ConnectionState state) ->
          online.set(state instanceof ConnectionState.Online);
      case SignalEvent.Received(ServerMessage message) -> on(message);
    }
  }

  private void on(ServerMessage message) {
    switch (message) {
      case ServerMessage.Welcome welcome -> welcomed(welcome);
      case ServerMessage.VideoCallRinging ringing -> rings(ringing);
      case ServerMessage.VideoCallReady ready -> ready(ready);
      case ServerMessage.VideoCallStarted started -> apply(started.call());
      case ServerMessage.VideoCallReconnecting lost -> apply(lost.call());
      case ServerMessage.VideoCallEnded ended -> apply(ended.call());
      case ServerMessage.Failure failure -> refused(failure);
      case ServerMessage.Presence presence -> watch.on(presence);
      default -> {}
    }
  }

  private void rings(ServerMessage.VideoCallRinging ringing) {
    if (phase.get() instanceof CallPhase.Requesting asked && asked.key().equals(ringing.key())) {
      openedHere = ringing.callId();
    }
    if (apply(ringing.call())) {
      phase.set(new CallPhase.Ringing(ringing.call(), ringing.devices()));
    }
  }

  /// The way in. An applicant who waits in the room of a meeting is not rung: it comes at once.
  private void ready(ServerMessage.VideoCallReady ready) {
    if (phase.get() instanceof CallPhase.Requesting asked
        && asked.room().equals(ready.call().roomId())) {
      openedHere = ready.callId();
    }
    apply(ready.call());
    if (ready.callId().equals(openedHere) && !stage.carriesOn(ready.ticket())) {
      stage.open(ready.ticket());
    }
  }

  private void refused(ServerMessage.Failure failure) {
    if (failure.call() != null) {
      apply(failure.call());
    }
    if (phase.get() instanceof CallPhase.Requesting asked && asked.key().equals(failure.key())) {
      phase.set(new CallPhase.Idle());
      watch.on(failure);
      notice.set(notices.refused(failure, asked.room(), asked.name(), clock.instant()));
    }
  }

  private void welcomed(ServerMessage.Welcome welcome) {
    List<CallSnapshot> mine = welcome.liveCalls().stream().filter(call -> isMine(call)).toList();
    phase
        .get()
        .snapshot()
        .filter(call -> mine.stream().noneMatch(live -> live.callId().equals(call.callId())))
        .ifPresent(call -> refresh(call.callId()));
    if (phase.get() instanceof CallPhase.Requesting asked) {
      phase.set(new CallPhase.Idle());
      if (mine.stream().noneMatch(call -> call.roomId().equals(asked.room()))) {
        notice.set(notices.notPlaced(asked.room(), asked.name()));
      } else {
        mine.forEach(call -> openedHere = call.callId());
      }
    }
    mine.forEach(this::apply);
    mine.stream().filter(this::hasLostItsWayIn).forEach(this::rejoin);
  }

  /// Answered while there was no connection, so that `video_call_ready` never came.
  private boolean hasLostItsWayIn(CallSnapshot call) {
    return call.callId().equals(openedHere)
        && call.state() != CallState.RINGING
        && stage.screen().get() == StageViewModel.Screen.CLOSED;
  }

  private boolean isMine(CallSnapshot call) {
    return call.participants().stream().anyMatch(p -> p.userId().equals(me));
  }

  /// Takes the backend's word for where a call stands, if it is news and one's own.
  ///
  /// @return whether it was
  private boolean apply(CallSnapshot call) {
    Optional<CallSnapshot> known = phase.get().snapshot();
    if (!isMine(call) || call.callId().equals(over)) {
      return false;
    }
    if (known.isPresent() && !known.get().callId().equals(call.callId())) {
      return false;
    }
    if (known.isPresent() && known.get().version() > call.version()) {
      return false;
    }
    if (call.state().isTerminal()) {
      ended(call, known.isPresent());
      return true;
    }
    clocks.follow(call, clock.instant());
    if (call.state() == CallState.RINGING) {
      phase.set(new CallPhase.Ringing(call, devices()));
    } else if (call.callId().equals(openedHere)) {
      phase.set(new CallPhase.Live(call));
    } else {
      phase.set(new CallPhase.Idle());
      returnable.set(call);
    }
    tick(clock.instant());
    return true;
  }

  private int devices() {
    return phase.get() instanceof CallPhase.Ringing ringing ? ringing.devices() : 0;
  }

  private void ended(CallSnapshot call, boolean wasOpen) {
    CallSnapshot offered = returnable.get();
    if (offered != null && offered.callId().equals(call.callId())) {
      returnable.set(null);
    }
    if (wasOpen) {
      over = call.callId();
      openedHere = null;
      clocks.stop();
      hangUp.done();
      phase.set(new CallPhase.Idle());
      stage.part();
      notices.ended(call).ifPresent(notice::set);
    }
  }

  private void refresh(CallId call) {
    tasks.run(() -> api.status(call), this::apply, failure -> gone(call, failure));
  }

  private void gone(CallId call, Exception failure) {
    if (failure instanceof ApiException refused
        && refused.is(ErrorCode.NOT_FOUND)
        && isPresent(call)) {
      phase.set(new CallPhase.Idle());
      stage.close();
    }
  }

  private boolean isPresent(CallId call) {
    return phase.get().snapshot().filter(c -> c.callId().equals(call)).isPresent();
  }

  /// Lets time go by: lengths tick, and a ring ends at its deadline though the backend be silent.
  public void tick(Instant now) {
    clocks.tick(now);
    if (phase.get() instanceof CallPhase.Ringing(CallSnapshot call, int _)) {
      if (call.expiresAt() != null && now.isAfter(call.expiresAt().plus(DEADLINE_SLACK))) {
        phase.set(new CallPhase.Idle());
        clocks.stop();
        notices.noAnswer(call).ifPresent(notice::set);
        refresh(call.callId());
      }
    }
    hangUp.tick(now);
    noticeTime.tick(now);
    watch.tick(now);
  }

  /// How long a call rings in all.
  static Duration ringTime(CallSnapshot call) {
    return call.expiresAt() == null
        ? Duration.ZERO
        : Duration.between(call.createdAt(), call.expiresAt());
  }

  private void say(CallSnapshot call, CallNotice.Tone tone, Message title, Message text) {
    notice.set(new CallNotice(tone, call.roomId(), call.applicantName(), title, text, List.of()));
  }

  private Optional<CallSnapshot> ofPhase(CallState state) {
    return phase.get().snapshot().filter(call -> call.state() == state);
  }

  /// Whether a ring may be asked for now.
  public boolean canCall() {
    return online.get() && phase.get() instanceof CallPhase.Idle;
  }

  /// Whether the ring is one's own to stop.
  boolean canCancel(CallSnapshot call) {
    return machine.allows(call.toSession(), new CallEvent.Cancel(me), clock.instant());
  }

  private boolean canEnd(CallSnapshot call) {
    return machine.allows(call.toSession(), new CallEvent.End(me, false), clock.instant());
  }

  public ReadOnlyObjectProperty<CallPhase> phase() {
    return phase.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable CallNotice> notice() {
    return notice.getReadOnlyProperty();
  }

  /// Whom to ring though it is early or late there.
  public ReadOnlyObjectProperty<@Nullable Callee> hoursQuestion() {
    return hoursQuestion.getReadOnlyProperty();
  }

  /// A live call of one's own that is not open here.
  public ReadOnlyObjectProperty<@Nullable CallSnapshot> returnable() {
    return returnable.getReadOnlyProperty();
  }

  /// How long both were in the room, ticking.
  public ReadOnlyObjectProperty<Duration> length() {
    return clocks.length();
  }

  /// How long it has rung, ticking.
  public ReadOnlyObjectProperty<Duration> rung() {
    return clocks.rung();
  }

  public ReadOnlyBooleanProperty online() {
    return online.getReadOnlyProperty();
  }

  public StageViewModel stage() {
    return stage;
  }
}
