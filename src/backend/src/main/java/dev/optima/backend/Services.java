package dev.optima.backend;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.analytics.CallTotals;
import dev.optima.backend.analytics.MeetingTotals;
import dev.optima.backend.audit.AuditHistory;
import dev.optima.backend.booking.HeldSlots;
import dev.optima.backend.calendar.ExternalCalendars;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.mail.MailLetters;
import dev.optima.backend.mail.MailTexts;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.outbound.PrivateNetworks;
import dev.optima.backend.provider.Tickets;
import dev.optima.backend.quality.Packing;
import dev.optima.backend.retention.Retention;
import dev.optima.backend.store.Database;
import java.util.List;
import java.util.Optional;

/// The services, wired: nothing here knows of HTTP or sockets. Each feature wires its own.
record Services(
    AuditHistory audit,
    Retention retention,
    Team team,
    People people,
    Chat chat,
    Attachments attachments,
    Meetings meetings,
    Recordings recordings,
    Measuring quality,
    Bookings bookings,
    Mail mail,
    MeetingMails meetingMails,
    ExternalCalendars elsewhere,
    Push push,
    Video video,
    MediaServers mediaServers,
    Analytics analytics,
    Tickets tickets,
    Surroundings around) {

  static Services wire(Database database, Surroundings around) {
    Push push = Push.wire(database, around);
    Chat chat = Chat.wire(database, push.sender(), around);
    Tickets tickets = Tickets.of(database, around.clock().instant());
    Secrets secrets = new Secrets();
    Team team = Team.wire(database, secrets, chat.registry(), around);
    MailTexts texts = new MailTexts(around.config().organisation());
    Outbox outbox =
        new Outbox(around.config().smtp().isPresent(), texts, around.config().invitationLife());
    People people = People.wire(database, secrets, team.sessions(), chat, outbox, around);
    ExternalCalendars elsewhere = elsewhere(database, around);
    Invites invites =
        Invites.wire(
            database, outbox, push, List.of(new HeldSlots(around.clock()), elsewhere), around);
    Video video = Video.wire(database, tickets, around);
    Meetings meetings =
        Meetings.wire(database, chat, video.providers(), outbox, invites.outside(), around);
    Recordings recordings =
        Recordings.wire(database, chat.bus(), meetings.calls(), video.providers(), around);
    Bookings bookings = Bookings.wire(database, secrets, outbox, meetings, people, around);
    var letters =
        new MailLetters(
            people.invitations()::link, invites.letters(), bookings.service()::linkOfMail);
    Mail mail = Mail.wire(database, outbox, texts, letters, around);
    AuditHistory audit = new AuditHistory(database, around.clock());
    return new Services(
        audit,
        retention(database, audit, around),
        team,
        people,
        chat,
        Attachments.wire(database, around),
        meetings,
        recordings,
        Measuring.wire(database, meetings.calls(), around),
        bookings,
        mail,
        MeetingMails.wire(database, meetings.kernel(), invites, mail.service(), around),
        elsewhere,
        push,
        video,
        MediaServers.wire(database, meetings.calls(), recordings.desk(), around),
        Analytics.wire(database, meetings.calls(), around),
        tickets,
        around);
  }

  private static Retention retention(Database database, AuditHistory audit, Surroundings around) {
    BackendConfig config = around.config();
    return new Retention(
        database,
        new Retention.Terms(config.retention(), config.auditKept()),
        new Retention.Totals(Packing.before(new CallTotals()), new MeetingTotals()),
        audit,
        around.time(),
        around.clock());
  }

  private static ExternalCalendars elsewhere(Database database, Surroundings around) {
    BackendConfig.Calendars settings = around.config().calendars();
    return new ExternalCalendars(
        database,
        PrivateNetworks.of(settings.privateNetworks()),
        settings.secret(),
        around.clock());
  }

  Calls calls() {
    return meetings.calls();
  }

  /// Whose call ticket it is, as long as the call is live and they are in it, or shortly after.
  Optional<Identity> holder(String token) {
    return tickets.verify(token, around.clock().instant()).map(calls().service()::lateHolder);
  }
}
