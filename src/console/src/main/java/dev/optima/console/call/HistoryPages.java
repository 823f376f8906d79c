package dev.optima.console.call;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.CallQuery;
import dev.optima.console.client.CallsClient;
import dev.optima.console.fx.Diff;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.rest.CallPage;
import dev.optima.protocol.rest.CallRow;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The pages of the history that are loaded, all to one question. What is answered to a question
/// that was replaced meanwhile is dropped, and so are rows that answer another one than is asked.
final class HistoryPages {
  private final CallsClient client;
  private final Tasks tasks;
  private final Supplier<CallQuery> query;
  private final ObservableList<CallRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<CallHistoryViewModel.@Nullable Count> count =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private int question;
  private boolean renewing;
  private boolean renewAgain;
  private @Nullable String next;

  /// What the rows answer.
  private @Nullable CallQuery answered;

  /// Whether the first page came when it was last asked for in place of what is shown.
  private boolean begun;

  /// @param query the question, of the first page
  HistoryPages(CallsClient client, Tasks tasks, Supplier<CallQuery> query) {
    this.client = client;
    this.tasks = tasks;
    this.query = query;
  }

  /// Asks for the first page, in place of what is shown.
  void load() {
    question++;
    int asked = question;
    CallQuery first = query.get();
    loading.set(true);
    renewAgain = false;
    begun = false;
    next = null;
    tasks.run(
        () -> client.page(first),
        page -> {
          if (asked == question) {
            next = page.next();
            answered = first;
            begun = true;
            arrived(page, page.calls());
          }
        },
        failure -> {
          if (asked == question && !first.equals(answered)) {
            rows.clear();
            count.set(null);
          }
          failed(asked, failure);
        });
  }

  /// Whether the rows answer what is asked, and can be gone on with.
  private boolean stands() {
    return begun && query.get().equals(answered);
  }

  /// Tries again what failed.
  void retry() {
    if (stands() && !rows.isEmpty()) {
      renew();
      more();
    } else {
      load();
    }
  }

  /// Asks for the next page.
  void more() {
    String before = next;
    if (before == null || loading.get() || !stands()) {
      return;
    }
    int asked = question;
    CallQuery following = query.get().before(before);
    loading.set(true);
    tasks.run(
        () -> client.page(following),
        page -> {
          if (asked == question) {
            next = page.next();
            arrived(page, HistoryRows.continued(rows, page.calls()));
          }
        },
        failure -> failed(asked, failure));
  }

  /// Asks for the first page again; what was loaded behind it stays if it answers the same.
  void renew() {
    if (loading.get() || renewing) {
      renewAgain = true;
      return;
    }
    if (!stands()) {
      load();
      return;
    }
    renewing = true;
    int asked = question;
    CallQuery first = query.get();
    tasks.run(
        () -> client.page(first),
        page -> {
          renewing = false;
          if (asked == question) {
            renewed(page);
          }
          again();
        },
        failure -> {
          renewing = false;
          failed(asked, failure);
        });
  }

  private void renewed(CallPage page) {
    List<CallRow> all = HistoryRows.renewed(rows, page.calls());
    if (all.size() == page.calls().size()) {
      next = page.next();
    }
    arrived(page, all);
  }

  private void again() {
    if (renewAgain && !loading.get()) {
      renewAgain = false;
      renew();
    }
  }

  private void arrived(CallPage page, List<CallRow> all) {
    if (page.total() != null) {
      count.set(new CallHistoryViewModel.Count(page.total(), page.totalIsExact()));
    }
    problem.set(null);
    loading.set(false);
    Diff.apply(rows, List.copyOf(all));
    again();
  }

  private void failed(int asked, Exception failure) {
    if (asked == question) {
      loading.set(false);
      problem.set(ApiFailures.explain(failure));
    }
  }

  ObservableList<CallRow> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<CallHistoryViewModel.@Nullable Count> count() {
    return count.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
