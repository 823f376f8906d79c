package dev.optima.backend.meeting.invite;

import dev.optima.backend.account.Identity;
import dev.optima.backend.mail.MailService;
import dev.optima.backend.mail.MeetingFacts;
import dev.optima.backend.mail.MeetingFacts.Occasion;
import dev.optima.backend.meeting.MeetingDrafts;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.rest.MailPreview;
import dev.optima.protocol.rest.ScheduleMeeting;
import org.jspecify.annotations.Nullable;

/// The invitation as it would be sent, word for word, while somebody still plans.
public final class MeetingMailPreview {
  private final Database database;
  private final MailService mails;
  private final MeetingDrafts drafts;

  public MeetingMailPreview(Database database, MailService mails, MeetingDrafts drafts) {
    this.database = database;
    this.mails = mails;
    this.drafts = drafts;
  }

  /// @param changed the meeting that is planned anew; null for a new one
  public MailPreview of(Identity who, ScheduleMeeting wanted, @Nullable MeetingId changed) {
    MeetingDrafts.Draft draft = database.read(tx -> drafts.of(tx, who, wanted, changed));
    return mails.preview(
        who, draft.applicantId(), facts(draft, isKnown(changed)), MeetingLinks.expiry(draft.end()));
  }

  /// Whoever has had no mail is invited, not told of a change.
  private boolean isKnown(@Nullable MeetingId changed) {
    return changed != null && mails.hasInvited(changed);
  }

  private static MeetingFacts facts(MeetingDrafts.Draft draft, boolean known) {
    Occasion occasion = known ? Occasion.CHANGED : Occasion.PLANNED;
    return new MeetingFacts(
        InvitationLetters.said(occasion, draft.answer()),
        draft.details().title(),
        draft.start(),
        draft.length(),
        draft.details().timeZone(),
        draft.interviewers(),
        draft.details().description(),
        null);
  }
}
