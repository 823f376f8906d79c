package dev.optima.backend.recording;

import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Row;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.ConsentWording;
import dev.optima.protocol.rest.RecordingHistory.Act;
import dev.optima.protocol.rest.RecordingHistory.Consent;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What applicants were asked and said, and what happened around it.
final class ConsentStore {
  private static final int MOST_ACTS = 500;
  private static final String ASK =
      "INSERT INTO recording_consents (id, call_id, applicant_id, asked_by_id, asked_by_name,"
          + " asked_at) VALUES (?, ?, ?, ?, ?, ?)";
  private static final String ANSWER =
      "UPDATE recording_consents SET text_version = ?, language = ?, text = ?, given = ?,"
          + " answered_at = ? WHERE call_id = ? AND answered_at IS NULL";
  private static final String WITHDRAW =
      "UPDATE recording_consents SET withdrawn_at = ?"
          + " WHERE call_id = ? AND given = 1 AND withdrawn_at IS NULL";
  private static final String OF_CALL =
      "SELECT id, asked_by_name, asked_at, text_version, language, text, given, answered_at,"
          + " withdrawn_at FROM recording_consents WHERE call_id = ? ORDER BY asked_at, id";
  private static final String ADD_ACT =
      "INSERT INTO recording_acts (id, call_id, act, at, by_id, by_name, detail)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String ACTS =
      "SELECT act, at, by_name, detail FROM recording_acts WHERE call_id = ?"
          + " ORDER BY at, id LIMIT ?";
  private static final String ACT =
      "SELECT 1 FROM recording_acts WHERE call_id = ? AND act = ? AND detail = ? LIMIT 1";

  /// Who did something.
  record Actor(UserId userId, String name) {}

  /// A consent and its key.
  record Kept(String id, Consent consent) {
    /// Whether what was at this time was allowed.
    boolean covers(Instant at) {
      return Boolean.TRUE.equals(consent.given())
          && consent.answeredAt() != null
          && !at.isBefore(consent.answeredAt())
          && (consent.withdrawnAt() == null || at.isBefore(consent.withdrawnAt()));
    }
  }

  void ask(Tx tx, CallId call, UserId applicant, @Nullable Actor by, Instant now)
      throws SQLException {
    tx.update(
        ASK,
        Ids.next(),
        call,
        applicant,
        by == null ? null : by.userId(),
        by == null ? null : by.name(),
        now);
  }

  void answer(Tx tx, CallId call, ConsentWording wording, boolean given, Instant now)
      throws SQLException {
    tx.update(
        ANSWER, wording.version(), wording.language(), wording.whole(), given ? 1 : 0, now, call);
  }

  void withdraw(Tx tx, CallId call, Instant now) throws SQLException {
    tx.update(WITHDRAW, now, call);
  }

  /// Each time the applicant was asked, in order.
  List<Kept> ofCall(Tx tx, CallId call) throws SQLException {
    return tx.list(OF_CALL, ConsentStore::kept, call);
  }

  /// The last time, if there was one.
  Optional<Kept> last(Tx tx, CallId call) throws SQLException {
    List<Kept> all = ofCall(tx, call);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  void note(Tx tx, CallId call, String act, Instant at, @Nullable Actor by, @Nullable String detail)
      throws SQLException {
    tx.update(
        ADD_ACT,
        Ids.next(),
        call,
        act,
        at,
        by == null ? null : by.userId(),
        by == null ? null : by.name(),
        detail);
  }

  List<Act> acts(Tx tx, CallId call) throws SQLException {
    return tx.list(
        ACTS,
        row -> new Act(row.text(1), row.instant(2), row.textOrNull(3), row.textOrNull(4)),
        call,
        MOST_ACTS);
  }

  /// Whether this happened, ever.
  boolean was(Tx tx, CallId call, String act, String detail) throws SQLException {
    return tx.first(ACT, row -> row.integer(1), call, act, detail).isPresent();
  }

  private static Kept kept(Row row) throws SQLException {
    Long given = row.numberOrNull(7);
    return new Kept(
        row.text(1),
        new Consent(
            row.textOrNull(2),
            row.instant(3),
            row.textOrNull(4),
            row.textOrNull(5),
            row.textOrNull(6),
            given == null ? null : given != 0,
            row.instantOrNull(8),
            row.instantOrNull(9)));
  }
}
