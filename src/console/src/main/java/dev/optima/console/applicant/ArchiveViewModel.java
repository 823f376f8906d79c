package dev.optima.console.applicant;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.toast.Toast;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.ApplicantChange;
import java.util.function.Consumer;

/// Puts applicants away, out of the lists, and back; either can be undone at once.
public final class ArchiveViewModel {
  private final ApiClient api;
  private final Tasks tasks;
  private final ToastsViewModel toasts;
  private final Consumer<Applicant> onChanged;

  public ArchiveViewModel(
      ApiClient api, Tasks tasks, ToastsViewModel toasts, Consumer<Applicant> onChanged) {
    this.api = api;
    this.tasks = tasks;
    this.toasts = toasts;
    this.onChanged = onChanged;
  }

  /// Puts an applicant away, or back if they are away.
  public void toggle(ApplicantItem item) {
    put(item.applicant(), !item.isArchived(), true);
  }

  /// Asks with no version: whatever a colleague changed in the profile, it is put away or back.
  private void put(Applicant applicant, boolean away, boolean undoable) {
    ApplicantChange change =
        new ApplicantChange(null, null, null, null, null, null, null, null, away, null);
    tasks.run(
        () -> api.change(applicant.applicantId(), change),
        changed -> {
          onChanged.accept(changed);
          Message said = Message.of(away ? "archive.away" : "archive.back", changed.name());
          Toast toast = Toast.plain(said);
          toasts.show(
              undoable
                  ? toast.with(Message.of("archive.undo"), () -> put(changed, !away, false))
                  : toast);
        },
        failure ->
            toasts.show(
                Toast.problem(
                    Message.of("archive.failed", applicant.name(), ApiFailures.explain(failure)))));
  }
}
