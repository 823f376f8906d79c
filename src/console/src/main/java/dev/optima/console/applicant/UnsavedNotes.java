package dev.optima.console.applicant;

import dev.optima.console.fx.Tasks;
import dev.optima.console.kept.KeptFile;
import dev.optima.protocol.id.UserId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Notes that were typed and not saved, for instance because there was no connection: kept on this
/// machine until the backend has them.
final class UnsavedNotes {
  private final KeptFile<Kept> file;
  private final Map<String, Left> left = new TreeMap<>();

  /// What was left.
  ///
  /// @param base what the backend had when it was typed
  record Left(String text, String base) {}

  /// What the file holds, by applicant.
  record Kept(Map<String, Left> notes) {}

  /// @param owner who signed in where: others do not see the notes
  UnsavedNotes(Path directory, String owner, Tasks tasks) {
    String name = "unsaved-notes-" + Integer.toHexString(owner.hashCode()) + ".json";
    file = new KeptFile<>(directory.resolve(name), Kept.class, tasks);
    file.read().ifPresent(kept -> left.putAll(kept.notes()));
  }

  Optional<Left> of(UserId applicant) {
    return Optional.ofNullable(left.get(applicant.value()));
  }

  /// @param text null if nothing is unsaved
  void keep(UserId applicant, @Nullable String text, String base) {
    String id = applicant.value();
    Left next = text == null ? null : new Left(text, base);
    Left before = next == null ? left.remove(id) : left.put(id, next);
    if (!Objects.equals(before, next)) {
      if (left.isEmpty()) {
        file.drop();
      } else {
        file.keep(new Kept(Map.copyOf(left)));
      }
    }
  }
}
