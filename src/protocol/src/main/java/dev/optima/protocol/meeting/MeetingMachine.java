package dev.optima.protocol.meeting;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingDecision.Reason;
import dev.optima.protocol.meeting.MeetingDecision.Refusal;
import dev.optima.protocol.meeting.MeetingDecision.Transition;
import dev.optima.protocol.meeting.MeetingDecision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/// The life of a meeting. Pure, as the machine of calls: the backend decides with it, and clients
/// ask it which buttons work.
public final class MeetingMachine {
  private final MeetingTimers timers;

  public MeetingMachine(MeetingTimers timers) {
    this.timers = timers;
  }

  /// A new meeting, to which the applicant is invited.
  public Transition schedule(
      MeetingId meetingId,
      RoomId roomId,
      UserId owner,
      List<UserId> interviewers,
      Instant time,
      Duration length,
      Instant now) {
    var planned =
        new MeetingSession(
            meetingId,
            roomId,
            owner,
            interviewers,
            time,
            length,
            MeetingStatus.SCHEDULED,
            MeetingAnswer.INVITED,
            Overdue.NONE,
            null,
            null,
            null,
            0,
            0,
            null,
            null,
            null,
            null);
    return new NextMeeting(planned).plan(timers, now).with(MeetingEffect.UPDATE_CALENDARS);
  }

  /// The next state and its effects, or why the event is not allowed.
  public MeetingDecision on(MeetingSession session, MeetingEvent event, Instant now) {
    if (event instanceof MeetingEvent.ByPerson deed && !mayDo(session, deed)) {
      return new Refusal(Reason.FORBIDDEN, session);
    }
    return switch (event) {
      case MeetingEvent.Change change -> change(session, change, now);
      case MeetingEvent.Answer answer -> answer(session, answer, now);
      case MeetingEvent.Cancel cancel -> cancel(session, cancel, now);
      case MeetingEvent.Complete _ -> complete(session, now);
      case MeetingEvent.NoShow noShow -> noShow(session, noShow, now);
      case MeetingEvent.Undo _ -> undo(session, now);
      case MeetingEvent.CallPlaced placed -> placed(session, placed.callId(), now);
      case MeetingEvent.CallStarted started -> started(session, started.callId(), now);
      case MeetingEvent.CallOver over -> over(session, over.callId(), now);
      case MeetingEvent.CallFailed failed -> failed(session, failed, now);
      case MeetingEvent.Deadline deadline -> deadline(session, deadline.callLive(), now);
    };
  }

  /// Whether the event would change something now.
  public boolean allows(MeetingSession session, MeetingEvent event, Instant now) {
    return on(session, event, now) instanceof Transition;
  }

  /// Whether its room may be entered now.
  public boolean isJoinable(MeetingSession session, Instant now) {
    return !now.isBefore(session.scheduledTime().minus(timers.open()))
        && (!session.status().isOver() || mayResume(session, now));
  }

  /// The applicant answers; the team plans; either calls it off.
  private static boolean mayDo(MeetingSession session, MeetingEvent.ByPerson deed) {
    boolean applicant = deed.by().equals(session.applicantId());
    return switch (deed) {
      case MeetingEvent.Answer _ -> applicant;
      case MeetingEvent.Cancel _ -> true;
      case MeetingEvent.Change _,
          MeetingEvent.Complete _,
          MeetingEvent.NoShow _,
          MeetingEvent.Undo _ ->
          !applicant;
    };
  }

  private MeetingDecision change(MeetingSession session, MeetingEvent.Change change, Instant now) {
    if (session.status().isOver() || session.status() == MeetingStatus.IN_PROGRESS) {
      return new Refusal(Reason.STALE, session);
    }
    boolean moved =
        !change.scheduledTime().equals(session.scheduledTime())
            || !change.length().equals(session.length());
    boolean people =
        !new HashSet<>(change.interviewers()).equals(new HashSet<>(session.interviewers()));
    if (!moved && !people && !change.worded()) {
      return new Unchanged(session);
    }
    var next = new NextMeeting(session);
    next.sequence++;
    next.interviewers = change.interviewers();
    if (moved) {
      next.scheduledTime = change.scheduledTime();
      next.length = change.length();
      next.answer = MeetingAnswer.INVITED;
      next.plan(timers, now);
    }
    return next.with(MeetingEffect.UPDATE_CALENDARS);
  }

  private static MeetingDecision answer(
      MeetingSession session, MeetingEvent.Answer answer, Instant now) {
    if (answer.answer() == MeetingAnswer.INVITED
        || session.status().isOver()
        || !now.isBefore(session.end())) {
      return new Refusal(Reason.STALE, session);
    }
    if (answer.answer() == session.answer() && answer.answer() != MeetingAnswer.ASKED_TO_MOVE) {
      return new Unchanged(session);
    }
    var next = new NextMeeting(session);
    next.answer = answer.answer();
    return next.with(MeetingEffect.TELL_ANSWER);
  }

