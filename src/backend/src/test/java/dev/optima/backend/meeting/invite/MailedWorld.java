package dev.optima.backend.meeting.invite;

import dev.optima.backend.account.Identity;
import dev.optima.backend.booking.BookingLinkService;
import dev.optima.backend.calendar.FeedService;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.config.SmtpSettings;
import dev.optima.backend.mail.MailCourier;
import dev.optima.backend.mail.MailLetters;
import dev.optima.backend.mail.MailService;
import dev.optima.backend.mail.MailTexts;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.mail.SmtpPost;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.MeetingRules;
import dev.optima.backend.meeting.MeetingService;
import dev.optima.backend.meeting.MeetingStore;
import dev.optima.backend.push.MeetingPushes;
import dev.optima.backend.push.PushEndpoints;
import dev.optima.backend.push.PushPost;
import dev.optima.backend.push.PushSender;
import dev.optima.backend.push.VapidKeys;
import dev.optima.backend.store.Database;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A world in which interviews are mailed: Elif plans them with John, who is in Istanbul.
final class MailedWorld implements AutoCloseable {
  private static final URI URL = URI.create("https://optima.example");

  final World world;
  final Identity elif;
  final Identity john;
  final MeetingService meetings;
  final MeetingLinkService links;
  final BookingLinkService bookingLinks;
  final MailCourier courier;
  private final MailTexts texts;
  private final Outbox outbox;
  private final MeetingKernel kernel;
  private final PushSender pushes;

  MailedWorld(Database database, int port) {
    this(database, new ManualClock(), port, List.of());
    world.colleague("elif");
    world.applicant("john");
  }

  /// A process on a database in which there are people already.
  ///
  /// @param pushHosts where it may push to
  MailedWorld(Database database, ManualClock clock, int port, List<String> pushHosts) {
    world = new World(database, clock, CallRules.DEFAULT);
    elif = world.recruiter("elif");
    john = World.identity("john");
    texts = new MailTexts("Optima");
    outbox = new Outbox(true, texts, Duration.ofDays(7));
    VapidKeys keys = VapidKeys.of(database, world.clock.instant());
    pushes =
        new PushSender(
            database,
            new PushPost(keys, new PushEndpoints(pushHosts), Optional.empty()),
            world.clock,
            time -> {});
    kernel = kernel();
    meetings = kernel.service();
    MeetingLinks sealed = MeetingLinks.of(database, () -> URL, world.clock.instant());
    var events = new CalendarEvents("Optima", Optional.of("jobs@acme.example"));
    links = new MeetingLinkService(database, kernel, sealed, events, world.clock);
    bookingLinks = new BookingLinkService(database, kernel, world.profiles, "Optima", world.clock);
    courier =
        new MailCourier(
            database,
            new MailCourier.Tools(
                new SmtpPost(settings(port)),
                texts,
                new MailLetters(
                    (tx, mail, applicant, by, until) -> "https://optima.example/a/code",
                    new InvitationLetters(new MeetingStore(), sealed, events),
                    world.bookings::linkOfMail),
                world.clock,
                () -> 0.5));
  }

  private MeetingKernel kernel() {
    return new MeetingKernel(
        world.database,
        new MeetingKernel.Voices(world.chatStore, world.feed, world.bus),
        new MeetingKernel.Outside(
            new MailedInvitations(outbox),
            new CarriedReminders(outbox, new MeetingPushes(pushes)),
            List.of(),
            () -> URL),
        MeetingRules.DEFAULT,
        world.clock);
  }

  private static SmtpSettings settings(int port) {
    return new SmtpSettings(
        "127.0.0.1",
        port,
        SmtpSettings.Security.NONE,
        Optional.empty(),
        Optional.empty(),
        "jobs@acme.example",
        "Acme",
        Duration.ofSeconds(5));
  }

  Meeting plan(Instant at) {
    return meetings.schedule(elif, wish(at, null)).meeting();
  }

  Meeting move(Meeting meeting, Instant at) {
    return meetings.change(elif, meeting.meetingId(), wish(at, meeting.version()));
  }

  private ScheduleMeeting wish(Instant at, @Nullable Long version) {
    return wish(john.userId(), "First interview", at, version);
  }

  static ScheduleMeeting wish(UserId applicant, String title, Instant at, @Nullable Long version) {
    return new ScheduleMeeting(
        null,
        applicant,
        at,
        30,
        title,
        "What we will talk about",
        null,
        "Europe/Berlin",
        null,
        null,
        null,
        null,
        null,
        version,
        null);
  }

  Meeting get(Meeting meeting) {
    return meetings.get(elif, meeting.meetingId());
  }

  void until(Instant time) {
    world.clock.advance(Duration.between(world.clock.instant(), time));
  }

  void sweep() {
    kernel.sweeper().sweep();
  }

  /// Takes answers that come by mail.
  MailedAnswers answers() {
    return new MailedAnswers(world.database, kernel, world.clock);
  }

  FeedService feeds() {
    var events = new CalendarEvents("Optima", Optional.empty());
    return new FeedService(world.database, kernel, events, () -> URL, world.clock);
  }

  MeetingMailPreview preview() {
    var tools = new MailService.Tools(null, texts, () -> URL);
    var mails = new MailService(world.database, outbox, tools, world.clock);
    return new MeetingMailPreview(world.database, mails, kernel.drafts());
  }

  /// Another process on the same database.
  Node secondNode() {
    MeetingKernel other = kernel();
    return () -> other.sweeper().sweep();
  }

  /// What another process does by itself.
  @FunctionalInterface
  interface Node {
    void sweep();
  }

  /// How many mails wait.
  int waiting() {
    return world
        .database
        .read(tx -> tx.first("SELECT count(*) FROM mails WHERE state <> 'SENT'", r -> r.integer(1)))
        .orElseThrow();
  }

  @Override
  public void close() {
    courier.close();
    pushes.close();
    world.close();
  }
}
