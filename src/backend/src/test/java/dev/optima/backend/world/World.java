package dev.optima.backend.world;

import dev.optima.backend.account.AccountStore;
import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.applicant.ApplicantFeed;
import dev.optima.backend.applicant.ApplicantImport;
import dev.optima.backend.applicant.ApplicantService;
import dev.optima.backend.applicant.ProfileService;
import dev.optima.backend.attachment.MessageFiles;
import dev.optima.backend.booking.BookingLinkService;
import dev.optima.backend.booking.BookingService;
import dev.optima.backend.booking.HeldSlots;
import dev.optima.backend.bus.Presence;
import dev.optima.backend.call.CallAnnouncer;
import dev.optima.backend.call.CallHistory;
import dev.optima.backend.call.CallKernel;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.call.CallService;
import dev.optima.backend.call.CallSweeper;
import dev.optima.backend.call.CallTimeline;
import dev.optima.backend.call.Interviews;
import dev.optima.backend.call.MediaRooms;
import dev.optima.backend.call.TeamNews;
import dev.optima.backend.chat.ChatFeed;
import dev.optima.backend.chat.ChatSearch;
import dev.optima.backend.chat.ChatService;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.chat.Deliveries;
import dev.optima.backend.chat.ReadMarkStore;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.config.ConfigException;
import dev.optima.backend.history.CallFilter;
import dev.optima.backend.history.CallOrder;
import dev.optima.backend.history.CallSearch;
import dev.optima.backend.mail.MailTexts;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.meeting.BusySource;
import dev.optima.backend.meeting.CalendarPost;
import dev.optima.backend.meeting.MeetingEntrance;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.MeetingList;
import dev.optima.backend.meeting.MeetingRules;
import dev.optima.backend.meeting.MeetingService;
import dev.optima.backend.meeting.MeetingSweeper;
import dev.optima.backend.meeting.ReminderPost;
import dev.optima.backend.provider.CallPage;
import dev.optima.backend.provider.IceConfig;
import dev.optima.backend.provider.Providers;
import dev.optima.backend.provider.Tickets;
import dev.optima.backend.quality.QualityPacker;
import dev.optima.backend.quality.QualityService;
import dev.optima.backend.recording.ConsentText;
import dev.optima.backend.recording.RecordingKernel;
import dev.optima.backend.retention.BelievedTime;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingTimers;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.CallRow;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The services of one node on a real database, with a clock that a test turns and people who are
/// here when a test says so.
public final class World implements AutoCloseable {
  public final Database database;
  public final ManualClock clock;

  /// The clock as what deletes believes it: it passes as this one does.
  public final BelievedTime time;

  public final RecordingBus bus = new RecordingBus();
  public final Map<UserId, Integer> online = new ConcurrentHashMap<>();
  public final ChatStore chatStore = new ChatStore();
  public final ReadMarkStore marks = new ReadMarkStore();
  public final ChatFeed feed = new ChatFeed(bus);

  private static final Map<String, String> NOTHING_SET = Map.of();

  /// When people are busy in calendars elsewhere.
  public volatile BusySource elsewhere = (tx, user, from, to) -> List.of();

  /// Files whose bytes are no longer needed.
  public final List<AttachmentId> discarded = new CopyOnWriteArrayList<>();

  public final Deliveries deliveries;
  public final ChatService chat;
  public final ChatSearch search;
  public final ApplicantService applicants;
  public final ApplicantImport imports;
  public final ProfileService profiles;
  public final Tickets tickets;
  public final Providers providers;
  public final MeetingKernel meetingKernel;
  public final MeetingService meetings;
  public final MeetingList meetingList;
  public final BookingService bookings;
  public final BookingLinkService bookingLinks;
  public final CallService calls;
  public final CallTimeline timeline;
  public final Interviews interviews;
  public final TeamNews news;
  public final CallHistory history;
  public final CallSearch found;
  public final CallSweeper sweeper;
  public final MeetingSweeper meetingSweeper;
  public final MeetingEntrance entrance;
  public final RecordingKernel recording;
  public final QualityService quality;

  /// Told of no call: a test packs when it says so.
  public final QualityPacker packer;

  /// What the provider of calls offers.
  public volatile Set<String> features = Set.of();

  public final MediaRooms mediaRooms;

  public World(Database database) {
    this(database, new ManualClock(), CallRules.DEFAULT);
  }

  public World(Database database, ManualClock clock, CallRules rules) {
    this(database, clock, rules, NOTHING_SET);
  }

