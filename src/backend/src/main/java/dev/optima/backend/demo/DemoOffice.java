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
import dev.optima.backend.call.CallService;
import dev.optima.backend.chat.ChatFeed;
import dev.optima.backend.chat.ChatService;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.chat.ReadMarkStore;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.config.ConfigException;
import dev.optima.backend.mail.MailTexts;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.meeting.MeetingEntrance;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.MeetingRules;
import dev.optima.backend.provider.CallPage;
import dev.optima.backend.provider.IceConfig;
import dev.optima.backend.provider.Providers;
import dev.optima.backend.provider.Tickets;
import dev.optima.backend.quality.QualityPacker;
import dev.optima.backend.quality.QualityService;
import dev.optima.backend.recording.ConsentText;
import dev.optima.backend.recording.MediaFeatures;
import dev.optima.backend.recording.RecordingKernel;
import dev.optima.backend.retention.BelievedTime;
import dev.optima.backend.store.Database;
import dev.optima.protocol.call.CallTimers;
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
import java.util.Set;

/// The services of a backend, with a clock and a presence that are set by hand, and nobody
/// listening.
final class DemoOffice implements AutoCloseable {
  private static final Duration RING_WINDOW = Duration.ofMinutes(30);

  /// Longer than usual: then fewer signs of life have to be written.
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final DemoClock clock;
  private final Passwords passwords;
  private final AccountService accounts;
  private final ApplicantService applicants;
  private final InvitationService invitations;
  private final ChatService chat;
  private final DemoCalls calls;
  private final MeetingKernel meetings;
  private final MeetingEntrance entrance;
  private final QualityPacker packer;
  private final Map<String, Identity> team = new HashMap<>();

  /// @param now up to when the time goes
  DemoOffice(Database database, BackendConfig config, URI publicUrl, Instant begin, Instant now) {
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
    Providers providers = providers(database, publicUrl, begin);
    this.meetings =
        new MeetingKernel(
            database,
            new MeetingKernel.Voices(entries, feed, bus),
            MeetingKernel.Outside.none(() -> publicUrl),
            new MeetingRules(
                MeetingRules.DEFAULT.timers(),
                MeetingRules.DEFAULT.pause(),
                MeetingRules.DEFAULT.dayReminder(),
                providers.names()),
            clock);
    CallTimers usual = config.timers();
    CallTimers timers = new CallTimers(usual.ring(), usual.connect(), LEASE, usual.grace());
    CallKernel kernel =
        new CallKernel(
            database,
            entries,
            feed,
            new CallAnnouncer(bus, presence, providers),
            new CallRules(timers, 0, RING_WINDOW),
            new CallKernel.Neighbours(outbox, meetings.calls()),
            clock);
    CallService service = kernel.service();
    this.packer =
        new QualityPacker(database, config.retention(), new BelievedTime(clock, System::nanoTime));
    this.calls =
        new DemoCalls(
            service,
            kernel.sweeper(),
            presence,
            clock,
            timers,
            new DemoMeasuring(
                new QualityService(database, service, clock), kernel.timeline(), clock, now),
            new DemoRecording(recordings(database, bus, config).service(), clock));
    this.entrance = meetings.entrance(kernel.rooms());
  }

  /// The built-in one, and the Jitsi that this office once had.
  private Providers providers(Database database, URI publicUrl, Instant begin) {
    Map<String, String> settings = Map.of("OPTIMA_JITSI_DOMAIN", "meet.demo.optima.dev");
    try {
      return Providers.of(
          BackendConfig.read(null, settings).providers(),
          new CallPage(() -> publicUrl, Tickets.of(database, begin), clock),
          IceConfig.NONE);
    } catch (ConfigException e) {
      throw new IllegalStateException(e);
    }
  }

  /// That Jitsi recorded.
  private RecordingKernel recordings(Database database, LocalBus bus, BackendConfig config) {
    return new RecordingKernel(
        database,
        bus,
        (tx, call) -> Set.of(MediaFeatures.RECORDING),
        new ConsentText(config.organisation(), (int) config.retention().toDays()),
        clock);
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
  Identity colleague(String firstName) {
    return Optional.ofNullable(team.get(firstName))
        .orElseThrow(() -> new IllegalStateException("nobody is called " + firstName));
  }

  /// What is due now happens.
  void catchUp() {
    meetings.sweeper().sweep();
    packer.sweep();
  }

  /// Somebody's time here is over.
  void archive(Identity by, UserId applicant) {
    applicants.change(
        by,
        applicant,
        new ApplicantChange(null, null, null, null, null, null, null, null, true, null));
  }

  boolean isEmpty() {
    return accounts.isEmpty();
  }

  Identity hire(String name, String email, Role role, String language, String password) {
    Account account = accounts.add(new NewAccount(email, name, role, password, language));
    Identity identity = Identity.ofSession(account.userId(), role, name, "demo");
    team.put(email.substring(0, email.indexOf('@')), identity);
    return identity;
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
