package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.backend.meeting.MeetingTransitions.Act;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingDecision;
import dev.optima.protocol.meeting.MeetingDecision.Transition;
import dev.optima.protocol.meeting.MeetingEffect;
import dev.optima.protocol.meeting.MeetingEvent;
import dev.optima.protocol.meeting.MeetingMachine;
import dev.optima.protocol.meeting.MeetingSession;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.CloseMeeting;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What people do to a planned meeting, in an open transaction: answer, call off, say what became
/// of it.
public final class MeetingDeeds {
  /// Each attempt loses only to a transition that somebody else made.
  private static final int ATTEMPTS = 20;

  private final AnswerTimes answers = new AnswerTimes();
  private final MeetingTransitions transitions;
  private final MeetingMachine machine;
  private final MeetingViews views;
  private final MeetingAudit audit;

  MeetingDeeds(
      MeetingTransitions transitions,
      MeetingMachine machine,
      MeetingViews views,
      MeetingAudit audit) {
    this.transitions = transitions;
    this.machine = machine;
    this.views = views;
    this.audit = audit;
  }

  /// What the applicant says to it.
  public StoredMeeting answer(Tx tx, Identity who, MeetingId id, AnswerMeeting said, Instant now)
      throws SQLException {
    answers.now(tx, id, now);
    return answered(tx, who, id, said, now);
  }

  /// What the applicant said to it elsewhere, and comes only now (RFC 5546, 2.1.5).
  ///
  /// @param then when it was written
  /// @throws Refusal `stale` also if they gave another answer since
  public StoredMeeting answer(
      Tx tx, Identity who, MeetingId id, AnswerMeeting said, Instant then, Instant now)
      throws SQLException {
    if (!answers.written(tx, id, then)) {
      throw stale(who, transitions.present(tx, id));
    }
    return answered(tx, who, id, said, now);
  }

  private StoredMeeting answered(Tx tx, Identity who, MeetingId id, AnswerMeeting said, Instant now)
      throws SQLException {
    var reply =
        new Reply(
            said.answer() == MeetingAnswer.ASKED_TO_MOVE
                ? MeetingInputs.proposals(said.proposals(), now)
                : null,
            MeetingInputs.note(said.note()));
    var deed = MeetingDeed.by(who, now, false);
    return retried(
        tx,
        who,
        id,
        before -> {
          if (said.sequence() != null && said.sequence() < before.session().sequence()) {
            throw stale(who, before);
          }
          var event = new MeetingEvent.Answer(who.userId(), said.answer());
          Act act = Act.told("answered", news(said.answer()), deed);
          Step step = step(who, before, event, reply, act);
          boolean again =
              said.answer() == before.session().answer() && reply.equals(before.reply());
          return again ? null : step;
        });
  }

  /// Notes in its history what changed nothing.
  public void remark(
      Tx tx, Identity who, StoredMeeting meeting, String act, Map<String, String> what, Instant now)
      throws SQLException {
    transitions.noted(tx, meeting, Act.untold(act, MeetingDeed.by(who, now, false)), what, null);
  }

  StoredMeeting cancel(Tx tx, Identity who, MeetingId id, CancelMeeting wanted, Instant now)
      throws SQLException {
    String reason = MeetingInputs.reason(wanted.reason());
    return retried(
        tx,
        who,
        id,
        before -> {
          refuseIfOther(who, before, wanted.version());
          boolean mail =
              wanted.sendEmail() == null
                  ? before.details().sendEmail() || before.notificationSent()
                  : wanted.sendEmail();
          var event = new MeetingEvent.Cancel(who.userId(), reason);
          var deed = MeetingDeed.by(who, now, mail);
          Step step =
              step(
                  who,
                  before,
                  event,
                  before.reply(),
                  Act.told("cancelled", MeetingNews.What.CANCELLED, deed));
          return step == null
              ? null
              : new Step(step.next().replanned(null), step.effects(), step.act());
        });
  }

