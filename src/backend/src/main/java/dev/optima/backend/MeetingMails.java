package dev.optima.backend;

import dev.optima.backend.calendar.FeedService;
import dev.optima.backend.config.ImapSettings;
import dev.optima.backend.mail.ImapBox;
import dev.optima.backend.mail.InboxWatch;
import dev.optima.backend.mail.MailService;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.invite.MailedAnswers;
import dev.optima.backend.meeting.invite.MeetingLinkService;
import dev.optima.backend.meeting.invite.MeetingMailPreview;
import dev.optima.backend.store.Database;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// What people do with interviews in mails and in calendars elsewhere.
///
/// @param inbox reads the answers that come by mail; absent if no mailbox is set
record MeetingMails(
    MeetingLinkService links,
    MeetingMailPreview preview,
    FeedService feeds,
    Optional<InboxWatch> inbox) {

  static MeetingMails wire(
      Database database,
      MeetingKernel kernel,
      Invites invites,
      MailService mails,
      Surroundings around) {
    return new MeetingMails(
        new MeetingLinkService(database, kernel, invites.links(), invites.events(), around.clock()),
        new MeetingMailPreview(database, mails, kernel.drafts()),
        new FeedService(database, kernel, invites.events(), around.publicUrl(), around.clock()),
        around.config().imap().map(settings -> inbox(database, kernel, settings, around)));
  }

  private static InboxWatch inbox(
      Database database, MeetingKernel kernel, ImapSettings settings, Surroundings around) {
    return new InboxWatch(
        database,
        new ImapBox(settings),
        settings.every(),
        new MailedAnswers(database, kernel, around.clock()),
        around.clock(),
        () -> ThreadLocalRandom.current().nextDouble());
  }
}
