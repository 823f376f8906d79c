package dev.optima.backend.meeting.invite;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.mail.AnswerReader;
import dev.optima.backend.mail.IncomingAnswer;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.StoredMeeting;
import dev.optima.backend.meeting.invite.MailedAnswer.Said;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.AnswerMeeting;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the answers that an applicant's calendar program sends by mail. One counts if it names the
/// meeting, its applicant's address and its present state, and if no answer was given since it was
/// written; else it is noted in the history of the meeting and changes nothing.
public final class MailedAnswers implements AnswerReader {
  private static final Logger LOG = LoggerFactory.getLogger(MailedAnswers.class);

  private final Database database;
  private final MeetingKernel kernel;
  private final InstantSource clock;
  private final MailedAnswerStore store = new MailedAnswerStore();

  public MailedAnswers(Database database, MeetingKernel kernel, InstantSource clock) {
    this.database = database;
    this.kernel = kernel;
    this.clock = clock;
  }

  @Override
  public boolean take(IncomingAnswer mail) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<MailedAnswer> answer = MailedAnswer.read(mail.calendar(), now);
    Optional<StoredMeeting> meeting =
        answer.flatMap(one -> database.read(tx -> kernel.meetings().find(tx, one.meetingId())));
    if (meeting.isEmpty() || said(answer.get(), meeting.get()) == null) {
      return false;
    }
    String id = Secrets.hash(mail.id() + "\n" + mail.calendar());
    return database.<Boolean>write(
        meeting.get().session().roomId().value(), tx -> take(tx, id, answer.get(), now));
  }

  /// Null if it is not the applicant who says it.
  private static @Nullable Said said(MailedAnswer answer, StoredMeeting meeting) {
    return answer.said().get(meeting.invitee().email().strip().toLowerCase(Locale.ROOT));
  }

  private boolean take(Tx tx, String id, MailedAnswer answer, Instant now) throws SQLException {
    StoredMeeting meeting = kernel.meetings().find(tx, answer.meetingId()).orElse(null);
    Said said = meeting == null ? null : said(answer, meeting);
    if (meeting == null || said == null || answer.sequence() > meeting.session().sequence()) {
      return false;
    }
    boolean late =
        answer.sequence() < meeting.session().sequence()
            || store.latest(tx, answer).filter(answer.saidAt()::isBefore).isPresent();
    if (store.take(tx, id, answer, now)) {
      act(tx, meeting, answer, late ? null : wanted(answer, said), now);
    }
    return true;
  }

  /// Null for whoever has not decided: that is no answer.
  private static @Nullable AnswerMeeting wanted(MailedAnswer answer, Said said) {
    if (answer.counter()) {
      return new AnswerMeeting(
          MeetingAnswer.ASKED_TO_MOVE, answer.proposals(), answer.note(), answer.sequence());
    }
    return switch (said) {
      case ACCEPTED ->
          new AnswerMeeting(MeetingAnswer.ACCEPTED, null, answer.note(), answer.sequence());
      case DECLINED ->
          new AnswerMeeting(MeetingAnswer.DECLINED, null, answer.note(), answer.sequence());
      case UNDECIDED -> null;
    };
  }

  private void act(
      Tx tx,
      StoredMeeting meeting,
      MailedAnswer answer,
      @Nullable AnswerMeeting wanted,
      Instant now)
      throws SQLException {
    StoredMeeting.Invitee invitee = meeting.invitee();
    var who = new Identity(invitee.userId(), Role.APPLICANT, invitee.name(), null, null);
    if (wanted == null || !answered(tx, who, answer, wanted, now)) {
      Said said = said(answer, meeting);
      String word = answer.counter() ? "asked_to_move" : String.valueOf(said);
      kernel
          .deeds()
          .remark(
              tx,
              who,
              meeting,
              "answer_ignored",
              Map.of(
                  "answer",
                  word.toLowerCase(Locale.ROOT),
                  "sequence",
                  Long.toString(answer.sequence())),
              now);
      tx.afterCommit(
          () -> LOG.info("An answer by mail to meeting {} changes nothing", answer.meetingId()));
      return;
    }
    tx.afterCommit(() -> LOG.info("Meeting {} was answered by mail", answer.meetingId()));
  }

  /// False if it is too late for it, or not allowed, or a newer answer was given. A time that
  /// cannot be proposed is left out.
  private boolean answered(
      Tx tx, Identity who, MailedAnswer answer, AnswerMeeting wanted, Instant now)
      throws SQLException {
    try {
      kernel.deeds().answer(tx, who, answer.meetingId(), wanted, answer.saidAt(), now);
      return true;
    } catch (Refusal e) {
      List<Instant> proposals = wanted.proposals();
      if (e.code() == ErrorCode.INVALID && proposals != null) {
        var plain = new AnswerMeeting(wanted.answer(), null, wanted.note(), wanted.sequence());
        return answered(tx, who, answer, plain, now);
      }
      if (e.code() == ErrorCode.UNAVAILABLE) {
        throw e; // it is shown again
      }
      return false;
    }
  }
}
