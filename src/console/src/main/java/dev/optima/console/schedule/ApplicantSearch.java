package dev.optima.console.schedule;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApplicantQuery;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.rest.Applicant;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Finds the applicant of an interview by what somebody types. One question to the backend at a
/// time; what was typed meanwhile is asked next.
final class ApplicantSearch {
  private static final int MOST = 8;

  private final ApiClient api;
  private final Tasks tasks;
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<Applicant> found = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Applicant> chosen = new ReadOnlyObjectWrapper<>();
  private boolean asking;

  ApplicantSearch(ApiClient api, Tasks tasks) {
    this.api = api;
    this.tasks = tasks;
    text.addListener((_, _, now) -> typed(now));
  }

  private void typed(String now) {
    Applicant one = chosen.get();
    if (one != null && now.equals(shown(one))) {
      return;
    }
    chosen.set(null);
    ask();
  }

  private void ask() {
    if (asking) {
      return;
    }
    String words = text.get().strip();
    if (words.isEmpty() || chosen.get() != null) {
      found.clear();
      return;
    }
    asking = true;
    ApplicantQuery query = new ApplicantQuery(words, Set.of(), false, false);
    tasks.run(
        () -> api.applicants(query, null, MOST),
        page -> {
          asking = false;
          answered(words, page.applicants());
        },
        failure -> {
          asking = false;
          answered(words, List.of());
        });
  }

  private void answered(String words, List<Applicant> page) {
    if (chosen.get() != null) {
      found.clear();
    } else if (words.equals(text.get().strip())) {
      found.setAll(page);
    } else {
      ask();
    }
  }

  /// It is this one.
  void choose(Applicant applicant) {
    chosen.set(applicant);
    text.set(shown(applicant));
    found.clear();
  }

  /// `John Doe · Backend engineer`.
  static String shown(Applicant applicant) {
    return applicant.position() == null
        ? applicant.name()
        : applicant.name() + " · " + applicant.position();
  }

  StringProperty text() {
    return text;
  }

  /// Who may be meant.
  ObservableList<Applicant> found() {
    return found;
  }

  /// Who it is; null until somebody is chosen.
  ReadOnlyObjectProperty<@Nullable Applicant> chosen() {
    return chosen.getReadOnlyProperty();
  }
}