  StoredMeeting close(Tx tx, Identity who, MeetingId id, CloseMeeting wanted, Instant now)
      throws SQLException {
    var deed = MeetingDeed.by(who, now, false);
    return retried(
        tx,
        who,
        id,
        before -> {
          refuseIfOther(who, before, wanted.version());
          return switch (wanted.outcome()) {
            case COMPLETED ->
                step(
                    who,
                    before,
                    new MeetingEvent.Complete(who.userId()),
                    before.reply(),
                    Act.told("completed", MeetingNews.What.COMPLETED, deed));
            case NO_SHOW -> {
              if (wanted.absent() == null) {
                throw Refusal.invalid("absent", "absent says who did not come");
              }
              yield step(
                  who,
                  before,
                  new MeetingEvent.NoShow(who.userId(), wanted.absent()),
                  before.reply(),
                  Act.told("no_show", MeetingNews.What.NO_SHOW, deed));
            }
            case UNDO ->
                step(
                    who,
                    before,
                    new MeetingEvent.Undo(who.userId()),
                    before.reply(),
                    Act.untold("undone", deed));
          };
        });
  }

  /// What is to be stored.
  private record Step(StoredMeeting next, List<MeetingEffect> effects, Act act) {}

  /// Decides about the present state; null if nothing is to be done.
  @FunctionalInterface
  private interface Decision {
    @Nullable Step about(StoredMeeting present);
  }

  private StoredMeeting retried(Tx tx, Identity who, MeetingId id, Decision decision)
      throws SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      StoredMeeting before = transitions.present(tx, id);
      checkMayKnow(who, before);
      Step step = decision.about(before);
      if (step == null) {
        return before;
      }
      var stored = transitions.changed(tx, before, step.next(), step.effects(), step.act());
      if (stored.isPresent()) {
        audit.closed(tx, who, before, stored.get());
        return stored.get();
      }
    }
    throw Refusal.unavailable("the meeting changes too fast");
  }

  private @Nullable Step step(
      Identity who, StoredMeeting before, MeetingEvent event, Reply reply, Act act) {
    MeetingDecision decision = machine.on(before.session(), event, act.deed().at());
    return switch (decision) {
      case Transition(MeetingSession next, List<MeetingEffect> effects) ->
          new Step(before.with(next, before.details(), reply), effects, act);
      case MeetingDecision.Unchanged _ -> null;
      case MeetingDecision.Refusal(MeetingDecision.Reason reason, _) ->
          throw refusal(reason, who, before);
    };
  }

  private Refusal refusal(MeetingDecision.Reason reason, Identity who, StoredMeeting present) {
    return switch (reason) {
      case FORBIDDEN -> Refusal.forbidden("not yours to do with this meeting");
      case STALE -> stale(who, present);
      case TOO_EARLY ->
          Refusal.about(
              ErrorCode.TOO_EARLY, "the meeting has not begun", views.seenBy(who, present));
    };
  }

  private void refuseIfOther(Identity who, StoredMeeting present, @Nullable Long version) {
    if (version != null && !Objects.equals(version, present.session().version())) {
      throw stale(who, present);
    }
  }

  private Refusal stale(Identity who, StoredMeeting present) {
    return Refusal.about(ErrorCode.STALE, "the meeting is past that", views.seenBy(who, present));
  }

  /// What is not yours is not there.
  static void checkMayKnow(Identity who, StoredMeeting meeting) {
    if (who.callId() != null || !who.maySee(meeting.session().roomId())) {
      throw Refusal.notFound("there is no such meeting");
    }
  }

  private static MeetingNews.What news(MeetingAnswer answer) {
    return switch (answer) {
      case ACCEPTED -> MeetingNews.What.ACCEPTED;
      case DECLINED -> MeetingNews.What.DECLINED;
      case ASKED_TO_MOVE -> MeetingNews.What.ASKED_TO_MOVE;
      case INVITED -> throw Refusal.invalid("answer", "an answer is yes, no, or another time");
    };
  }
}
