package dev.optima.backend.applicant;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Inputs;
import dev.optima.backend.bus.Presence;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.chat.ReadMarkStore;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.Applicants;
import dev.optima.protocol.rest.NewApplicant;
import dev.optima.protocol.rest.Stage;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applicants, for the team.
public final class ApplicantService {
  private static final int MAX_NOTES = 10_000;
  private static final ApplicantStore.Place TOP =
      new ApplicantStore.Place(Instant.ofEpochMilli(Long.MAX_VALUE), "");

  /// Where the chat of an applicant is looked up.
  public record Chat(ChatStore entries, ReadMarkStore marks) {}

  private final Database database;
  private final Presence presence;
  private final Chat chat;
  private final InstantSource clock;
  private final ApplicantStore store = new ApplicantStore();

  public ApplicantService(Database database, Presence presence, Chat chat, InstantSource clock) {
    this.database = database;
    this.presence = presence;
    this.chat = chat;
    this.clock = clock;
  }

  /// A page of applicants, newest activity first.
  ///
  /// @param q finds names, e-mail addresses and positions; empty finds all
  /// @param after the `next` of the page before
  public Applicants list(Identity who, String q, @Nullable String after, int limit) {
    demandTeam(who);
    ApplicantStore.Place place = after == null ? TOP : place(after);
    return database.read(
        tx -> {
          List<ApplicantStore.Stored> found =
              store.list(tx, SearchText.pattern(q), place, limit + 1);
          boolean more = found.size() > limit;
          List<Applicant> page = new ArrayList<>();
          for (ApplicantStore.Stored stored : more ? found.subList(0, limit) : found) {
            page.add(seenBy(tx, who, stored));
          }
          return new Applicants(page, more ? next(found.get(limit - 1)) : null);
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
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ApplicantStore.Stored applicant =
        new ApplicantStore.Stored(
            new UserId(Ids.next()),
            Inputs.line("name", wanted.name()),
            Inputs.email(wanted.email()),
            optional("phone", wanted.phone()),
            optional("position", wanted.position()),
            Inputs.language(wanted.language()),
            Inputs.timeZone(wanted.timeZone()),
            now,
            now,
            null,
            wanted.stage() == null ? Stage.NEW : wanted.stage(),
            null,
            null,
            1);
    return database.write(
        tx -> {
          store.add(tx, applicant, who.userId());
          return seenBy(tx, who, applicant);
        });
  }

  /// Changes an applicant.
  public Applicant change(Identity who, UserId id, ApplicantChange change) {
    demandTeam(who);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return database.write(
        tx -> {
          ApplicantStore.Stored before = find(tx, id);
          if (change.version() != null && change.version() != before.version()) {
            throw Refusal.of(ErrorCode.STALE, "somebody else changed this applicant");
          }
          ApplicantStore.Stored after = changed(before, change, now);
          store.update(tx, after);
          return seenBy(tx, who, after);
        });
  }

  private ApplicantStore.Stored find(Tx tx, UserId id) throws SQLException {
    return store.find(tx, id).orElseThrow(ApplicantService::notFound);
  }

  private Applicant seenBy(Tx tx, Identity who, ApplicantStore.Stored stored) throws SQLException {
    RoomId room = RoomId.of(stored.id());
    return new Applicant(
        stored.id(),
        room,
        stored.name(),
        stored.email(),
        stored.phone(),
        stored.position(),
        stored.language(),
        stored.timeZone(),
        stored.createdAt(),
        presence.isOnline(stored.id()),
        chat.marks().unreadAbout(tx, stored.id(), who.userId()),
        chat.entries().last(tx, room).orElse(null),
        stored.invitedAt(),
        stored.stage(),
        stored.notes(),
        stored.archivedAt(),
        stored.version());
  }

  private static ApplicantStore.Stored changed(
      ApplicantStore.Stored before, ApplicantChange change, Instant now) {
    return new ApplicantStore.Stored(
        before.id(),
        change.name() == null ? before.name() : Inputs.line("name", change.name()),
        change.email() == null ? before.email() : Inputs.email(change.email()),
        change.phone() == null ? before.phone() : optional("phone", change.phone()),
        change.position() == null ? before.position() : optional("position", change.position()),
        change.language() == null ? before.language() : Inputs.language(change.language()),
        change.timeZone() == null ? before.timeZone() : Inputs.timeZone(change.timeZone()),
        before.createdAt(),
        before.activityAt(),
        before.invitedAt(),
        change.stage() == null ? before.stage() : change.stage(),
        change.notes() == null ? before.notes() : notes(change.notes()),
        archived(before, change.archived(), now),
        before.version() + 1);
  }

  private static @Nullable Instant archived(
      ApplicantStore.Stored before, @Nullable Boolean archived, Instant now) {
    if (archived == null) {
      return before.archivedAt();
    }
    if (!archived) {
      return null;
    }
    return before.archivedAt() == null ? now : before.archivedAt();
  }

  private static @Nullable String notes(String text) {
    if (text.length() > MAX_NOTES) {
      throw Refusal.invalid("notes", "notes have " + MAX_NOTES + " characters at most");
    }
    return text.isBlank() ? null : text;
  }

  private static @Nullable String optional(String field, @Nullable String value) {
    return value == null || value.isBlank() ? null : Inputs.line(field, value);
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
