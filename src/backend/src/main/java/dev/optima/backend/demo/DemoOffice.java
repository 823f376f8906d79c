package dev.optima.backend.demo;

import dev.optima.backend.account.AccountService;
import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Passwords;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.applicant.ApplicantFeed;
import dev.optima.backend.applicant.ApplicantService;
import dev.optima.backend.applicant.InvitationService;
import dev.optima.backend.attachment.MessageFiles;
import dev.optima.backend.bus.LocalBus;
import dev.optima.backend.call.CallAnnouncer;
import dev.optima.backend.call.CallKernel;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.chat.ChatFeed;
import dev.optima.backend.chat.ChatService;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.chat.ReadMarkStore;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.mail.MailTexts;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.meeting.MeetingEntrance;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.MeetingRules;
import dev.optima.backend.provider.DirectProvider;
import dev.optima.backend.provider.IceConfig;
import dev.optima.backend.provider.Providers;
import dev.optima.backend.provider.Tickets;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.NewAccount;
import dev.optima.protocol.rest.NewApplicant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The services of a backend, with a clock and a presence that are set by hand, and nobody
/// listening.
final class DemoOffice implements AutoCloseable {
  private static final Duration RING_WINDOW = Duration.ofMinutes(30);

  private final DemoClock clock;
  private final Passwords passwords;
  private final AccountService accounts;
  private final ApplicantService applicants;
  private final InvitationService invitations;
  private final ChatService chat;
  private final DemoCalls calls;
  private final MeetingKernel meetings;
  private final MeetingEntrance entrance;
  private final Map<String, UserId> team = new HashMap<>();

  DemoOffice(Database database, BackendConfig config, URI publicUrl, Instant begin) {
    this.clock = new DemoClock(begin);
    Secrets secrets = new Secrets();
    this.passwords = new Passwords(secrets);
    SessionService sessions =
        new SessionService(database, secrets, clock, config.sessionLife(), session -> {});
    this.accounts = new AccountService(database, passwords, sessions, clock);
    Outbox outbox =
        new Outbox(false, new MailTexts(config.organisation()), config.invitationLife());
    this.invitations =
        new InvitationService(
            database,
            sessions,
            secrets,
            clock,
            new InvitationService.Terms(
                () -> publicUrl, config.organisation(), config.invitationLife()),
            outbox);
    LocalBus bus = new LocalBus();
    ChatStore entries = new ChatStore();
    ReadMarkStore marks = new ReadMarkStore();
    ChatFeed feed = new ChatFeed(bus);
    DemoPresence presence = new DemoPresence();
    this.applicants =
        new ApplicantService(
            database,
            presence,
            new ApplicantService.Chat(entries, marks),
            new ApplicantFeed(bus),
            clock);
    this.chat =
        new ChatService(database, entries, marks, feed, new MessageFiles(gone -> {}), clock);
    DirectProvider provider =
        new DirectProvider(() -> publicUrl, IceConfig.NONE, Tickets.of(database, begin), clock);
    this.meetings =
        new MeetingKernel(
            database,
            new MeetingKernel.Voices(entries, feed, bus),
            MeetingKernel.Outside.none(() -> publicUrl),
            MeetingRules.DEFAULT,
            clock);
    CallKernel kernel =
        new CallKernel(
            database,
            entries,
            feed,
            new CallAnnouncer(bus, presence, Providers.only(provider)),
            new CallRules(config.timers(), 0, RING_WINDOW),
            new CallKernel.Neighbours(outbox, meetings.calls()),
            clock);
    this.calls =
        new DemoCalls(kernel.service(), kernel.sweeper(), presence, clock, config.timers());
    this.entrance = meetings.entrance(kernel.rooms());
  }

  DemoClock clock() {
    return clock;
  }

  InvitationService invitations() {
    return invitations;
  }

  ChatService chat() {
    return chat;
  }

  DemoCalls calls() {
    return calls;
  }

  /// The interviews of a recruiter with an applicant.
  DemoMeetings meetings(Identity recruiter, Identity applicant) {
    return new DemoMeetings(this, meetings.service(), entrance, recruiter, applicant);
  }

  /// Whom somebody of the team is called by.
  UserId colleague(String firstName) {
    return Optional.ofNullable(team.get(firstName))
        .orElseThrow(() -> new IllegalStateException("nobody is called " + firstName));
  }

  /// What is due now happens.
  void catchUp() {
    meetings.sweeper().sweep();
  }

  boolean isEmpty() {
    return accounts.isEmpty();
  }

  Identity hire(String name, String email, Role role, String language, String password) {
    Account account = accounts.add(new NewAccount(email, name, role, password, language));
    team.put(email.substring(0, email.indexOf('@')), account.userId());
    return Identity.ofSession(account.userId(), role, name, "demo");
  }

  UserId welcome(Identity by, DemoScript.Person person) {
    Applicant applicant =
        applicants.add(
            by,
            new NewApplicant(
                person.name(),
                person.email(),
                person.phone(),
                person.position(),
                person.language(),
                person.timeZone(),
                person.stage()));
    if (!person.notes().isEmpty()) {
      applicants.change(by, applicant.applicantId(), notes(person.notes()));
    }
    return applicant.applicantId();
  }

  private static ApplicantChange notes(String text) {
    return new ApplicantChange(null, null, null, null, null, null, null, text, null, null);
  }

  @Override
  public void close() {
    passwords.close();
  }
}
