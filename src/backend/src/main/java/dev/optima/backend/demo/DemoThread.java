package dev.optima.backend.demo;

import dev.optima.backend.account.Identity;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.rest.NewMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets what the script says happen between a recruiter and an applicant, at the present time of
/// the office's clock.
final class DemoThread {
  private final DemoOffice office;
  private final Identity recruiter;
  private final Identity applicant;
  private final RoomId room;
  private final RoomId notes;
  private final DemoMeetings meetings;
  private @Nullable MessageId saidByApplicant;
  private @Nullable MessageId saidByRecruiter;
  private int keys;

  DemoThread(DemoOffice office, Identity recruiter, Identity applicant) {
    this.office = office;
    this.recruiter = recruiter;
    this.applicant = applicant;
    this.room = RoomId.of(applicant.userId());
    this.meetings = office.meetings(recruiter, applicant);
    this.notes = RoomId.teamOf(applicant.userId());
  }

  void play(DemoScript.Deed deed) {
    switch (deed) {
      case DemoScript.Said words -> say(words);
      case DemoScript.Noted note -> send(recruiter, notes, note.text(), null);
      case DemoScript.Reacted reaction -> react(reaction.emoji());
      case DemoScript.Rang ring ->
          office.calls().ring(recruiter, applicant, room, ring.outcome(), ring.talked());
      case DemoScript.Planned plan -> meetings.plan(plan);
      case DemoScript.Turn turn -> meetings.turn(turn);
    }
  }

  /// All have read all, but the team some of the last messages.
  void read(List<Identity> team, int unread) {
    long last = lastSeq(applicant, room);
    for (Identity reader : team) {
      office.chat().read(reader, room, Math.max(0, last - unread));
      office.chat().read(reader, notes, lastSeq(reader, notes));
    }
    office.chat().read(applicant, room, last);
  }

  private long lastSeq(Identity who, RoomId where) {
    return office.chat().history().messages(who, where, null, null, 1).lastSeq();
  }

  private void say(DemoScript.Said words) {
    if (words.byApplicant()) {
      saidByApplicant = send(applicant, room, words.text(), words.reply() ? saidByRecruiter : null);
    } else {
      saidByRecruiter = send(recruiter, room, words.text(), words.reply() ? saidByApplicant : null);
    }
  }

  private MessageId send(Identity who, RoomId where, String text, @Nullable MessageId replyTo) {
    var message = new NewMessage("demo-" + keys++, text, replyTo, null);
    return office.chat().send(who, where, message).messageId();
  }

  private void react(String emoji) {
    if (saidByApplicant == null) {
      throw new IllegalStateException("the applicant has said nothing yet");
    }
    office.chat().react(recruiter, room, saidByApplicant, emoji, false);
  }
}
