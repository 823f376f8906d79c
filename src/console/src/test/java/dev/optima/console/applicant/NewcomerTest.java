package dev.optima.console.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An applicant whom a colleague adds while this console has no connection.
class NewcomerTest {
  private final HttpExchange http = HttpExchange.standard();
  private final Queue<Runnable> answers = new ArrayDeque<>();
  private final Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private ScriptedBackend backend;
  private ApplicantsViewModel model;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    add("john", "John Doe");
    ApiClient api = ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN);
    model =
        new ApplicantsViewModel(
            Samples.ELIF, api, new Tasks(Runnable::run, answers::add), () -> now);
    model.load();
    welcome();
  }

  @AfterEach
  void stop() throws Exception {
    backend.close();
    http.close();
  }

  @Test
  void comesWithTheNextConnection() {
    arrive();
    add("ayse", "Ayşe Yılmaz");
    welcome();
    arrive();
    assertThat(names()).contains("Ayşe Yılmaz");
  }

  @Test
  void comesThoughAnAnswerFromBeforeTheLossIsStillOnItsWay() {
    add("ayse", "Ayşe Yılmaz");
    welcome();
    arrive();
    assertThat(names()).contains("Ayşe Yılmaz");
  }

  private void arrive() {
    for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
      answer.run();
    }
  }

  private void add(String id, String name) {
    backend.add(Samples.applicant(id, name, "Engineer", "tr", "Europe/Istanbul"));
  }

  private void welcome() {
    model.on(
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

  private List<String> names() {
    return model.items().stream().map(ApplicantItem::name).toList();
  }
}
