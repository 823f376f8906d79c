package dev.optima.console.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.call.HistoryFilter.Person;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.sample.SampleMeeting;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When figures are asked for, of what, and which answer counts.
class InsightsViewModelTest {
  private static final String ASKED = "GET /api/analytics/calls";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final HttpExchange http = HttpExchange.standard();
  private final List<Runnable> waiting = new ArrayList<>();
  private boolean atOnce = true;
  private Instant now = Instant.parse("2026-11-22T11:48:00Z");
  private ScriptedBackend backend;
  private InsightsViewModel model;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    backend.script(ASKED, Answer.json(SampleFigures.of(TODAY, 30)));
    model =
        new InsightsViewModel(
            ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN),
            new Tasks(this::work, Runnable::run),
            () -> now,
            SampleFigures.HERE);
  }

  @AfterEach
  void stop() throws Exception {
    backend.close();
    http.close();
  }

  private void work(Runnable task) {
    if (atOnce) {
      task.run();
    } else {
      waiting.add(task);
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
    model.tick(now);
  }

  @Test
  void asksOfWholeDaysHere() {
    model.show(true);
    assertThat(backend.requests())
        .containsExactly(
            ASKED
                + "?from=2026-10-23T21%3A00%3A00Z&to=2026-11-22T21%3A00%3A00Z"
                + "&time_zone=Europe%2FIstanbul");
    assertThat(model.shown().get()).isNotNull();
    assertThat(model.loading().get()).isFalse();
  }

  @Test
  void asksOnceForSeveralChoicesInARow() {
    model.show(true);
    backend.requests().clear();
    InsightFilter filter = model.filter().get();
    model.filter().set(filter.with(Span.WEEK));
    pass(Duration.ofMillis(200));
    model
        .filter()
        .set(
            model
                .filter()
                .get()
                .withPeople(
                    List.of(
                        new Person(Samples.ELIF, "Elif Kaya"),
                        new Person(Samples.MERT, "Mert Demir")))
                .withPositions(List.of("Veri mühendisi & co")));
    assertThat(model.loading().get()).isTrue();
    pass(Duration.ofMillis(200));
    assertThat(backend.requests()).isEmpty();
    pass(Duration.ofMillis(200));
    assertThat(backend.requests())
        .containsExactly(
            ASKED
                + "?from=2026-11-15T21%3A00%3A00Z&to=2026-11-22T21%3A00%3A00Z"
                + "&time_zone=Europe%2FIstanbul&person=elif&person=mert"
                + "&position=Veri%20m%C3%BChendisi%20%26%20co");
  }

  @Test
  void knowsEveryPeriod() {
    assertThat(Period.of(Span.SEASON, TODAY).first()).isEqualTo(LocalDate.of(2026, 8, 25));
    assertThat(Period.of(Span.QUARTER, TODAY)).isEqualTo(new Period(day(10, 1), TODAY));
    InsightFilter own = model.filter().get().with(new Period(day(3, 28), day(3, 29)));
    assertThat(own.query(TODAY, ZoneId.of("Europe/Berlin")))
        .extracting("from", "to")
        .containsExactly(
            Instant.parse("2026-03-27T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z"));
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  @Test
  void asksNothingThatCannotBe() {
    model.show(true);
    backend.requests().clear();
    model.filter().set(model.filter().get().with(new Period(TODAY, TODAY.minusDays(1))));
    pass(Duration.ofSeconds(1));
    assertThat(model.problem().get()).isEqualTo(Message.of("insights.backward"));
    model.filter().set(model.filter().get().with(new Period(TODAY.minusDays(400), TODAY)));
    pass(Duration.ofSeconds(1));
    assertThat(model.problem().get()).isEqualTo(Message.of("insights.tooLong", 400));
    assertThat(model.loading().get()).isFalse();
    assertThat(backend.requests()).isEmpty();
  }

  @Test
  void dropsAnAnswerThatIsNotWantedAnyMore() {
    atOnce = false;
    model.show(true);
    model.filter().set(model.filter().get().with(Span.WEEK));
    pass(Duration.ofSeconds(1));
    assertThat(waiting).hasSize(2);
    backend.script(ASKED, Answer.json(SampleFigures.of(TODAY, 7)));
    waiting.get(1).run();
    backend.script(ASKED, Answer.json(SampleFigures.of(TODAY, 30)));
    waiting.get(0).run();
    InsightsViewModel.Shown shown = Objects.requireNonNull(model.shown().get());
    assertThat(shown.figures().days()).hasSize(7);
    assertThat(shown.period().days()).isEqualTo(7);
  }

  @Test
  void asksAgainAfterNewsButNotTooOften() {
    model.show(true);
    backend.requests().clear();
    news();
    pass(Duration.ofSeconds(5));
    news();
    assertThat(backend.requests()).isEmpty();
    pass(Duration.ofSeconds(5));
    assertThat(backend.requests()).hasSize(1);
    pass(Duration.ofMinutes(1));
    assertThat(backend.requests()).hasSize(1);
    model.show(false);
    news();
    pass(Duration.ofMinutes(1));
    assertThat(backend.requests()).hasSize(1);
    model.show(true);
    assertThat(backend.requests()).hasSize(2);
  }

  private void news() {
    model.on(
        new SignalEvent.Received(
            ServerMessage.MeetingChanged.of(SampleMeeting.john("m1", now).build())));
  }

  @Test
  void aNewDayHasNewFigures() {
    model.show(true);
    backend.requests().clear();
    pass(Duration.ofHours(10));
    assertThat(backend.requests()).hasSize(1);
    assertThat(backend.requests().getFirst()).contains("to=2026-11-23T21");
  }

  @Test
  void keepsWhatWasShownWhenTheServerCannotAnswer() {
    model.show(true);
    backend.script(ASKED, Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    news();
    pass(Duration.ofSeconds(10));
    assertThat(model.problem().get()).isEqualTo(Message.of("error.unavailable"));
    assertThat(model.shown().get()).isNotNull();
    backend.script(ASKED, Answer.json(SampleFigures.of(TODAY, 30)));
    model.retry();
    assertThat(model.problem().get()).isNull();
  }
}
