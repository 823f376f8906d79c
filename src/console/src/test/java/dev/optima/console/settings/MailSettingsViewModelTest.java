package dev.optima.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.MailTested;
import dev.optima.protocol.rest.OutboxMails.Mail;
import dev.optima.protocol.rest.OutboxMails.State;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The backend's mail, as an administrator sees it.
class MailSettingsViewModelTest {
  private final HttpExchange http = HttpExchange.standard();
  private ScriptedBackend backend;
  private MailSettingsViewModel model;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.admin());
    model =
        new MailSettingsViewModel(
            ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN),
            new Tasks(Runnable::run, Runnable::run));
    model.load();
  }

  @AfterEach
  void stop() throws Exception {
    backend.close();
    http.close();
  }

  @Test
  void showsFirstWhatWasGivenUp() {
    assertThat(ids()).containsExactly("m1");
    assertThat(model.configured().get()).isTrue();
    model.show(State.SENT);
    assertThat(ids()).containsExactly("m3");
  }

  @Test
  void triesAgainAndDeletes() {
    model.retry(model.mails().getFirst());
    assertThat(ids()).isEmpty();
    model.show(State.QUEUED);
    assertThat(ids()).containsExactly("m2", "m1");
    model.delete(model.mails().getFirst());
    assertThat(ids()).containsExactly("m1");
  }

  @Test
  void saysInWordsWhatTheMailServerSaid() {
    model.test("not an address");
    assertThat(key()).isEqualTo("mail.test.wrong");
    assertThat(backend.mail().tested()).isEmpty();
    model.test(" elif@example.org ");
    assertThat(key()).isEqualTo("mail.test.sent");
    assertThat(backend.mail().tested()).containsExactly("elif@example.org");
    for (String problem :
        List.of("host", "connection", "tls", "credentials", "sender", "recipient", "other")) {
      backend.mail().answerTests(new MailTested(false, problem, "535 no"));
      model.test("elif@example.org");
      assertThat(key()).isEqualTo("mail.test." + problem);
      assertThat(model.answer().get()).extracting("detail").isEqualTo("535 no");
    }
    backend.script("POST /api/mail/test", Answer.problem(409, ErrorCode.MAIL_OFF, null));
    model.test("elif@example.org");
    assertThat(key()).isEqualTo("mail.off");
  }

  @Test
  void saysWhyTheOutboxIsNotShown() {
    backend.script("GET /api/mail/outbox", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    model.load();
    assertThat(model.problem().get()).isEqualTo(Message.of("error.unavailable"));
  }

  private String key() {
    MailSettingsViewModel.Answer answer = model.answer().get();
    return answer == null ? "" : answer.text().key();
  }

  private List<String> ids() {
    return model.mails().stream().map(Mail::mailId).toList();
  }
}
