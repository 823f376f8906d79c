package dev.optima.console.settings;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.AuditClient;
import dev.optima.console.client.AuditQuery;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.AuditEntries;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The audit log as an administrator sees it: page by page, filtered by the backend.
public final class AuditViewModel {
  private static final int PAGE = 50;

  /// Lets programs for tables know that the letters are UTF-8.
  private static final byte[] MARK = "\ufeff".getBytes(StandardCharsets.UTF_8);

  private final AuditClient client;
  private final Tasks tasks;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final ObservableList<Account> accounts = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<AuditQuery> query =
      new ReadOnlyObjectWrapper<>(AuditQuery.ALL);
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> saved = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper exporting = new ReadOnlyBooleanWrapper();
  private @Nullable String next;
  private @Nullable String asked;
  private int turn;

  public AuditViewModel(AuditClient client, Tasks tasks) {
    this.client = client;
    this.tasks = tasks;
  }

  /// Asks anew, from the newest on.
  public void load() {
    saved.set(null);
    ask(null);
    if (accounts.isEmpty()) {
      tasks.run(client::accounts, accounts::setAll, failure -> {});
    }
  }

  /// Shows these from now on.
  public void look(AuditQuery wanted) {
    if (!wanted.equals(query.get())) {
      query.set(wanted);
      entries.clear();
      next = null;
      load();
    }
  }

  /// Asks for what comes after those that are known, unless it is under way.
  public void more() {
    if (next != null && !loading.get() && problem.get() == null) {
      ask(next);
    }
  }

  /// Asks again for what could not be had.
  public void again() {
    ask(asked);
  }

  private void ask(@Nullable String before) {
    int mine = ++turn;
    asked = before;
    AuditQuery wanted = query.get();
    problem.set(null);
    loading.set(true);
    tasks.run(
        () -> client.page(wanted, before, PAGE),
        page -> {
          if (mine == turn) {
            took(page, before == null);
          }
        },
        failure -> {
          if (mine == turn) {
            loading.set(false);
            problem.set(ApiFailures.explain(failure));
          }
        });
  }

  private void took(AuditEntries page, boolean first) {
    loading.set(false);
    next = page.next();
    if (first) {
      entries.setAll(page.entries());
    } else {
      entries.addAll(page.entries());
    }
  }

  /// Writes all that fit into a file.
  public void export(Path file) {
    if (exporting.get()) {
      return;
    }
    exporting.set(true);
    saved.set(null);
    problem.set(null);
    AuditQuery wanted = query.get();
    tasks.run(
        () -> write(file, client.csv(wanted)),
        name -> exported(Message.of("audit.saved", name), null),
        failure ->
            exported(
                null,
                failure instanceof IOException
                    ? Message.of("audit.unwritable", String.valueOf(file.getFileName()))
                    : ApiFailures.explain(failure)));
  }

  private void exported(@Nullable Message good, @Nullable Message bad) {
    exporting.set(false);
    saved.set(good);
    problem.set(bad);
  }

  private static String write(Path file, byte[] csv) throws IOException {
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(MARK);
      out.write(csv);
      whole = true;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
    return String.valueOf(file.getFileName());
  }

  public ObservableList<Entry> entries() {
    return entries;
  }

  /// Everybody who may be in it.
  public ObservableList<Account> accounts() {
    return accounts;
  }

  /// Whether nothing narrows what is asked for.
  public boolean asksForAll() {
    return query.get().equals(AuditQuery.ALL);
  }

  public ReadOnlyObjectProperty<AuditQuery> query() {
    return query.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /// Where the last export went.
  public ReadOnlyObjectProperty<@Nullable Message> saved() {
    return saved.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty exporting() {
    return exporting.getReadOnlyProperty();
  }
}
