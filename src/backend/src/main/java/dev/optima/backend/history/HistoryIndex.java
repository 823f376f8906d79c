package dev.optima.backend.history;

import dev.optima.backend.store.Row;
import dev.optima.backend.store.Sql;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps what the history knows of a call, in the transaction that changes it. Of a live call that
/// is little; when it is over, everything by which it can be found. An applicant's name and
/// position are those of today, so they are written anew when they change; people of the team have
/// the names that they had in the call.
public final class HistoryIndex {
  private static final String PUT =
      "INSERT INTO call_history (call_id, created_at, outcome, length, score, rang, week_hour,"
          + " caller, applicant, position, applicant_key, interviewer_key)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call_id) DO UPDATE SET"
          + " created_at = excluded.created_at, outcome = excluded.outcome, length = excluded.length,"
          + " score = excluded.score, rang = excluded.rang, week_hour = excluded.week_hour,"
          + " caller = excluded.caller, applicant = excluded.applicant,"
          + " position = excluded.position, applicant_key = excluded.applicant_key,"
          + " interviewer_key = excluded.interviewer_key RETURNING no";
  private static final String CALL =
      "SELECT c.id, c.created_at, c.outcome, c.started_at, c.together_millis, c.score, c.opened,"
          + " c.caller_id, c.applicant_id, m.title FROM calls c"
          + " LEFT JOIN meetings m ON m.id = c.meeting_id WHERE c.id = ?";
  private static final String APPLICANT = "SELECT name, position FROM applicants WHERE id = ?";
  private static final String PEOPLE =
      "SELECT user_id, name FROM call_participants WHERE call_id = ? AND user_id <> ?";
  private static final String RENAME =
      "UPDATE call_participants SET name = ? WHERE call_id = ? AND user_id = ? AND name <> ?";
  private static final String OVER_OF =
      "SELECT h.call_id FROM call_history h WHERE h.applicant = ? AND h.outcome > 0";
  private static final String UNKNOWN =
      "SELECT id FROM calls WHERE in_history = 0 AND created_at >= ?"
          + " ORDER BY created_at DESC, id DESC LIMIT ?";
  private static final String KNOWN =
      "UPDATE calls SET in_history = 1 WHERE id = ? AND in_history = 0";

  /// A call as it is stored.
  private record Call(
      CallId id,
      Instant createdAt,
      @Nullable CallOutcome outcome,
      boolean met,
      long millis,
      @Nullable Double score,
      boolean opened,
      UserId caller,
      UserId applicant,
      @Nullable String meeting) {

    int length() {
      return outcome == null || !met ? -1 : (int) ((millis + 500) / 1000);
    }

    boolean rang() {
      return outcome != null
          && !opened
          && outcome != CallOutcome.OFFLINE
          && outcome != CallOutcome.CANCELLED;
    }
  }

  private record Applicant(String name, @Nullable String position) {
    static Applicant read(Row row) throws SQLException {
      return new Applicant(row.text(1), row.textOrNull(2));
    }
  }

  private record Person(UserId id, String name) {}

  /// How an outcome is written.
  static int number(CallOutcome outcome) {
    return outcome.ordinal() + 1;
  }

  /// A call was stored as this.
  public void saw(Tx tx, CallSession session) throws SQLException {
    if (session.state().isTerminal()) {
      follow(tx, session.callId());
    } else if (session.version() == 1 || isSomebodyElses(tx, session)) {
      live(tx, session);
    }
  }

  private static void live(Tx tx, CallSession session) throws SQLException {
    var call =
        new Call(
            session.callId(),
            session.createdAt(),
            null,
            false,
            0,
            null,
            false,
            session.callerId(),
            session.applicantId(),
            null);
    Applicant applicant =
        session
            .participant(session.applicantId())
            .map(person -> new Applicant(person.name(), null))
            .orElse(null);
    List<Person> team =
        session.participants().stream()
            .filter(person -> !person.userId().equals(session.applicantId()))
            .map(person -> new Person(person.userId(), person.name()))
            .toList();
    put(tx, call, applicant, team);
  }

  private static boolean isSomebodyElses(Tx tx, CallSession session) throws SQLException {
    return session.meetingId() != null
        && tx.first(
                "SELECT no FROM call_history WHERE call_id = ? AND caller <> ?",
                row -> row.number(1),
                session.callId(),
                HistoryKeys.of(session.callerId().value()))
            .isPresent();
  }

