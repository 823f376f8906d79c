package dev.optima.console.schedule;

import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.MeetingsClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.MailPreview;
import dev.optima.protocol.rest.ScheduleMeeting;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The invitation to an interview as it would be mailed.
final class MeetingMailViewModel {
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Loading());

  /// How far it is.
  sealed interface Step {
    record Loading() implements Step {}

    record Ready(MailPreview mail) implements Step {}

    /// Not to be shown.
    record Refused(Message why) implements Step {}
  }

  /// @param changed the meeting that is planned anew; null for a new one
  MeetingMailViewModel(
      MeetingsClient client, Tasks tasks, ScheduleMeeting plan, @Nullable MeetingId changed) {
    tasks.run(
        () -> client.preview(plan, changed), mail -> step.set(new Step.Ready(mail)), this::failed);
  }

  private void failed(Exception failure) {
    boolean off = failure instanceof ApiException refused && refused.is(ErrorCode.MAIL_OFF);
    step.set(new Step.Refused(off ? Message.of("plan.mail.off") : ApiFailures.explain(failure)));
  }

  ReadOnlyObjectProperty<Step> step() {
    return step.getReadOnlyProperty();
  }
}
