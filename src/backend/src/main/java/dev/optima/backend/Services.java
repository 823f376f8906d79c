package dev.optima.backend;

import dev.optima.backend.account.AccountService;
import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Passwords;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.account.SetUpService;
import dev.optima.backend.account.SignInService;
import dev.optima.backend.applicant.ApplicantFeed;
import dev.optima.backend.applicant.ApplicantImport;
import dev.optima.backend.applicant.ApplicantService;
import dev.optima.backend.applicant.InvitationService;
import dev.optima.backend.applicant.ProfileService;
import dev.optima.backend.applicant.RoomService;
import dev.optima.backend.attachment.AttachmentFolder;
import dev.optima.backend.attachment.AttachmentLimits;
import dev.optima.backend.attachment.AttachmentService;
import dev.optima.backend.attachment.AttachmentSweeper;
import dev.optima.backend.attachment.ClamdAddress;
import dev.optima.backend.attachment.ClamdScanner;
import dev.optima.backend.attachment.FileExaminer;
import dev.optima.backend.attachment.MessageFiles;
import dev.optima.backend.attachment.Previews;
import dev.optima.backend.bus.LocalBus;
import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.call.CallAnnouncer;
import dev.optima.backend.call.CallHistory;
import dev.optima.backend.call.CallKernel;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.call.CallService;
import dev.optima.backend.call.CallSweeper;
import dev.optima.backend.chat.ChatFeed;
import dev.optima.backend.chat.ChatSearch;
import dev.optima.backend.chat.ChatService;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.chat.Deliveries;
import dev.optima.backend.chat.ReadMarkStore;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.mail.MailCourier;
import dev.optima.backend.mail.MailService;
import dev.optima.backend.mail.MailTexts;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.mail.SmtpPost;
import dev.optima.backend.provider.DirectProvider;
import dev.optima.backend.provider.IceConfig;
import dev.optima.backend.provider.Tickets;
import dev.optima.backend.push.PushEndpoints;
import dev.optima.backend.push.PushFeed;
import dev.optima.backend.push.PushPost;
import dev.optima.backend.push.PushSender;
import dev.optima.backend.push.PushService;
import dev.optima.backend.push.VapidKeys;
import dev.optima.backend.signaling.SessionRegistry;
import dev.optima.backend.store.Database;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// The services, wired: nothing here knows of HTTP or sockets.
record Services(
    Team team,
    People people,
    Chat chat,
    Attachments attachments,
    Calls calls,
    Mail mail,
    Push push,
    Tickets tickets,
    Surroundings around) {

  private static final Duration RING_WINDOW = Duration.ofMinutes(30);
  private static final Duration TURN_LIFE = Duration.ofHours(6);

  /// What the services stand in.
  ///
  /// @param files where the files of messages are
  /// @param publicUrl where people reach this server
  record Surroundings(
      BackendConfig config, AttachmentFolder files, Supplier<URI> publicUrl, InstantSource clock) {}

  /// Accounts, and who asks.
  record Team(
      Passwords passwords,
      SessionService sessions,
      SignInService signIn,
      AccountService accounts,
      SetUpService setUp) {}

  /// Applicants.
  record People(
      ApplicantService applicants,
      ApplicantImport imports,
      InvitationService invitations,
      ProfileService profiles,
      RoomService rooms) {}

  /// What is said, who is here to hear it, and how far they have heard it.
  record Chat(
      ChatService service,
      ChatSearch search,
      ChatStore entries,
      ReadMarkStore marks,
      ChatFeed feed,
      MessageBus bus,
      SessionRegistry registry,
      Deliveries deliveries) {}

  /// Files of messages.
  record Attachments(AttachmentService service, AttachmentSweeper sweeper, Previews previews) {}

  /// Calls.
  record Calls(CallService service, CallHistory history, CallSweeper sweeper) {}

  /// Mail.
  ///
  /// @param courier sends what is queued; absent if no mail server is set
  record Mail(Outbox outbox, MailService service, Optional<MailCourier> courier) {}

  /// Web Push.
  record Push(PushService service, PushSender sender) {}

  static Services wire(Database database, Surroundings around) {
    Push push = push(database, around);
    Chat chat = chat(database, push.sender(), around);
    Tickets tickets = Tickets.of(database, around.clock().instant());
    Secrets secrets = new Secrets();
    Team team = team(database, secrets, chat.registry(), around);
    MailTexts texts = new MailTexts(around.config().organisation());
    Outbox outbox =
        new Outbox(around.config().smtp().isPresent(), texts, around.config().invitationLife());
    People people = people(database, secrets, team.sessions(), chat, outbox, around);
    return new Services(
        team,
        people,
        chat,
        attachments(database, around),
        calls(database, chat, tickets, outbox, around),
        mail(database, outbox, texts, people.invitations(), around),
        push,
        tickets,
        around);
  }

  /// Whose call ticket it is, as long as the call is live and they are in it.
  Optional<Identity> holder(String token) {
    return tickets.verify(token, around.clock().instant()).map(calls.service()::holder);
  }

  private static Push push(Database database, Surroundings around) {
    VapidKeys keys = VapidKeys.of(database, around.clock().instant());
    PushEndpoints endpoints = new PushEndpoints(around.config().pushHosts());
    PushPost post = new PushPost(keys, endpoints, contact(around.config()));
    return new Push(
        new PushService(database, keys, endpoints, around.clock()),
        new PushSender(database, post, around.clock(), Thread::sleep));
  }

  /// Whom a push service may turn to (RFC 8292, 2.1): it must not hang on the address on which we
  /// listen, for rings of before a restart are ended before we do.
  private static Optional<String> contact(BackendConfig config) {
    return config
        .smtp()
        .map(smtp -> "mailto:" + smtp.fromAddress())
        .or(
            () ->
                config
                    .publicUrl()
                    .filter(url -> "https".equals(url.getScheme()))
                    .map(URI::toString));
  }

  private static Chat chat(Database database, PushSender pushes, Surroundings around) {
    MessageBus local = new LocalBus();
    ChatStore entries = new ChatStore();
    ReadMarkStore marks = new ReadMarkStore();
    Deliveries deliveries = new Deliveries(database, marks, new ChatFeed(local));
    SessionRegistry registry = new SessionRegistry(local, deliveries);
    MessageBus bus = new PushFeed(local, registry, pushes, around.clock());
    ChatFeed feed = new ChatFeed(bus);
    return new Chat(
        new ChatService(
            database, entries, marks, feed, MessageFiles.in(around.files()), around.clock()),
        new ChatSearch(database, entries),
        entries,
        marks,
        feed,
        bus,
        registry,
        deliveries);
  }

  private static Team team(
      Database database, Secrets secrets, SessionRegistry registry, Surroundings around) {
    Passwords passwords = new Passwords(secrets);
    SessionService sessions =
        new SessionService(
            database,
            secrets,
            around.clock(),
            around.config().sessionLife(),
            registry::closeSession);
    AccountService accounts = new AccountService(database, passwords, sessions, around.clock());
    return new Team(
        passwords,
        sessions,
        new SignInService(database, passwords, sessions, around.clock(), Thread::sleep),
        accounts,
        new SetUpService(database, accounts, secrets, around.clock()));
  }

  private static Attachments attachments(Database database, Surroundings around) {
    BackendConfig.Attachments config = around.config().attachments();
    AttachmentFolder folder = around.files();
    Previews previews = new Previews(folder);
    FileExaminer examiner =
        new FileExaminer(
            folder, previews, config.scanner().map(ClamdAddress::new).map(ClamdScanner::new));
    AttachmentLimits limits =
        AttachmentLimits.ofMegabytes(
            config.maxMegabytes(), config.roomMegabytes(), config.totalMegabytes());
    return new Attachments(
        new AttachmentService(database, folder, limits, examiner, around.clock()),
        new AttachmentSweeper(database, folder, around.clock()),
        previews);
  }

  private static People people(
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

  private static Mail mail(
      Database database,
      Outbox outbox,
      MailTexts texts,
      InvitationService invitations,
      Surroundings around) {
    SmtpPost post = around.config().smtp().map(SmtpPost::new).orElse(null);
    MailService service =
        new MailService(
            database,
            outbox,
            new MailService.Tools(post, texts, around.publicUrl()),
            around.clock());
    Optional<MailCourier> courier =
        Optional.ofNullable(post)
            .map(
                way ->
                    new MailCourier(
                        database,
                        new MailCourier.Tools(
                            way,
                            texts,
                            invitations::link,
                            around.clock(),
                            () -> ThreadLocalRandom.current().nextDouble())));
    return new Mail(outbox, service, courier);
  }

  private static Calls calls(
      Database database, Chat chat, Tickets tickets, Outbox outbox, Surroundings around) {
    BackendConfig config = around.config();
    IceConfig ice =
        new IceConfig(config.ice().servers(), config.ice().turnSecret().orElse(null), TURN_LIFE);
    CallKernel kernel =
        new CallKernel(
            database,
            chat.entries(),
            chat.feed(),
            new CallAnnouncer(
                chat.bus(),
                chat.registry(),
                new DirectProvider(around.publicUrl(), ice, tickets, around.clock())),
            new CallRules(config.timers(), config.ringLimit(), RING_WINDOW),
            outbox,
            around.clock());
    return new Calls(kernel.service(), kernel.history(), kernel.sweeper());
  }
}
