package dev.optima.backend;

import dev.optima.backend.calendar.FeedService;
import dev.optima.backend.mail.MailService;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.invite.MeetingLinkService;
import dev.optima.backend.meeting.invite.MeetingMailPreview;
import dev.optima.backend.store.Database;

/// What people do with interviews in mails and in calendars elsewhere.
record MeetingMails(MeetingLinkService links, MeetingMailPreview preview, FeedService feeds) {

  static MeetingMails wire(
      Database database,
      MeetingKernel kernel,
      Invites invites,
      MailService mails,
      Surroundings around) {
    return new MeetingMails(
        new MeetingLinkService(database, kernel, invites.links(), invites.events(), around.clock()),
        new MeetingMailPreview(database, mails),
        new FeedService(database, kernel, invites.events(), around.publicUrl(), around.clock()));
  }
}
