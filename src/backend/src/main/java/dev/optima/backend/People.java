package dev.optima.backend;

import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.applicant.ApplicantFeed;
import dev.optima.backend.applicant.ApplicantImport;
import dev.optima.backend.applicant.ApplicantService;
import dev.optima.backend.applicant.InvitationService;
import dev.optima.backend.applicant.ProfileService;
import dev.optima.backend.applicant.RoomService;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.store.Database;

/// Applicants.
record People(
    ApplicantService applicants,
    ApplicantImport imports,
    InvitationService invitations,
    ProfileService profiles,
    RoomService rooms) {

  static People wire(
      Database database,
      Secrets secrets,
      SessionService sessions,
      Chat chat,
      Outbox outbox,
      Surroundings around) {
    String organisation = around.config().organisation();
    ApplicantFeed feed = new ApplicantFeed(chat.bus());
    return new People(
        new ApplicantService(
            database,
            chat.registry(),
            new ApplicantService.Chat(chat.entries(), chat.marks()),
            feed,
            around.clock()),
        new ApplicantImport(database, feed, around.clock()),
        new InvitationService(
            database,
            sessions,
            secrets,
            around.clock(),
            new InvitationService.Terms(
                around.publicUrl(), organisation, around.config().invitationLife()),
            outbox),
        new ProfileService(database, feed, organisation),
        new RoomService(database, chat.registry(), chat.entries(), chat.marks()));
  }
}
