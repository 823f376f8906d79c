package dev.optima.backend.meeting.invite;

import dev.optima.backend.account.AccountStore;
import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Inputs;
import dev.optima.backend.mail.MailService;
import dev.optima.backend.mail.MeetingFacts;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.MailPreview;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The invitation as it would be sent, while somebody still plans.
public final class MeetingMailPreview {
  private static final int LONGEST = 12 * 60;

  private final Database database;
  private final MailService mails;
  private final AccountStore accounts = new AccountStore();

  public MeetingMailPreview(Database database, MailService mails) {
    this.database = database;
    this.mails = mails;
  }

  /// @param wanted with a `version` it is a change of what was planned already
  public MailPreview of(Identity who, ScheduleMeeting wanted) {
    if (wanted.durationMinutes() < 1 || wanted.durationMinutes() > LONGEST) {
      throw Refusal.invalid("duration_minutes", "duration_minutes is 1 to " + LONGEST);
    }
    Set<UserId> people = new LinkedHashSet<>(List.of(who.userId()));
    people.addAll(wanted.interviewerIds() == null ? List.of() : wanted.interviewerIds());
    return mails.preview(
        who,
        wanted.applicantId(),
        new MeetingFacts(
            wanted.version() == null
                ? MeetingFacts.Occasion.PLANNED
                : MeetingFacts.Occasion.CHANGED,
            wanted.title().isBlank() ? "…" : Inputs.line("title", wanted.title()),
            wanted.scheduledTime(),
            Duration.ofMinutes(wanted.durationMinutes()),
            Inputs.timeZone(wanted.timeZone()),
            database.read(tx -> names(tx, people)),
            wanted.description(),
            null));
  }

  private List<String> names(Tx tx, Set<UserId> people) throws SQLException {
    List<String> names = new ArrayList<>();
    for (UserId person : people) {
      accounts.byId(tx, person).ifPresent(found -> names.add(found.account().name()));
    }
    return names;
  }
}
