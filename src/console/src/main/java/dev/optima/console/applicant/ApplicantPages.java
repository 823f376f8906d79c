package dev.optima.console.applicant;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApplicantQuery;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.Applicants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// Asks the backend for applicants: page by page by a query, and one by one where somebody is new
/// or was changed.
final class ApplicantPages {
  private static final int PAGE = 100;

  private static final int LOOKED_FOR = 20;

  /// One by one, at most so many at a time: after an import there may be thousands.
  private static final int AT_ONCE = 8;

  private final ApiClient api;
  private final Tasks tasks;
  private final Consumer<List<Applicant>> taken;
  private final Consumer<Exception> failed;
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final Set<UserId> waiting = new LinkedHashSet<>();
  private final Set<UserId> asked = new HashSet<>();
  private ApplicantQuery query = ApplicantQuery.ALL;
  private @Nullable String next;
  private int turn;

  ApplicantPages(
      ApiClient api, Tasks tasks, Consumer<List<Applicant>> taken, Consumer<Exception> failed) {
    this.api = api;
    this.tasks = tasks;
    this.taken = taken;
    this.failed = failed;
  }

  /// Asks for the first page of this query; answers to an earlier one do not lead on any more.
  void begin(ApplicantQuery wanted) {
    query = wanted;
    next = null;
    ask(null);
  }

  /// Asks for the next page, if there is one and none is on its way.
  void more() {
    if (next != null && !loading.get()) {
      ask(next);
    }
  }

  private void ask(@Nullable String after) {
    int mine = ++turn;
    ApplicantQuery wanted = query;
    loading.set(true);
    tasks.run(
        () -> api.applicants(wanted, after, PAGE),
        page -> took(page, mine),
        failure -> {
          if (mine == turn) {
            loading.set(false);
          }
          failed.accept(failure);
        });
  }

  private void took(Applicants page, int mine) {
    if (mine == turn) {
      next = page.next();
      loading.set(false);
    }
    taken.accept(page.applicants());
  }

  /// Asks who is called so, whatever the list shows.
  void look(String words) {
    ApplicantQuery wanted = new ApplicantQuery(words, Set.of(), false, false);
    tasks.run(
        () -> api.applicants(wanted, null, LOOKED_FOR),
        page -> taken.accept(page.applicants()),
        failed);
  }

  /// Asks for one applicant now.
  void fetch(UserId applicant) {
    if (!asked.add(applicant)) {
      waiting.add(applicant);
      return;
    }
    tasks.run(
        () -> api.applicant(applicant),
        found -> {
          asked.remove(applicant);
          taken.accept(List.of(found));
        },
        failure -> {
          asked.remove(applicant);
          failed.accept(failure);
        });
  }

  /// Asks for one applicant soon.
  void fetchSoon(UserId applicant) {
    waiting.add(applicant);
  }

  /// Asks for some of those that wait.
  void tick() {
    if (waiting.isEmpty()) {
      return;
    }
    List<UserId> now = new ArrayList<>();
    for (UserId applicant : waiting) {
      if (asked.size() + now.size() < AT_ONCE && !asked.contains(applicant)) {
        now.add(applicant);
      }
    }
    now.forEach(waiting::remove);
    now.forEach(this::fetch);
  }

  ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }
}
