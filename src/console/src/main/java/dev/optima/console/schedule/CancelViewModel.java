package dev.optima.console.schedule;

import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.i18n.Message;
import dev.optima.console.toast.Toast;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.Problem;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A meeting on its way to being called off.
final class CancelViewModel {
  private final ScheduleGround ground;
  private final Runnable onDone;
  private final StringProperty reason = new SimpleStringProperty("");
  private final BooleanProperty tell = new SimpleBooleanProperty(true);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private Meeting meeting;

  /// @param onDone told when it is called off, or cannot be any more
  CancelViewModel(ScheduleGround ground, Meeting meeting, Runnable onDone) {
    this.ground = ground;
    this.meeting = meeting;
    this.onDone = onDone;
  }

  void cancel() {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    problem.set(null);
    String why = reason.get().strip();
    CancelMeeting cancel =
        new CancelMeeting(why.isEmpty() ? null : why, tell.get(), meeting.version());
    ground
        .tasks()
        .run(
            () -> ground.api().meetings().cancel(meeting.meetingId(), cancel),
            now -> {
              ground.feed().learn(now);
              ground
                  .toasts()
                  .show(Toast.plain(Message.of("schedule.calledOff", now.applicantName())));
              onDone.run();
            },
            this::failed);
  }

  private void failed(Exception failure) {
    busy.set(false);
    Optional<Problem> why =
        failure instanceof ApiException refused ? refused.problem() : Optional.empty();
    Meeting now = why.map(Problem::meeting).orElse(null);
    if (now != null) {
      meeting = now;
      ground.feed().learn(now);
    }
    boolean stale = why.filter(it -> it.code() == ErrorCode.STALE).isPresent();
    problem.set(stale ? Message.of("schedule.callOff.stale") : ApiFailures.explain(failure));
  }

  Meeting meeting() {
    return meeting;
  }

  /// For the applicant to read; empty for none.
  StringProperty reason() {
    return reason;
  }

  /// Whether the applicant is told by mail.
  BooleanProperty tell() {
    return tell;
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
