package dev.optima.backend.calendar;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.StoredMeeting;
import dev.optima.backend.meeting.invite.CalendarEvent;
import dev.optima.backend.meeting.invite.CalendarEvents;
import dev.optima.backend.meeting.invite.CalendarText;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.CalendarFeed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The link with which somebody's own calendar program reads their interviews: secret, revocable,
/// and of no use for anything else.
public final class FeedService {
  private static final Duration BACK = Duration.ofDays(60);
  private static final Duration AHEAD = Duration.ofDays(2 * 366);
  private static final Duration NOTED = Duration.ofMinutes(5);
  private static final int MOST = 2_000;
  private static final int LONGEST = 64;

  private final Database database;
  private final MeetingKernel kernel;
  private final CalendarEvents events;
  private final Supplier<URI> publicUrl;
  private final InstantSource clock;
  private final AuditLog audit;
  private final FeedStore store = new FeedStore();
  private final Secrets secrets = new Secrets();

  /// @param publicUrl where people reach this server
  public FeedService(
      Database database,
      MeetingKernel kernel,
      CalendarEvents events,
      Supplier<URI> publicUrl,
      InstantSource clock) {
    this.database = database;
    this.kernel = kernel;
    this.events = events;
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.audit = new AuditLog(clock);
  }

  /// One's own, without its secret.
  public CalendarFeed get(Identity who) {
    return database
        .read(tx -> store.find(tx, who.userId()))
        .orElseThrow(() -> Refusal.notFound("there is no subscription"));
  }

  /// A new link; a former one is over.
  public CalendarFeed create(Identity who) {
    String secret = secrets.code();
    Instant now = now();
    database.<Boolean>write(
        tx -> {
          store.put(tx, who.userId(), Secrets.hash(secret), now);
          audit.note(tx, who, AuditAct.CALENDAR_FEED_MADE, null, null, null);
          return true;
        });
    return new CalendarFeed(publicUrl.get() + "/feeds/" + secret + ".ics", now, null);
  }

  /// Ends it, if there is one.
  public void revoke(Identity who) {
    database.<Boolean>write(
        tx -> {
          boolean was = store.delete(tx, who.userId());
          if (was) {
            audit.note(tx, who, AuditAct.CALENDAR_FEED_REVOKED, null, null, null);
          }
          return was;
        });
  }

  /// What stands in a feed.
  ///
  /// @param mark the same for as long as nothing in it changes
  public record Feed(String text, String mark) {
    static Feed of(String text) {
      return new Feed(text, Secrets.hash(text));
    }

    /// Prints nobody's interviews.
    @Override
    public String toString() {
      return "Feed[" + mark + "]";
    }
  }

  /// What stands in a feed; empty if the secret is of none.
  public Optional<Feed> read(String secret) {
    if (secret.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<FeedStore.Owner> owner = database.read(tx -> store.owner(tx, Secrets.hash(secret)));
    owner.ifPresent(this::note);
    return owner.map(this::calendar).map(Feed::of);
  }

  private void note(FeedStore.Owner owner) {
    Instant now = now();
    database.<Boolean>write(
        tx -> {
          store.read(tx, owner.userId(), now, now.minus(NOTED));
          return true;
        });
  }

  private String calendar(FeedStore.Owner owner) {
    Instant now = now();
    List<StoredMeeting> meetings =
        database.read(
            tx ->
                kernel
                    .meetings()
                    .ledBy(tx, owner.userId(), now.minus(BACK), now.plus(AHEAD), MOST));
    List<CalendarEvent> all =
        meetings.stream()
            .map(
                meeting ->
                    events.ofTeam(
                        meeting,
                        owner.timeZone() == null ? meeting.details().timeZone() : owner.timeZone(),
                        kernel.views().ofTeam(meeting).meetingLink()))
            .toList();
    return CalendarText.publish(events.organisation() + " · " + owner.name(), all, now);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
