package dev.optima.console.schedule;

import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.MeetingsClient;
import dev.optima.console.i18n.Message;
import dev.optima.console.toast.Toast;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.Problem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Moving meetings and changing their length by hand. Each time it is asked whether to tell the
/// applicant, and each can be undone; until the backend has agreed, the meeting is only shown
/// there.
public final class MoveViewModel {
  private final ScheduleGround ground;
  private final MeetingsClient client;
  private final Runnable changed;
  private final Map<MeetingId, Place> pending = new HashMap<>();
  private final ReadOnlyObjectWrapper<@Nullable MoveQuestion> question =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /// Where in time.
  public record Place(Instant start, int minutes) {
    static Place of(Meeting meeting) {
      return new Place(meeting.scheduledTime(), meeting.durationMinutes());
    }
  }

  /// @param changed told when meetings are shown elsewhere
  MoveViewModel(ScheduleGround ground, Runnable changed) {
    this.ground = ground;
    this.changed = changed;
    client = ground.api().meetings();
  }

  /// Where a meeting is shown.
  Place place(Meeting meeting) {
    return pending.getOrDefault(meeting.meetingId(), Place.of(meeting));
  }

  /// Whether it may be moved at all: it has not begun, and is not over.
  public static boolean isMovable(Meeting meeting) {
    return !meeting.status().isOver() && meeting.startedAt() == null;
  }

  /// Asks whether it is to be there, when whoever drew it has let go.
  public void ask(Meeting meeting, Instant start, int minutes) {
    ground.tasks().later(() -> drawn(meeting, start, minutes));
  }

  private void drawn(Meeting meeting, Instant start, int minutes) {
    Place place = new Place(start, minutes);
    if (place.equals(Place.of(meeting)) || question.get() != null) {
      changed.run();
      return;
    }
    ask(new MoveQuestion(meeting, place, null, null));
  }

  private void ask(MoveQuestion asked) {
    pending.put(asked.meeting().meetingId(), asked.place());
    question.set(asked);
    changed.run();
    check(asked);
  }

  /// Whether everybody has time: a help while one thinks, no more.
  private void check(MoveQuestion asked) {
    Meeting meeting = asked.meeting();
    tasks(
        () ->
            client.check(
                Plans.moved(meeting, asked.place(), false, null, ground.zone()),
                meeting.meetingId()),
        check -> {
          if (asked.equals(question.get())) {
            question.set(new MoveQuestion(meeting, asked.place(), check, null));
          }
        },
        failure -> {});
  }

  private <T> void tasks(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    ground.tasks().run(work, done, failed);
  }

  /// It stays where it is.
  public void leave() {
    MoveQuestion asked = question.get();
    if (asked != null && !busy.get()) {
      over(asked);
    }
  }

  /// It is to be at the next time at which everybody is free.
  public void takeNextFree() {
    MoveQuestion asked = question.get();
    MeetingCheck check = asked == null ? null : asked.check();
    Instant free = check == null ? null : check.nextFree();
    if (asked != null && free != null && !busy.get()) {
      ask(new MoveQuestion(asked.meeting(), new Place(free, asked.place().minutes()), null, null));
    }
  }

  /// It is to be there.
  ///
  /// @param tell whether the applicant is told by mail
  /// @param reason why it may stand beside another one, if it does
  public void move(boolean tell, @Nullable String reason) {
    MoveQuestion asked = question.get();
    if (asked == null || busy.get()) {
      return;
    }
    busy.set(true);
    Meeting before = asked.meeting();
    tasks(
        () ->
            client.change(
                before.meetingId(),
                Plans.moved(before, asked.place(), tell, reason, ground.zone())),
        now -> {
          busy.set(false);
          ground.feed().learn(now);
          over(asked);
          tell(before, now, tell);
        },
        failure -> failed(asked, failure));
  }

  private void over(MoveQuestion asked) {
    pending.remove(asked.meeting().meetingId());
    question.set(null);
    changed.run();
  }

  private void tell(Meeting before, Meeting now, boolean told) {
    Message what = Message.of(told ? "schedule.moved.told" : "schedule.moved", now.applicantName());
    ground
        .toasts()
        .show(Toast.plain(what).with(Message.of("schedule.undo"), () -> undo(before, now, told)));
  }

  /// Puts it back to where it was, whatever else was changed meanwhile.
  private void undo(Meeting before, Meeting moved, boolean told) {
    Meeting now = ground.feed().find(moved.meetingId()).orElse(moved);
    tasks(
        () ->
            client.change(
                now.meetingId(),
                Plans.moved(now, Place.of(before), told, before.overrideReason(), ground.zone())),
        back -> {
          ground.feed().learn(back);
          ground.toasts().show(Toast.plain(Message.of("schedule.movedBack", back.applicantName())));
        },
        failure -> {
          problem(failure).map(Problem::meeting).ifPresent(ground.feed()::learn);
          ground
              .toasts()
              .show(
                  Toast.problem(
                      Message.of(
                          "schedule.notMovedBack",
                          now.applicantName(),
                          ApiFailures.explain(failure))));
        });
  }

  private static Optional<Problem> problem(Exception failure) {
    return failure instanceof ApiException refused ? refused.problem() : Optional.empty();
  }

  private void failed(MoveQuestion asked, Exception failure) {
    busy.set(false);
    Optional<Problem> problem = problem(failure);
    ErrorCode code = problem.map(Problem::code).orElse(null);
    if (code == ErrorCode.STALE) {
      problem.map(Problem::meeting).ifPresent(ground.feed()::learn);
      over(asked);
      ground
          .toasts()
          .show(Toast.problem(Message.of("schedule.moveStale", asked.meeting().applicantName())));
    } else if (code == ErrorCode.CONFLICT && problem.get().conflicts() != null) {
      MeetingCheck check = new MeetingCheck(problem.get().conflicts(), problem.get().nextFree());
      question.set(new MoveQuestion(asked.meeting(), asked.place(), check, null));
    } else {
      question.set(
          new MoveQuestion(
              asked.meeting(), asked.place(), asked.check(), ApiFailures.explain(failure)));
    }
  }

  /// What is to be answered; null if nothing is.
  public ReadOnlyObjectProperty<@Nullable MoveQuestion> question() {
    return question.getReadOnlyProperty();
  }

  /// Whether the backend is being asked.
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }
}
