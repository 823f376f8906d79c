package dev.optima.console.call;

import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.CallQuery;
import dev.optima.console.client.CallsClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.toast.Toast;
import dev.optima.console.toast.ToastsViewModel;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Takes the calls that the history shows out of the console: into a file, or onto paper.
public final class CallExportViewModel {
  private static final long KIB = 1024;

  private final CallsClient client;
  private final CallHistoryViewModel history;
  private final Tasks tasks;
  private final ToastsViewModel toasts;
  private final ZoneId zone;
  private final ReadOnlyObjectWrapper<@Nullable Message> busy = new ReadOnlyObjectWrapper<>();

  CallExportViewModel(
      CallsClient client,
      CallHistoryViewModel history,
      Tasks tasks,
      ToastsViewModel toasts,
      ZoneId zone) {
    this.client = client;
    this.history = history;
    this.tasks = tasks;
    this.toasts = toasts;
    this.zone = zone;
  }

  /// Writes a table.
  public void csv(Path file) {
    CallQuery query = history.query();
    String name = String.valueOf(file.getFileName());
    run(
        () -> client.csv(query, zone.getId(), file, progress()),
        cut -> toasts.show(Toast.plain(saved(name, cut))),
        () -> csv(file));
  }

  private static Message saved(String name, OptionalInt cut) {
    return cut.isPresent()
        ? Message.of("calls.export.cut", name, cut.getAsInt())
        : Message.of("calls.export.saved", name);
  }

  /// Writes a page to be printed into a file of the system's, and has it opened.
  ///
  /// @param open hands it to the system's browser
  public void report(Language language, Consumer<URI> open) {
    CallQuery query = history.query();
    run(
        () -> {
          Path file = Files.createTempFile("optima-calls-", ".html");
          file.toFile().deleteOnExit();
          client.report(query, language.tag(), zone.getId(), file, progress());
          return file;
        },
        made -> open.accept(made.toUri()),
        () -> report(language, open));
  }

  private LongConsumer progress() {
    return bytes -> tasks.later(() -> tell(bytes));
  }

  private void tell(long bytes) {
    if (busy.get() != null) {
      busy.set(Message.of("calls.export.progress", bytes / KIB));
    }
  }

  private <T> void run(Callable<T> work, Consumer<T> done, Runnable again) {
    if (busy.get() != null) {
      return;
    }
    busy.set(Message.of("calls.export.busy"));
    tasks.run(
        work,
        made -> {
          busy.set(null);
          done.accept(made);
        },
        failure -> {
          busy.set(null);
          toasts.show(Toast.problem(why(failure)).with(Message.of("calls.retry"), again));
        });
  }

  private static Message why(Exception failure) {
    return failure instanceof ApiException
        ? Message.of("calls.export.failed", ApiFailures.explain(failure))
        : Message.of("calls.export.notSaved");
  }

  /// What it is about now; null while nothing is exported.
  public ReadOnlyObjectProperty<@Nullable Message> busy() {
    return busy.getReadOnlyProperty();
  }
}