  /// With the providers that these settings name.
  public World(
      Database database, ManualClock clock, CallRules rules, Map<String, String> settings) {
    this.database = database;
    this.clock = clock;
    time = new BelievedTime(clock, clock::nanoTime);
    chat =
        new ChatService(
            database, chatStore, marks, feed, new MessageFiles(discarded::addAll), clock);
    deliveries = new Deliveries(database, marks, feed);
    search = new ChatSearch(database, chatStore);
    var applicantFeed = new ApplicantFeed(bus);
    applicants =
        new ApplicantService(
            database,
            new Here(),
            new ApplicantService.Chat(chatStore, marks),
            applicantFeed,
            clock);
    imports = new ApplicantImport(database, applicantFeed, clock);
    profiles = new ProfileService(database, applicantFeed, "Optima");
    tickets = Tickets.of(database, clock.instant());
    providers = providers(settings);
    meetingKernel =
        new MeetingKernel(
            database,
            new MeetingKernel.Voices(chatStore, feed, bus),
            new MeetingKernel.Outside(
                CalendarPost.NONE,
                ReminderPost.NONE,
                List.of(
                    new HeldSlots(clock),
                    (tx, user, from, to) -> elsewhere.busy(tx, user, from, to)),
                () -> URI.create("https://optima.example")),
            new MeetingRules(
                MeetingTimers.DEFAULT,
                MeetingRules.DEFAULT.pause(),
                MeetingRules.DEFAULT.dayReminder(),
                providers.names()),
            clock);
    meetings = meetingKernel.service();
    meetingList = meetingKernel.list();
    var outbox = new Outbox(true, new MailTexts("Optima"), Duration.ofDays(7));
    bookings =
        new BookingService(
            database, new Secrets(), outbox, () -> URI.create("https://optima.example"), clock);
    bookingLinks = new BookingLinkService(database, meetingKernel, profiles, "Optima", clock);
    var kernel =
        new CallKernel(
            database,
            chatStore,
            feed,
            new CallAnnouncer(bus, new Here(), providers),
            rules,
            new CallKernel.Neighbours(outbox, meetingKernel.calls()),
            clock);
    calls = kernel.service();
    timeline = kernel.timeline();
    interviews = kernel.interviews();
    news = kernel.news();
    meetingKernel.watch(news::meetingChanged);
    history = kernel.history();
    found = new CallSearch(database, Duration.ofDays(36_500), clock);
    sweeper = kernel.sweeper();
    meetingSweeper = meetingKernel.sweeper();
    entrance = meetingKernel.entrance(kernel.rooms());
    recording =
        new RecordingKernel(
            database, bus, (tx, call) -> features, new ConsentText("Optima", 90), clock);
    calls.watch(recording.planned());
    recording.watch(news::changed);
    mediaRooms = kernel.mediaRooms();
    quality = new QualityService(database, calls, clock);
    quality.watch(side -> news.measured(side.call(), side.user(), side.bars(), side.at()));
    packer = new QualityPacker(database, Duration.ofDays(90), time);
  }

  private Providers providers(Map<String, String> settings) {
    try {
      return Providers.of(
          BackendConfig.read(null, settings).providers(),
          new CallPage(() -> URI.create("https://optima.example"), tickets, clock),
          IceConfig.NONE);
    } catch (ConfigException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// The newest calls that somebody may see.
  public List<CallSnapshot> calls(Identity who) {
    return calls(who, CallFilter.ALL);
  }

  public List<CallSnapshot> calls(Identity who, CallFilter filter) {
    return found.page(who, filter, CallOrder.NEWEST, null, 200).calls().stream()
        .map(CallRow::call)
        .toList();
  }

  public Identity recruiter(String id) {
    return Identity.ofSession(new UserId(id), Role.RECRUITER, "Name of " + id, "session-" + id);
  }

  /// A recruiter with an account, who can be asked to lead a meeting.
  public Identity colleague(String id) {
    Identity who = recruiter(id);
    var account = new Account(who.userId(), who.name(), null, Role.RECRUITER, "en", false);
    database.<Boolean>write(
        tx -> new AccountStore().add(tx, account, id + "@example.org", "no hash", clock.instant()));
    return who;
  }

  public Identity admin(String id) {
    return Identity.ofSession(new UserId(id), Role.ADMIN, "Name of " + id, "session-" + id);
  }

  /// An applicant with a room, who is here on one device.
  public Identity applicant(String id) {
    addApplicant(database, id, clock);
    online.put(new UserId(id), 1);
    return identity(id);
  }

  /// The identity of an applicant who is there already.
  public static Identity identity(String id) {
    return Identity.ofSession(new UserId(id), Role.APPLICANT, "Name of " + id, "session-" + id);
  }

  public static void addApplicant(Database database, String id, java.time.InstantSource clock) {
    database.<Integer>write(
        tx -> {
          tx.update(
              "INSERT INTO applicants (id, name, email, language, time_zone, search, created_at,"
                  + " activity_at) VALUES (?, ?, ?, 'tr', 'Europe/Istanbul', '', ?, ?)",
              id,
              "Name of " + id,
              id + "@example.com",
              clock.instant(),
              clock.instant());
          return tx.update(
              "INSERT INTO rooms (id, applicant_id) VALUES (?, ?), (?, ?)",
              "applicant_" + id,
              id,
              "team_" + id,
              id);
        });
  }

  /// Where the team writes about an applicant.
  public static RoomId notes(Identity applicant) {
    return RoomId.teamOf(applicant.userId());
  }

  public static RoomId room(Identity applicant) {
    return RoomId.of(applicant.userId());
  }

  @Override
  public void close() {
    database.close();
  }

  /// Somebody leaves the team.
  public void leaves(Identity colleague) {
    database.<Integer>write(
        tx ->
            tx.update(
                "UPDATE accounts SET disabled_at = ? WHERE id = ?",
                clock.instant(),
                colleague.userId()));
  }

  private final class Here implements Presence {
    @Override
    public int devices(UserId user) {
      return online.getOrDefault(user, 0);
    }

    @Override
    public Set<UserId> applicants() {
      return Set.copyOf(online.keySet());
    }
  }
}
