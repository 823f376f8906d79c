package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ConnectionState;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.sample.SampleCalls;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.CallSnapshot.Person;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is live, as one question and what is told since make it known.
class LiveCallsTest {
  private static final String ASKED = "GET /api/video-calls/live";

  private final HttpExchange http = HttpExchange.standard();
  private final Queue<Runnable> work = new ArrayDeque<>();
  private Instant now = Instant.parse("2026-11-22T11:48:00Z");
  private ScriptedBackend backend;
  private SampleCalls sample;
  private LiveCallsViewModel live;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    sample = new SampleCalls(backend, now);
    live =
        new LiveCallsViewModel(
            Samples.ELIF,
            ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN).callRecords(),
            new Tasks(work::add, Runnable::run),
            () -> now);
  }

  @AfterEach
  void close() throws Exception {
    backend.close();
    http.close();
  }

  private void work() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private void welcome() {
    live.on(
        new SignalEvent.Received(
            new ServerMessage.Welcome(
                Samples.ELIF,
                "Elif Kaya",
                Role.RECRUITER,
                now,
                List.of(),
                Map.of(),
                List.of(),
                null)));
  }

  private long asked() {
    return backend.requests().stream().filter(ASKED::equals).count();
  }

  private void pass(long seconds) {
    now = now.plusSeconds(seconds);
    live.tick(now);
    work();
  }

  @Test
  void asksAgainUntilThereIsAnAnswer() {
    backend.calls().add(sample.johns());
    backend.script(ASKED, Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    welcome();
    work();
    assertThat(live.problem().get()).isEqualTo(Message.of("error.unavailable"));
    pass(1);
    assertThat(asked()).as("not at once").isEqualTo(1);
    pass(1);
    assertThat(asked()).isEqualTo(2);
    pass(2);
    assertThat(asked()).as("later each time").isEqualTo(2);
    pass(2);
    assertThat(asked()).isEqualTo(3);
    backend.unscript(ASKED);
    live.retry();
    work();
    assertThat(live.calls()).hasSize(1);
    assertThat(live.problem().get()).isNull();
    assertThat(live.following().get()).isTrue();
    pass(600);
    live.retry();
    work();
    assertThat(asked()).as("followed from then on").isEqualTo(4);
  }

  @Test
  void doesNotAskWhileThereIsNoConnection() {
    backend.script(ASKED, Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    welcome();
    work();
    live.on(new SignalEvent.Connection(new ConnectionState.Connecting()));
    pass(600);
    assertThat(asked()).isEqualTo(1);
    assertThat(live.problem().get()).as("that there is no connection says it all").isNull();
  }

  @Test
  void whatIsToldSinceTheQuestionStaysWhateverTheClocksOfTheNodesSay() {
    welcome();
    LiveCall ofAnotherNode = at(sample.johns(), now.minus(Duration.ofMinutes(1)));
    live.on(new SignalEvent.Received(new ServerMessage.TeamCall(ofAnotherNode)));
    work();
    assertThat(live.calls()).containsExactly(ofAnotherNode);
  }

  @Test
  void whatEndedWhileNobodyToldIsGoneWhateverTheClocksOfTheNodesSay() {
    live.on(
        new SignalEvent.Received(
            new ServerMessage.TeamCall(at(sample.johns(), Instant.now().plusSeconds(3600)))));
    welcome();
    work();
    assertThat(live.calls()).isEmpty();
  }

  @Test
  void aCallOneHasLeftIsNotOnesOwn() {
    CallSnapshot john = sample.johns().call();
    assertThat(live.isMine(john)).isTrue();
    assertThat(live.isMine(left(john, Samples.ELIF, now))).isFalse();
  }

  private static LiveCall at(LiveCall call, Instant at) {
    return new LiveCall(
        call.call(),
        at,
        call.provider(),
        call.position(),
        call.meetingTitle(),
        call.quality(),
        call.recording(),
        call.waiting());
  }

  static CallSnapshot left(CallSnapshot c, UserId who, Instant at) {
    return new CallSnapshot(
        c.callId(),
        c.roomId(),
        c.callerId(),
        c.callerName(),
        c.applicantId(),
        c.applicantName(),
        c.meetingId(),
        c.state(),
        c.version(),
        c.createdAt(),
        c.expiresAt(),
        c.startedAt(),
        c.togetherSince(),
        c.endedAt(),
        c.duration(),
        c.outcome(),
        c.endedBy(),
        c.participants().stream()
            .map(
                one ->
                    one.userId().equals(who)
                        ? new Person(who, one.name(), one.role(), false, one.joinedAt(), at)
                        : one)
            .toList());
  }
}
