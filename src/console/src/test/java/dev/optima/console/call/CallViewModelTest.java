package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ConnectionState;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.ServerClock;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.client.SignalTiming;
import dev.optima.console.client.SignalingClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedSurface;
import dev.optima.console.surface.PageCommand;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From the press of the button to the end, with time passed in.
class CallViewModelTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Callee JOHN =
      new Callee(Samples.JOHNS_ROOM, "John Doe", ZoneId.of("Europe/Berlin"));

  private final HttpExchange http = HttpExchange.standard();
  private final ScriptedSurface surface = new ScriptedSurface();
  private final StageViewModel stage = new StageViewModel(surface, () -> Language.EN);
  private Instant now = NOON;
  private ScriptedBackend backend;
  private SignalingClient signals;
  private CallViewModel calls;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif(), () -> now);
    signals =
        new SignalingClient(
            backend.address().socket(),
            ScriptedBackend.TOKEN,
            SignalTiming.standard(),
            InstantSource.system(),
            new ServerClock(() -> now),
            event -> {});
    signals.start();
    backend.socket().next(ClientMessage.Hello.class);
    signals.chat(new ClientMessage.ChatSend(Samples.JOHNS_ROOM, "ready", "?", null, null));
    backend.socket().next(ClientMessage.ChatSend.class);
    calls =
        new CallViewModel(
            Samples.ELIF,
            ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN),
            signals,
            new Tasks(Runnable::run, Runnable::run),
            () -> now,
            ZoneId.of("UTC"),
            stage);
    calls.on(new SignalEvent.Connection(new ConnectionState.Online()));
  }

  @AfterEach
  void stop() throws Exception {
    signals.close();
    backend.close();
    http.close();
  }

  @Test
  void ringsCountsAndStopsAtTheDeadlineThoughTheServerIsSilent() throws Exception {
    CallSnapshot call = ring();
    assertThat(calls.phase().get()).isEqualTo(new CallPhase.Ringing(call, 2));
    pass(Duration.ofSeconds(7));
    assertThat(calls.rung().get()).isEqualTo(Duration.ofSeconds(7));
    backend.add(missed(call));
    pass(Duration.ofSeconds(40));
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Idle.class);
    assertThat(notice().title()).isEqualTo(Message.of("notice.noAnswer", "John Doe"));
    assertThat(notice().actions()).containsExactly(CallNotice.Action.CALL, CallNotice.Action.WRITE);
    pass(Duration.ofSeconds(29));
    calls.holdNotice(true);
    pass(Duration.ofSeconds(60));
    assertThat(notice()).as("the pointer rests on it").isNotNull();
    calls.holdNotice(false);
    pass(Duration.ofSeconds(31));
    assertThat(calls.notice().get()).as("it does not cover the profile for ever").isNull();
  }

  @Test
  void goesIntoTheCallIfTheServerKnowsBetterAtTheDeadline() throws Exception {
    CallSnapshot call = ring();
    backend.add(in(call, CallState.ACTIVE, 4));
    pass(Duration.ofSeconds(50));
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Live.class);
  }

  @Test
  void cancelsOnlyWhileItRings() throws Exception {
    CallSnapshot call = ring();
    calls.cancel();
    assertThat(backend.socket().next(ClientMessage.VideoCallCancel.class).callId())
        .isEqualTo(call.callId());
    ended(call, CallState.CANCELLED, CallOutcome.CANCELLED, 0);
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Idle.class);
    assertThat(calls.notice().get()).isNull();
  }

  @Test
  void hangsUpByRestWhenTheSocketDoesNotAnswer() throws Exception {
    CallSnapshot call = ring();
    backend.add(
        Samples.ended(
            call, CallState.CANCELLED, CallOutcome.CANCELLED, Duration.ZERO, now, Samples.ELIF));
    calls.cancel();
    pass(Duration.ofSeconds(3));
    assertThat(backend.requests()).contains("POST /api/video-calls/ring1/end");
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Idle.class);
  }

  @Test
  void opensTheRoomWhenAcceptedAndClosesItAtTheEnd() throws Exception {
    CallSnapshot call = ring();
    accept(call);
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Live.class);
    assertThat(surface.opened()).hasSize(1);
    CallSnapshot active = in(call, CallState.ACTIVE, 3);
    say(new ServerMessage.VideoCallStarted(active));
    pass(Duration.ofSeconds(62));
    assertThat(calls.length().get()).isEqualTo(Duration.ofSeconds(62));
    calls.end();
    assertThat(surface.commands()).contains(new PageCommand.HangUp());
    backend.socket().next(ClientMessage.VideoCallEnd.class);
    ended(active, CallState.ENDED, CallOutcome.COMPLETED, 62);
    assertThat(surface.parted()).isEqualTo(1);
    assertThat(notice().text()).isEqualTo(Message.of("notice.endedByOther", "John Doe", "1:02"));
  }

  @Test
  void appliesOnlyWhatIsNewer() throws Exception {
    CallSnapshot call = ring();
    accept(call);
    say(new ServerMessage.VideoCallStarted(in(call, CallState.ACTIVE, 5)));
    say(new ServerMessage.VideoCallReconnecting(in(call, CallState.RECONNECTING, 4)));
    assertThat(((CallPhase.Live) calls.phase().get()).call().state()).isEqualTo(CallState.ACTIVE);
  }

  @Test
  void neverRisesFromTheDead() throws Exception {
    CallSnapshot call = ring();
    ended(call, CallState.REJECTED, CallOutcome.REJECTED, 0);
    say(SampleDesk.rings(call, "another-key", 2));
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Idle.class);
    assertThat(notice().title()).isEqualTo(Message.of("notice.rejected", "John Doe"));
  }

  @Test
  void tellsWhoHoldsTheLineAndSinceWhen() throws Exception {
    String key = request();
    say(busy(key, "Mert Demir", Samples.MERT, null));
    assertThat(notice().title()).isEqualTo(Message.of("notice.busy", "John Doe"));
    assertThat(notice().text()).isEqualTo(Message.of("notice.busy.next", "Mert Demir", "11:50"));
    assertThat(notice().actions()).containsExactly(CallNotice.Action.WAIT, CallNotice.Action.WRITE);
  }

  @Test
  void tellsWhenTheLineIsFreeAfterWaiting() throws Exception {
    CallSnapshot theirs = other(CallState.ACTIVE, 3);
    backend.add(theirs);
    String key = request();
    say(busy(key, "Mert Demir", Samples.MERT, null));
    calls.waitForLine();
    assertThat(calls.notice().get()).isNull();
    pass(Duration.ofSeconds(6));
    assertThat(calls.notice().get()).isNull();
    backend.add(
        Samples.ended(
            theirs, CallState.ENDED, CallOutcome.COMPLETED, Duration.ofSeconds(9), now, null));
    pass(Duration.ofSeconds(6));
    assertThat(notice().title()).isEqualTo(Message.of("notice.free", "John Doe"));
  }

  @Test
  void tellsOfOnesOwnCallInTheWay() throws Exception {
    String key = request();
    say(busy(key, "Elif Kaya", Samples.ELIF, "Ayşe Yılmaz"));
    assertThat(notice().actions()).containsExactly(CallNotice.Action.RETURN);
    assertThat(notice().text())
        .isEqualTo(Message.of("notice.ownCall.next", "Ayşe Yılmaz", "11:50"));
  }

  @Test
  void tellsThatTheApplicantIsOfflineAndLaterThatTheyCame() throws Exception {
    String key = request();
    CallSnapshot missed = missed(ringing());
    say(ServerMessage.Failure.of(ErrorCode.OFFLINE, "offline", key, missed));
    assertThat(notice().title()).isEqualTo(Message.of("notice.offline", "John Doe"));
    calls.waitForLine();
    say(new ServerMessage.Presence(Samples.JOHN, Samples.JOHNS_ROOM, true, 1));
    assertThat(notice().title()).isEqualTo(Message.of("notice.free", "John Doe"));
  }

  @Test
  void tellsWhenOneMayRingAgain() throws Exception {
    String key = request();
    say(
        new ServerMessage.Failure(
            ErrorCode.RATE_LIMITED, "", key, null, null, null, null, null, null, 900L));
    assertThat(notice().text()).isEqualTo(Message.of("notice.rateLimited.next", "12:15"));
  }

  @Test
  void asksFirstWhenItIsNightThere() {
    now = Instant.parse("2026-11-22T19:00:00Z");
    calls.call(JOHN);
    assertThat(calls.hoursQuestion().get()).isEqualTo(JOHN);
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Idle.class);
    calls.answerHours(false);
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Idle.class);
    calls.call(JOHN);
    calls.answerHours(true);
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Requesting.class);
  }

  @Test
  void doesNotAskAtTheEdgesOfTheDay() {
    now = Instant.parse("2026-11-22T07:00:00Z");
    calls.call(JOHN);
    assertThat(calls.hoursQuestion().get()).isNull();
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Requesting.class);
  }

  @Test
  void doesNotRingWithoutAConnection() {
    calls.on(
        new SignalEvent.Connection(new ConnectionState.Waiting(now, ConnectionState.Reason.LOST)));
    assertThat(calls.canCall()).isFalse();
    calls.call(JOHN);
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Idle.class);
  }

  @Test
  void saysThatNothingRangWhenTheConnectionWentBeforeTheAnswer() throws Exception {
    request();
    say(welcome(List.of()));
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Idle.class);
    assertThat(notice().title()).isEqualTo(Message.of("notice.notPlaced"));
  }

  @Test
  void findsItsRingAgainAfterAReconnect() throws Exception {
    request();
    CallSnapshot call = ringing();
    say(welcome(List.of(call)));
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Ringing.class);
    accept(call);
    assertThat(surface.opened()).hasSize(1);
  }

  @Test
  void offersToReturnIntoALiveCallAfterARestart() throws Exception {
    CallSnapshot live = in(ringing(), CallState.ACTIVE, 6);
    backend.add(live);
    say(welcome(List.of(live)));
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Idle.class);
    assertThat(calls.returnable().get()).isEqualTo(live);
    calls.rejoin(live);
    assertThat(backend.requests()).contains("POST /api/video-calls/ring1/join");
    assertThat(surface.opened()).hasSize(1);
    assertThat(calls.phase().get()).isEqualTo(new CallPhase.Live(live));
  }

  @Test
  void goesIntoACallThatWasAcceptedWhileThereWasNoConnection() throws Exception {
    CallSnapshot connecting = in(ring(), CallState.CONNECTING, 2);
    backend.add(connecting);
    say(welcome(List.of(connecting)));
    assertThat(backend.requests()).contains("POST /api/video-calls/ring1/join");
    assertThat(surface.opened()).hasSize(1);
    say(welcome(List.of(connecting)));
    assertThat(surface.opened()).as("once is enough").hasSize(1);
  }

  @Test
  void learnsOfAnEndThatItMissed() throws Exception {
    CallSnapshot call = ring();
    accept(call);
    backend.add(
        Samples.ended(
            in(call, CallState.ACTIVE, 5),
            CallState.ENDED,
            CallOutcome.DROPPED,
            Duration.ofSeconds(30),
            now,
            null));
    say(welcome(List.of()));
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Idle.class);
    assertThat(notice().title()).isEqualTo(Message.of("notice.dropped", "John Doe"));
  }

  @Test
  void saysWhyACallCameToNothing() throws Exception {
    CallSnapshot call = ring();
    accept(call);
    CallSnapshot lost = in(call, CallState.RECONNECTING, 5);
    backend.add(
        Samples.ended(lost, CallState.FAILED, CallOutcome.NOT_JOINED, Duration.ZERO, now, null));
    say(welcome(List.of()));
    assertThat(notice().text()).isEqualTo(Message.of("notice.notJoined.lost", "John Doe"));
  }

  @Test
  void doesNotOpenTheRoomOfARingThatAnotherConsolePlaced() {
    CallSnapshot call = ringing();
    say(SampleDesk.rings(call, "key-of-another-console", 1));
    accept(call);
    assertThat(surface.opened()).isEmpty();
    assertThat(calls.returnable().get()).isNotNull();
  }

  private String request() throws InterruptedException {
    calls.call(JOHN);
    return backend.socket().next(ClientMessage.VideoCallRequest.class).key();
  }

  @Test
  void goesInAtOnceIfTheApplicantWaitsInTheRoomOfAMeeting() throws Exception {
    request();
    accept(ringing());
    assertThat(calls.phase().get()).isInstanceOf(CallPhase.Live.class);
    assertThat(stage.screen().get()).isEqualTo(StageViewModel.Screen.PREPARING);
  }

  private CallSnapshot ring() throws InterruptedException {
    String key = request();
    CallSnapshot call = ringing();
    say(SampleDesk.rings(call, key, 2));
    return call;
  }

  private CallSnapshot ringing() {
    return Samples.call(
        "ring1", Samples.JOHN, "John Doe", Samples.ELIF, "Elif Kaya", CallState.RINGING, 1, now);
  }

  private static CallSnapshot in(CallSnapshot call, CallState state, long version) {
    return Samples.call(
        call.callId().value(),
        Samples.JOHN,
        "John Doe",
        Samples.ELIF,
        "Elif Kaya",
        state,
        version,
        call.createdAt());
  }

  private CallSnapshot other(CallState state, long version) {
    return Samples.call(
        "theirs", Samples.JOHN, "John Doe", Samples.MERT, "Mert Demir", state, version, now);
  }

  private CallSnapshot missed(CallSnapshot call) {
    return Samples.ended(call, CallState.MISSED, CallOutcome.NO_ANSWER, Duration.ZERO, now, null);
  }

  private void accept(CallSnapshot call) {
    say(
        ServerMessage.VideoCallReady.of(
            new JoinTicket(
                call.callId(),
                "direct",
                backend.address().http() + "/call/ring1#ticket=oct_1",
                null,
                null,
                null,
                null,
                null,
                false),
            in(call, CallState.CONNECTING, 2)));
  }

  private void ended(CallSnapshot call, CallState state, CallOutcome outcome, long seconds) {
    say(
        new ServerMessage.VideoCallEnded(
            Samples.ended(call, state, outcome, Duration.ofSeconds(seconds), now, Samples.JOHN)));
  }

  private ServerMessage busy(String key, String who, UserId id, @Nullable String applicant) {
    return new ServerMessage.Failure(
        ErrorCode.BUSY,
        "busy",
        key,
        new dev.optima.protocol.id.CallId("theirs"),
        null,
        who,
        id,
        NOON.minusSeconds(600),
        applicant,
        null);
  }

  private ServerMessage welcome(List<CallSnapshot> live) {
    return new ServerMessage.Welcome(
        Samples.ELIF, "Elif Kaya", Role.RECRUITER, now, live, Map.of(), List.of(), null);
  }

  private void say(ServerMessage message) {
    calls.on(new SignalEvent.Received(message));
  }

  private void pass(Duration time) {
    now = now.plus(time);
    calls.tick(now);
  }

  private CallNotice notice() {
    CallNotice notice = calls.notice().get();
    assertThat(notice).isNotNull();
    return notice;
  }
}
