package dev.optima.backend.applicant;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Presence;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.chat.ReadMarkStore;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.Applicants;
import dev.optima.protocol.rest.NewApplicant;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Applicants, for the team.
public final class ApplicantService {
  private static final ApplicantStore.Place TOP =
      new ApplicantStore.Place(Instant.ofEpochMilli(Long.MAX_VALUE), "");

  /// Where the chat of an applicant is looked up.
  public record Chat(ChatStore entries, ReadMarkStore marks) {}

  private final Database database;
  private final Presence presence;
  private final Chat chat;
  private final ApplicantFeed feed;
  private final ApplicantChanges changes;
  private final InstantSource clock;
  private final ApplicantStore store = new ApplicantStore();

  public ApplicantService(
      Database database, Presence presence, Chat chat, ApplicantFeed feed, InstantSource clock) {
    this.database = database;
    this.presence = presence;
    this.chat = chat;
    this.feed = feed;
    this.changes = new ApplicantChanges(store, feed);
    this.clock = clock;
  }

  /// A page of applicants, newest activity first.
  ///
  /// @param after the `next` of the page before
  public Applicants list(Identity who, ApplicantFilter filter, @Nullable String after, int limit) {
    demandTeam(who);
    ApplicantStore.Place place = after == null ? TOP : place(after);
    return database.read(
        tx -> {
          List<ApplicantStore.Stored> found =
              store.list(tx, filter, who.userId(), place, limit + 1);
          boolean more = found.size() > limit;
          List<ApplicantStore.Stored> page = more ? found.subList(0, limit) : found;
          return new Applicants(seenBy(tx, who, page), more ? next(page.getLast()) : null);
        });
  }

  /// One applicant.
  public Applicant get(Identity who, UserId id) {
    demandTeam(who);
    return database.read(tx -> seenBy(tx, who, find(tx, id)));
  }

  /// Adds an applicant with an empty room.
  public Applicant add(Identity who, NewApplicant wanted) {
    demandTeam(who);
    ApplicantStore.Stored applicant = ApplicantInputs.fresh(wanted, now());
    return database.write(
        tx -> {
          store.add(tx, applicant, who.userId());
          feed.changed(tx, applicant);
          return seenBy(tx, who, applicant);
        });
  }

  /// Changes an applicant. Of two who change the same version one is refused as `stale`.
  public Applicant change(Identity who, UserId id, ApplicantChange change) {
    demandTeam(who);
    Instant now = now();
    return database.write(
        tx -> {
          ApplicantStore.Stored after =
              changes
                  .apply(tx, id, before -> changed(before, change, now))
                  .orElseThrow(ApplicantService::notFound);
          return seenBy(tx, who, after);
        });
  }

  private static ApplicantStore.Stored changed(
      ApplicantStore.Stored before, ApplicantChange change, Instant now) {
    if (change.version() != null && change.version() != before.version()) {
      throw Refusal.of(ErrorCode.STALE, "somebody else changed this applicant");
    }
    return ApplicantInputs.changed(before, change, now);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private ApplicantStore.Stored find(Tx tx, UserId id) throws SQLException {
    return store.find(tx, id).orElseThrow(ApplicantService::notFound);
  }

  private Applicant seenBy(Tx tx, Identity who, ApplicantStore.Stored stored) throws SQLException {
    return seenBy(tx, who, List.of(stored)).getFirst();
  }

  /// One question for all of a page, whatever its length.
  private List<Applicant> seenBy(Tx tx, Identity who, List<ApplicantStore.Stored> page)
      throws SQLException {
    List<UserId> ids = page.stream().map(ApplicantStore.Stored::id).toList();
    Map<UserId, Long> unread = chat.marks().unreadAbout(tx, ids, who.userId());
    Map<RoomId, ChatEntry> last = chat.entries().last(tx, ids.stream().map(RoomId::of).toList());
    return page.stream()
        .map(
            stored ->
                seen(
                    stored, unread.getOrDefault(stored.id(), 0L), last.get(RoomId.of(stored.id()))))
        .toList();
  }

  private Applicant seen(ApplicantStore.Stored stored, long unread, @Nullable ChatEntry last) {
    return new Applicant(
        stored.id(),
        RoomId.of(stored.id()),
        stored.name(),
        stored.email(),
        stored.phone(),
        stored.position(),
        stored.language(),
        stored.timeZone(),
        stored.createdAt(),
        presence.isOnline(stored.id()),
        unread,
        last,
        stored.invitedAt(),
        stored.stage(),
        stored.notes(),
        stored.archivedAt(),
        stored.version());
  }

  private static String next(ApplicantStore.Stored last) {
    return last.activityAt().toEpochMilli() + "." + last.id();
  }

  private static ApplicantStore.Place place(String after) {
    int dot = after.indexOf('.');
    try {
      return new ApplicantStore.Place(
          Instant.ofEpochMilli(Long.parseLong(after.substring(0, Math.max(dot, 0)))),
          after.substring(dot + 1));
    } catch (NumberFormatException e) {
      throw Refusal.invalid("after", "after is not the next of a page");
    }
  }

  private static void demandTeam(Identity who) {
    if (!who.isTeam()) {
      throw notFound();
    }
  }

  private static Refusal notFound() {
    return Refusal.notFound("there is no such applicant");
  }
}
