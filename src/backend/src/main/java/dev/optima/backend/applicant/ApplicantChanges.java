package dev.optima.backend.applicant;

import dev.optima.backend.history.HistoryIndex;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Changes applicants by compare-and-set on their version, so that of two who change one at once
/// neither undoes what the other did.
final class ApplicantChanges {
  /// Each attempt loses only to a change that somebody else made.
  private static final int ATTEMPTS = 50;

  private final ApplicantStore store;
  private final ApplicantFeed feed;
  private final HistoryIndex history = new HistoryIndex();

  ApplicantChanges(ApplicantStore store, ApplicantFeed feed) {
    this.store = store;
    this.feed = feed;
  }

  /// The applicant as they are now; empty if there is none of this id.
  ///
  /// @param change gives the next version, or the same applicant if nothing is to change; may be
  ///   asked again about what somebody else stored in the meantime
  Optional<ApplicantStore.Stored> apply(
      Tx tx, UserId id, UnaryOperator<ApplicantStore.Stored> change) throws SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<ApplicantStore.Stored> before = store.find(tx, id);
      if (before.isEmpty()) {
        return before;
      }
      ApplicantStore.Stored after = change.apply(before.get());
      if (after.version() == before.get().version()) {
        return before;
      }
      if (store.update(tx, after)) {
        feed.changed(tx, after);
        if (isCalledOtherwise(before.get(), after)) {
          history.changed(tx, id);
        }
        return Optional.of(after);
      }
    }
    throw Refusal.unavailable("this applicant changes too fast");
  }

  private static boolean isCalledOtherwise(
      ApplicantStore.Stored before, ApplicantStore.Stored after) {
    return !before.name().equals(after.name())
        || !Objects.equals(before.position(), after.position());
  }
}
