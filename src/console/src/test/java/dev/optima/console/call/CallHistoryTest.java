package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.fx.Tasks;
import dev.optima.console.sample.SampleCalls;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.CallRow;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The rows of the history answer what is asked, whatever the line does.
class CallHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-22T11:48:00Z");
  private static final HistoryFilter MISSED =
      HistoryFilter.ALL.outcomes(CallOutcome.NO_ANSWER, CallOutcome.CANCELLED);

  private final HttpExchange http = HttpExchange.standard();
  private ScriptedBackend backend;
  private CallHistoryViewModel history;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    var sample = new SampleCalls(backend, NOW);
    sample.many(120);
    for (int i = 0; i < 3; i++) {
      backend
          .calls()
          .add(
              SampleCalls.row(
                  "missed-" + i,
                  "Tom Becker",
                  NOW.minusSeconds(60L * (i + 1)),
                  CallOutcome.NO_ANSWER,
                  0,
                  null,
                  0,
                  Samples.ELIF));
    }
    history =
        new CallHistoryViewModel(
            ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN).callRecords(),
            new Tasks(Runnable::run, Runnable::run),
            InstantSource.fixed(NOW),
            ZoneOffset.UTC,
            () -> 0);
    history.load();
    history.more();
    assertThat(history.rows()).hasSize(100);
  }

  @AfterEach
  void close() throws Exception {
    backend.close();
    http.close();
  }

  private void goes() {
    backend.script("GET /api/video-calls", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
  }

  private void comes() {
    backend.unscript("GET /api/video-calls");
  }

  private void assertMissedOnly() {
    assertThat(history.rows())
        .hasSize(3)
        .extracting((CallRow row) -> row.call().outcome())
        .containsOnly(CallOutcome.NO_ANSWER);
    assertThat(history.problem().get()).isNull();
  }

  @Test
  void noRowsOfAnotherFilterStayUnderOneThatFailed() {
    goes();
    history.filter().set(MISSED);
    assertThat(history.problem().get()).isNotNull();
    assertThat(history.rows()).isEmpty();
    assertThat(history.count().get()).isNull();
    int asked = backend.requests().size();
    history.more();
    assertThat(backend.requests()).as("does not ask by itself").hasSize(asked);
  }

  @Test
  void aConnectionThatComesBackBringsTheRowsOfTheFilterOnly() {
    goes();
    history.filter().set(MISSED);
    comes();
    history.renew();
    assertMissedOnly();
    history.more();
    assertMissedOnly();
  }

  @Test
  void tryingAgainAsksForTheFirstPageOfTheFilter() {
    goes();
    history.filter().set(MISSED);
    comes();
    history.retry();
    assertMissedOnly();
    assertThat(backend.requests().getLast()).doesNotContain("before=");
  }

  @Test
  void whatWasLoadedStaysIfOnlyTheLineWasAway() {
    goes();
    history.renew();
    assertThat(history.rows()).hasSize(100);
    comes();
    history.retry();
    assertThat(history.rows()).hasSize(123).doesNotHaveDuplicates();
    goes();
    history.load();
    assertThat(history.rows()).as("they still answer what is asked").hasSize(123);
    comes();
    history.renew();
    assertThat(history.rows()).hasSize(50);
    history.more();
    history.more();
    assertThat(history.rows()).hasSize(123).doesNotHaveDuplicates();
  }
}
