package dev.optima.backend.media;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who is in the room of a call, put together out of what came in any order: of each occupant the
/// newest word counts, and whoever came before the room was closed is gone. At the same moment the
/// going counts, since an occupant goes once. Not thread-safe.
final class Occupancy {
  private final Map<String, Entry> entries = new HashMap<>();
  private @Nullable Instant closedAt;

  /// The newest word about an occupant.
  ///
  /// @param user who of the call it is; null if nobody
  record Entry(String occupant, @Nullable UserId user, boolean here, Instant at) {
    private boolean isOlderThan(boolean nextHere, Instant next) {
      return at.isBefore(next) || (at.equals(next) && here && !nextHere);
    }
  }

  Occupancy(Collection<Entry> known, @Nullable Instant closedAt) {
    known.forEach(entry -> entries.put(entry.occupant(), entry));
    this.closedAt = closedAt;
  }

  /// Takes the word that somebody came or went; empty if a newer one is known.
  Optional<Entry> put(String occupant, @Nullable UserId user, boolean here, Instant at) {
    Entry before = entries.get(occupant);
    if (before != null && !before.isOlderThan(here, at)) {
      return Optional.empty();
    }
    UserId who = user == null && before != null ? before.user() : user;
    var entry = new Entry(occupant, who, here, at);
    entries.put(occupant, entry);
    return Optional.of(entry);
  }

  /// Takes the word that the room was closed; false if it was closed later.
  boolean close(Instant at) {
    if (closedAt != null && !closedAt.isBefore(at)) {
      return false;
    }
    closedAt = at;
    return true;
  }

  /// Who is there, once or more often.
  Set<UserId> people() {
    return entries.values().stream()
        .filter(Entry::here)
        .filter(entry -> closedAt == null || !entry.at().isBefore(closedAt))
        .map(Entry::user)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