  /// Writes all that is known of a call.
  public void follow(Tx tx, CallId id) throws SQLException {
    Call call = tx.first(CALL, HistoryIndex::call, id).orElse(null);
    if (call == null) {
      return;
    }
    // Whoever renames them waits until this is stored, and finds it.
    String lock = tx.sql() == Sql.POSTGRESQL ? " FOR NO KEY UPDATE" : "";
    Applicant applicant =
        tx.first(APPLICANT + lock, Applicant::read, call.applicant()).orElse(null);
    if (applicant != null) {
      tx.update(RENAME, applicant.name(), id, call.applicant(), applicant.name());
    }
    List<Person> team =
        tx.list(
            PEOPLE, row -> new Person(new UserId(row.text(1)), row.text(2)), id, call.applicant());
    long no = put(tx, call, applicant, team);
    guests(tx, no, call, team);
    if (call.outcome() != null) {
      words(tx, no, call, applicant, team);
    }
  }

  /// An applicant has another name or position now.
  public void changed(Tx tx, UserId applicant) throws SQLException {
    List<CallId> calls =
        tx.list(OVER_OF, row -> new CallId(row.text(1)), HistoryKeys.of(applicant.value()));
    for (CallId call : calls) {
      follow(tx, call);
    }
  }

  /// Whether there are calls since then of which the history knows nothing.
  boolean isBehind(Tx tx, Instant since) throws SQLException {
    return tx.first(UNKNOWN, row -> row.text(1), since, 1).isPresent();
  }

  /// Adds calls since then of which the history knows nothing, the newest first; those of a batch
  /// are numbered as they came about, so that two of the same moment stand in their order.
  ///
  /// @return how many there were
  int catchUp(Tx tx, Instant since, int most) throws SQLException {
    List<CallId> calls = tx.list(UNKNOWN, row -> new CallId(row.text(1)), since, most);
    for (CallId call : calls.reversed()) {
      if (tx.update(KNOWN, call) > 0) { // or another node was faster
        follow(tx, call);
      }
    }
    return calls.size();
  }

  private static long put(Tx tx, Call call, @Nullable Applicant applicant, List<Person> team)
      throws SQLException {
    Double score = call.score();
    String caller =
        team.stream()
            .filter(person -> person.id().equals(call.caller()))
            .map(Person::name)
            .findFirst()
            .orElse("");
    long key = HistoryKeys.of(call.caller().value());
    long no =
        tx.first(
                PUT,
                row -> row.number(1),
                call.id(),
                call.createdAt(),
                call.outcome() == null ? 0 : number(call.outcome()),
                call.length(),
                score == null ? -1.0 : score,
                call.rang() ? 1 : 0,
                HistoryKeys.weekHour(call.createdAt()),
                key,
                HistoryKeys.of(call.applicant().value()),
                applicant == null ? 0L : HistoryKeys.ofPosition(applicant.position()),
                applicant == null ? "" : HistoryKeys.name(applicant.name()),
                HistoryKeys.name(caller))
            .orElseThrow();
    // Whoever took it over was a guest before: nobody is in it twice.
    tx.update("DELETE FROM call_history_guests WHERE no = ? AND person = ?", no, key);
    return no;
  }

  private static void guests(Tx tx, long no, Call call, List<Person> team) throws SQLException {
    for (Person person : team) {
      if (!person.id().equals(call.caller())) {
        tx.update(
            "INSERT INTO call_history_guests (person, no) VALUES (?, ?) ON CONFLICT DO NOTHING",
            HistoryKeys.of(person.id().value()),
            no);
      }
    }
  }

  private static void words(
      Tx tx, long no, Call call, @Nullable Applicant applicant, List<Person> team)
      throws SQLException {
    Stream<@Nullable String> said =
        applicant == null
            ? Stream.of(call.meeting())
            : Stream.of(applicant.name(), applicant.position(), call.meeting());
    Stream<String> texts = said.filter(text -> text != null).map(String::valueOf);
    String words = HistoryWords.of(Stream.concat(texts, team.stream().map(Person::name)));
    tx.update(
        "INSERT INTO call_words (no, words) VALUES (?, ?)"
            + " ON CONFLICT (no) DO UPDATE SET words = excluded.words",
        no,
        words);
    if (tx.sql() == Sql.SQLITE) {
      tx.update("DELETE FROM call_search WHERE rowid = ?", no);
      tx.update("INSERT INTO call_search (rowid, words) VALUES (?, ?)", no, words);
    }
  }

  private static Call call(Row row) throws SQLException {
    String outcome = row.textOrNull(3);
    return new Call(
        new CallId(row.text(1)),
        row.instant(2),
        outcome == null ? null : CallOutcome.valueOf(outcome),
        row.numberOrNull(4) != null,
        row.number(5),
        row.realOrNull(6),
        row.integer(7) != 0,
        new UserId(row.text(8)),
        new UserId(row.text(9)),
        row.textOrNull(10));
  }
}