  private static MeetingDecision cancel(
      MeetingSession session, MeetingEvent.Cancel cancel, Instant now) {
    if (session.status().isOver() || session.status() == MeetingStatus.IN_PROGRESS) {
      return new Refusal(Reason.STALE, session);
    }
    var next = new NextMeeting(session);
    next.sequence++;
    next.close(MeetingStatus.CANCELLED, now);
    next.cancelledBy = cancel.by();
    next.cancelReason = cancel.reason();
    return next.with(MeetingEffect.CANCEL_CALENDARS);
  }

  private static MeetingDecision complete(MeetingSession session, Instant now) {
    if (session.status().isOver()) {
      return new Refusal(Reason.STALE, session);
    }
    if (now.isBefore(session.scheduledTime()) && session.startedAt() == null) {
      return new Refusal(Reason.TOO_EARLY, session);
    }
    var next = new NextMeeting(session);
    next.close(MeetingStatus.COMPLETED, now);
    return next.with();
  }

  private MeetingDecision noShow(MeetingSession session, MeetingEvent.NoShow noShow, Instant now) {
    if (session.status().isOver() || session.startedAt() != null) {
      return new Refusal(Reason.STALE, session);
    }
    if (now.isBefore(session.scheduledTime().plus(timers.ask()))) {
      return new Refusal(Reason.TOO_EARLY, session);
    }
    var next = new NextMeeting(session);
    next.close(MeetingStatus.NO_SHOW, now);
    next.absent = noShow.absent();
    return next.with();
  }

  private MeetingDecision undo(MeetingSession session, Instant now) {
    boolean undoable =
        session.status() == MeetingStatus.NO_SHOW || session.status() == MeetingStatus.COMPLETED;
    Instant closedAt = session.closedAt();
    if (!undoable || closedAt == null || !now.isBefore(closedAt.plus(timers.undo()))) {
      return new Refusal(Reason.STALE, session);
    }
    var next = new NextMeeting(session);
    next.absent = null;
    next.closedAt = null;
    if (session.startedAt() == null) {
      next.plan(timers, now);
    } else {
      next.status = MeetingStatus.IN_PROGRESS;
      next.deadline = later(next.end().plus(timers.review()), now.plus(timers.review()));
    }
    return next.with();
  }

  private MeetingDecision placed(MeetingSession session, CallId call, Instant now) {
    if (!isJoinable(session, now) || call.equals(session.callId())) {
      return new Unchanged(session);
    }
    var next = new NextMeeting(session);
    next.callId = call;
    return next.with();
  }

  private MeetingDecision started(MeetingSession session, CallId call, Instant now) {
    if (!isJoinable(session, now)
        || session.status() == MeetingStatus.IN_PROGRESS && call.equals(session.callId())) {
      return new Unchanged(session);
    }
    var next = new NextMeeting(session);
    next.status = MeetingStatus.IN_PROGRESS;
    next.overdue = Overdue.NONE;
    next.callId = call;
    next.absent = null;
    next.closedAt = null;
    if (next.startedAt == null) {
      next.startedAt = now;
    }
    next.deadline = later(next.end().plus(timers.review()), now.plus(timers.review()));
    return next.with();
  }

  private static MeetingDecision over(MeetingSession session, CallId call, Instant now) {
    if (session.status() != MeetingStatus.IN_PROGRESS || !call.equals(session.callId())) {
      return new Unchanged(session);
    }
    var next = new NextMeeting(session);
    next.close(MeetingStatus.COMPLETED, now);
    return next.with();
  }

  /// Unless an earlier call was its interview, it is still to be held.
  private MeetingDecision failed(
      MeetingSession session, MeetingEvent.CallFailed failed, Instant now) {
    Instant began = session.startedAt();
    if (began == null || began.isBefore(failed.placedAt())) {
      return over(session, failed.callId(), now);
    }
    if (session.status() != MeetingStatus.IN_PROGRESS
        || !failed.callId().equals(session.callId())) {
      return new Unchanged(session);
    }
    var next = new NextMeeting(session);
    next.startedAt = null;
    return next.plan(timers, now).overdue == Overdue.NONE ? next.with() : next.pass(timers, now);
  }

  private MeetingDecision deadline(MeetingSession session, boolean callLive, Instant now) {
    Instant due = session.deadline();
    if (due == null || now.isBefore(due)) {
      return new Unchanged(session);
    }
    var next = new NextMeeting(session);
    if (session.status() == MeetingStatus.IN_PROGRESS) {
      if (callLive) {
        next.deadline = now.plus(timers.review());
      } else {
        next.close(MeetingStatus.COMPLETED, now);
      }
      return next.with();
    }
    return callLive ? wait(next, now) : next.pass(timers, now);
  }

  /// Somebody is in the room, or it rings: whoever waits is not hurried.
  private MeetingDecision wait(NextMeeting next, Instant now) {
    boolean opens = next.status == MeetingStatus.SCHEDULED;
    next.status = MeetingStatus.OPEN;
    next.deadline = now.plus(timers.nudge());
    return opens ? next.with(MeetingEffect.OPENED) : next.with();
  }

  private boolean mayResume(MeetingSession session, Instant now) {
    return session.status() == MeetingStatus.COMPLETED
        && session.callId() != null
        && now.isBefore(session.end().plus(timers.review()));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
