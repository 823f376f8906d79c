package dev.optima.backend.history;

import dev.optima.backend.account.Identity;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.backend.store.Work;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.CallPage;
import dev.optima.protocol.rest.CallRow;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds calls by any filter, in any order, a page at a time. The team sees all; an applicant the
/// own ones, without what the team keeps to itself. All methods block.
public final class CallSearch {
  /// The most calls in one page.
  public static final int MAX_PAGE = 200;

  private static final String NAME =
      "SELECT name FROM applicants WHERE id = ? UNION ALL SELECT name FROM accounts WHERE id = ?";

  private final Database database;
  private final InstantSource clock;
  private final HistoryStore store;
  private final CatchUp catchUp;
  private final CallRows rows = new CallRows();
  private final AuditLog audit;

  /// @param kept how long calls are kept
  public CallSearch(Database database, Duration kept, InstantSource clock) {
    this(database, kept, Bounds.USUAL, clock);
  }

  CallSearch(Database database, Duration kept, Bounds bounds, InstantSource clock) {
    this.store = new HistoryStore(bounds);
    this.database = database;
    this.clock = clock;
    this.audit = new AuditLog(clock);
    this.catchUp = new CatchUp(database, kept, clock);
  }

  /// A page of what fits; the first one says how many there are.
  ///
  /// @param before the `next` of the page before
  public CallPage page(
      Identity who, CallFilter filter, CallOrder order, @Nullable String before, int limit) {
    demand(who, filter, order);
    Cursor after = before == null ? null : Cursor.read(before, order);
    int most = Math.clamp(limit, 1, MAX_PAGE);
    Part part = part(who, filter, order, after, most, after == null && who.isTeam());
    Cursor next = part.next();
    return new CallPage(
        part.rows(),
        next == null ? null : next.text(),
        part.total(),
        part.total() != null && part.exact());
  }

  /// All that fit, for a file of this kind; that it is given out is noted before.
  ///
  /// @param most how many at most
  public CallExport export(
      Identity who, CallFilter filter, CallOrder order, int most, String kind) {
    demand(who, filter, order);
    var export = new CallExport(this, who, filter, order, most);
    if (who.isTeam()) {
      String detail = kind + " " + export.extent();
      database.<Boolean>write(
          tx -> {
            audit.note(tx, who, AuditAct.CALLS_EXPORTED, null, null, detail);
            return true;
          });
    }
    return export;
  }

  /// All that fit, added up.
  public Figures figures(Identity who, CallFilter filter) {
    demand(who, filter, CallOrder.NEWEST);
    UserId own = who.isTeam() ? null : who.userId();
    return ask(who, tx -> Figures.of(tx, QuestionWriter.write(tx, filter, own, clock.instant())));
  }

  /// What people are called, on either side; of whom nothing is known there is nothing.
  public Map<UserId, String> names(List<UserId> people) {
    return database.read(
        tx -> {
          Map<UserId, String> names = new HashMap<>();
          for (UserId person : people) {
            tx.first(NAME, row -> row.text(1), person, person)
                .ifPresent(name -> names.put(person, name));
          }
          return names;
        });
  }

  /// The next calls behind a place.
  Part part(
      Identity who,
      CallFilter filter,
      CallOrder order,
      @Nullable Cursor after,
      int most,
      boolean count) {
    return ask(who, tx -> read(tx, who, filter, order, after, most, count));
  }

  /// An applicant's own calls are few, and take no turn from the team.
  private <T> T ask(Identity who, Work<T> work) {
    return who.isTeam() ? database.readLong(who.userId(), work) : database.read(work);
  }

  /// Refuses what somebody may not ask.
  static void demand(Identity who, CallFilter filter, CallOrder order) {
    if (who.callId() != null) {
      throw Refusal.forbidden("a call ticket opens no history");
    }
    boolean teams = filter.isForTheTeam() || order.by() == CallOrder.By.QUALITY;
    if (teams && !who.isTeam()) {
      throw Refusal.forbidden("words, positions and scores are for recruiters");
    }
  }

  /// Some calls, and where it goes on.
  record Part(List<CallRow> rows, @Nullable Cursor next, @Nullable Long total, boolean exact) {}

  private Part read(
      Tx tx,
      Identity who,
      CallFilter filter,
      CallOrder order,
      @Nullable Cursor after,
      int most,
      boolean count)
      throws SQLException {
    Instant now = clock.instant();
    UserId own = who.isTeam() ? null : who.userId();
    Question question = QuestionWriter.write(tx, filter, own, now);
    HistoryStore.Found found = store.find(tx, question, order, after, most + 1, count);
    boolean more = found.places().size() > most;
    List<HistoryStore.Place> shown = more ? found.places().subList(0, most) : found.places();
    List<CallRow> calls = rows.of(tx, shown.stream().map(HistoryStore.Place::call).toList(), now);
    return new Part(
        own == null ? calls : own(calls, own),
        more ? shown.getLast().cursor() : null,
        found.total(),
        found.exact() && (found.total() == null || catchUp.isThrough(tx)));
  }

  /// What an applicant may know of the own calls.
  private static List<CallRow> own(List<CallRow> calls, UserId applicant) {
    return calls.stream()
        .filter(row -> row.call().roomId().equals(RoomId.of(applicant)))
        .map(
            row ->
                new CallRow(
                    row.call(),
                    row.provider(),
                    null,
                    row.meetingTitle(),
                    null,
                    row.drops(),
                    row.recorded()))
        .toList();
  }

  /// What makes calls be found that were before there was a history.
  public CatchUp catchUp() {
    return catchUp;
  }
}
