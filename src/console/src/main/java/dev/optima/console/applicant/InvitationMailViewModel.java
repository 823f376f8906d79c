package dev.optima.console.applicant;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.MailKind;
import dev.optima.protocol.rest.MailPreview;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// An invitation by mail: shown as it would be sent, and sent.
public final class InvitationMailViewModel {
  private final ApiClient api;
  private final Tasks tasks;
  private final Applicant applicant;

  /// However often it is tried from here, it is one mail.
  private final String key = UUID.randomUUID().toString();

  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Loading());

  /// How far it is.
  public sealed interface Step {
    record Loading() implements Step {}

    record Ready(MailPreview mail) implements Step {}

    record Sending(MailPreview mail) implements Step {}

    /// On its way.
    record Sent(String to) implements Step {}

    /// Not to be shown, or not sent.
    record Refused(Message why) implements Step {}
  }

  public InvitationMailViewModel(ApiClient api, Tasks tasks, Applicant applicant) {
    this.api = api;
    this.tasks = tasks;
    this.applicant = applicant;
  }

  /// Asks for the mail as it would be sent.
  public void load() {
    step.set(new Step.Loading());
    tasks.run(
        () -> api.mail().preview(applicant.applicantId(), MailKind.INVITATION),
        mail -> step.set(new Step.Ready(mail)),
        this::failed);
  }

  /// Sends it, with a new link in it.
  public void send() {
    if (!(step.get() instanceof Step.Ready(MailPreview mail))) {
      return;
    }
    step.set(new Step.Sending(mail));
    tasks.run(
        () -> api.mail().invite(applicant.applicantId(), key),
        _ -> step.set(new Step.Sent(mail.to())),
        this::failed);
  }

  private void failed(Exception failure) {
    boolean off = failure instanceof ApiException refused && refused.is(ErrorCode.MAIL_OFF);
    step.set(
        new Step.Refused(off ? Message.of("invitation.mail.off") : ApiFailures.explain(failure)));
  }

  public ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }
}
