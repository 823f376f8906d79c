package dev.optima.console.settings;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.AuditClient;
import dev.optima.console.client.AuditQuery;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.AuditEntries;
import dev.optima.protocol.rest.AuditEntries.Entry;
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

  private final AuditClient client;
  private final Tasks tasks;
  private final AuditExport export;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final ObservableList<Account> accounts = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<AuditQuery> query =
      new ReadOnlyObjectWrapper<>(AuditQuery.ALL);
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private @Nullable String next;
  private @Nullable String asked;
  private int turn;

  public AuditViewModel(AuditClient client, Tasks tasks) {
    this.client = client;
    this.tasks = tasks;
    export = new AuditExport(client, tasks);
  }

  /// Asks anew, from the newest on.
  public void load() {
    export.forget();
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

  /// Asks again for the page that could not be had.
  public void again() {
    if (problem.get() != null) {
      ask(asked);
    }
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
    export.save(query.get(), file);
  }

  /// What became of writing a file.
  public AuditExport export() {
    return export;
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

  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }
}
