package dev.optima.console.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.applicant.InvitationMailViewModel.Step;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Applicant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An invitation by mail is seen before it is sent.
class InvitationMailViewModelTest {
  private final HttpExchange http = HttpExchange.standard();
  private ScriptedBackend backend;
  private InvitationMailViewModel model;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    Applicant john =
        Samples.applicant("john", "John Doe", "Backend engineer", "en", "Europe/Berlin");
    backend.add(john);
    model =
        new InvitationMailViewModel(
            ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN),
            new Tasks(Runnable::run, Runnable::run),
            john);
  }

  @AfterEach
  void stop() throws Exception {
    backend.close();
    http.close();
  }

  @Test
  void showsTheMailAndSendsItOnce() {
    model.send();
    assertThat(backend.requests()).as("nothing is sent unseen").isEmpty();
    model.load();
    assertThat(model.step().get()).isInstanceOf(Step.Ready.class);
    assertThat(backend.requests())
        .containsExactly("GET /api/applicants/john/mail-preview?kind=invitation");
    model.send();
    model.send();
    assertThat(model.step().get()).isEqualTo(new Step.Sent("john@example.org"));
    assertThat(backend.people().invitations())
        .satisfiesExactly(
            link -> assertThat(link).isEmpty(),
            mail -> assertThat(mail).matches("\\{\"send_email\":true,\"key\":\"[0-9a-f-]{36}\"}"));
  }

  @Test
  void saysWhatToDoWhereNoMailServerIsSet() {
    backend.script(
        "POST /api/applicants/john/invitations", Answer.problem(409, ErrorCode.MAIL_OFF, null));
    model.load();
    model.send();
    assertThat(model.step().get()).isEqualTo(new Step.Refused(Message.of("invitation.mail.off")));
  }
}
