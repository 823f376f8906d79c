package dev.optima.console.settings;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.AuditClient;
import dev.optima.console.client.AuditQuery;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.kept.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Takes the audit log out of the console, into a file. What goes wrong with that is no matter of
/// the rows that are shown.
public final class AuditExport {
  private final AuditClient client;
  private final Tasks tasks;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> saved = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable Wanted last;

  private record Wanted(AuditQuery query, Path file) {}

  AuditExport(AuditClient client, Tasks tasks) {
    this.client = client;
    this.tasks = tasks;
  }

  /// Writes all that fit into a file.
  void save(AuditQuery query, Path file) {
    if (busy.get()) {
      return;
    }
    last = new Wanted(query, file);
    busy.set(true);
    saved.set(null);
    problem.set(null);
    String name = String.valueOf(file.getFileName());
    tasks.run(
        () -> {
          byte[] csv = client.csv(query);
          WholeFile.table(file, out -> out.write(csv));
          return file;
        },
        _ -> done(Message.of("audit.saved", name), null),
        failure ->
            done(
                null,
                failure instanceof IOException
                    ? Message.of("audit.unwritable", name)
                    : ApiFailures.explain(failure)));
  }

  private void done(@Nullable Message good, @Nullable Message bad) {
    busy.set(false);
    saved.set(good);
    problem.set(bad);
  }

  /// Tries again what failed: the same rows, into the same file.
  public void again() {
    if (last != null && problem.get() != null) {
      save(last.query(), last.file());
    }
  }

  /// Says no more about the last one.
  void forget() {
    saved.set(null);
    problem.set(null);
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// Where the last one went.
  public ReadOnlyObjectProperty<@Nullable Message> saved() {
    return saved.getReadOnlyProperty();
  }

  /// Why there is no file; null if there is no trouble.
  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
