package dev.optima.backend;

import dev.optima.backend.config.SmtpSettings;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.meeting.BusySource;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.MeetingStore;
import dev.optima.backend.meeting.invite.CalendarEvents;
import dev.optima.backend.meeting.invite.CarriedReminders;
import dev.optima.backend.meeting.invite.InvitationLetters;
import dev.optima.backend.meeting.invite.MailedInvitations;
import dev.optima.backend.meeting.invite.MeetingLinks;
import dev.optima.backend.push.MeetingPushes;
import dev.optima.backend.store.Database;
import java.util.List;

/// What carries interviews into mailboxes and calendars.
record Invites(MeetingLinks links, CalendarEvents events, MeetingKernel.Outside outside) {

  static Invites wire(
      Database database, Outbox outbox, Push push, List<BusySource> busy, Surroundings around) {
    var events =
        new CalendarEvents(
            around.config().organisation(), around.config().smtp().map(SmtpSettings::fromAddress));
    var outside =
        new MeetingKernel.Outside(
            new MailedInvitations(outbox),
            new CarriedReminders(outbox, new MeetingPushes(push.sender())),
            busy,
            around.publicUrl());
    return new Invites(
        MeetingLinks.of(database, around.publicUrl(), around.clock().instant()), events, outside);
  }

  InvitationLetters letters() {
    return new InvitationLetters(new MeetingStore(), links, events);
  }
}
