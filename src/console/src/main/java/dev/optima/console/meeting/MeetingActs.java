package dev.optima.console.meeting;

import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.MeetingsClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.toast.Toast;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.CloseMeeting;
import dev.optima.protocol.rest.CloseMeeting.Outcome;
import dev.optima.protocol.rest.NotifyMeeting;
import dev.optima.protocol.rest.Problem;
import java.util.Optional;

/// What a recruiter does with a meeting at a press: says what became of it, takes that back, tells
/// the applicant to wait. Each says what came of it, with the way back where there is one.
public final class MeetingActs {
  private final MeetingsClient client;
  private final MeetingFeed feed;
  private final Tasks tasks;
  private final ToastsViewModel toasts;

  public MeetingActs(MeetingsClient client, MeetingFeed feed, Tasks tasks, ToastsViewModel toasts) {
    this.client = client;
    this.feed = feed;
    this.tasks = tasks;
    this.toasts = toasts;
  }

  /// It took place.
  public void complete(Meeting meeting) {
    close(
        meeting,
        new CloseMeeting(Outcome.COMPLETED, null, meeting.version()),
        Message.of("meeting.done.completed", meeting.applicantName()),
        true);
  }

  /// Somebody did not come.
  public void noShow(Meeting meeting, Absent who) {
    close(
        meeting,
        new CloseMeeting(Outcome.NO_SHOW, who, meeting.version()),
        Message.of("meeting.done.noShow", meeting.applicantName()),
        true);
  }

  /// Takes a completion or a no-show back.
  public void undo(Meeting meeting) {
    close(
        meeting,
        new CloseMeeting(Outcome.UNDO, null, meeting.version()),
        Message.of("meeting.done.undone", meeting.applicantName()),
        false);
  }

  private void close(Meeting meeting, CloseMeeting outcome, Message done, boolean undoable) {
    tasks.run(
        () -> client.close(meeting.meetingId(), outcome),
        now -> {
          feed.learn(now);
          Toast toast = Toast.plain(done);
          toasts.show(
              undoable ? toast.with(Message.of("meeting.undo"), () -> undo(latest(now))) : toast);
        },
        failure -> failed(meeting, failure));
  }

  private Meeting latest(Meeting meeting) {
    return feed.find(meeting.meetingId()).orElse(meeting);
  }

  /// Lets the applicant in who waits.
  ///
  /// @param done what comes after it
  public void admit(Meeting meeting, Runnable done) {
    tasks.run(
        () -> client.admit(meeting.meetingId()),
        now -> {
          feed.learn(now);
          done.run();
        },
        failure -> failed(meeting, failure));
  }

  /// Tells the applicant that the team is late.
  ///
  /// @param minutes how late
  public void runningLate(Meeting meeting, int minutes) {
    tasks.run(
        () -> {
          client.notify(
              meeting.meetingId(), new NotifyMeeting(NotifyMeeting.Kind.RUNNING_LATE, minutes));
          return minutes;
        },
        told ->
            toasts.show(
                Toast.plain(Message.of("meeting.done.late", meeting.applicantName(), told))),
        failure -> failed(meeting, failure));
  }

  private void failed(Meeting meeting, Exception failure) {
    Optional<Problem> problem =
        failure instanceof ApiException refused ? refused.problem() : Optional.empty();
    problem.map(Problem::meeting).ifPresent(feed::learn);
    boolean stale = problem.filter(it -> it.code() == ErrorCode.STALE).isPresent();
    toasts.show(
        Toast.problem(
            stale
                ? Message.of("meeting.failed.stale", meeting.applicantName())
                : Message.of(
                    "meeting.failed", meeting.applicantName(), ApiFailures.explain(failure))));
  }
}
