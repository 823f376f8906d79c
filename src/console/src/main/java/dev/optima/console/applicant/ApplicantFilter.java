package dev.optima.console.applicant;

import dev.optima.console.client.ApplicantQuery;
import dev.optima.protocol.rest.Stage;
import java.util.EnumSet;
import java.util.Set;

/// Which applicants the list shows.
///
/// @param stages one of these; empty for any
/// @param unread only those who have written something that is not read
/// @param archived those who were put away, instead of those at hand
public record ApplicantFilter(Set<Stage> stages, boolean unread, boolean archived) {
  public static final ApplicantFilter NONE = new ApplicantFilter(Set.of(), false, false);

  public ApplicantFilter {
    stages = Set.copyOf(stages);
  }

  /// With this stage, or without it.
  public ApplicantFilter with(Stage stage, boolean wanted) {
    Set<Stage> next = EnumSet.noneOf(Stage.class);
    next.addAll(stages);
    if (wanted) {
      next.add(stage);
    } else {
      next.remove(stage);
    }
    return new ApplicantFilter(next, unread, archived);
  }

  public ApplicantFilter withStages(Set<Stage> wanted) {
    return new ApplicantFilter(wanted, unread, archived);
  }

  public ApplicantFilter withUnread(boolean wanted) {
    return new ApplicantFilter(stages, wanted, archived);
  }

  public ApplicantFilter withArchived(boolean wanted) {
    return new ApplicantFilter(stages, unread, wanted);
  }

  /// @param open whether it is the room that is open: it stays in the list while it is being read
  boolean shows(ApplicantItem item, boolean open) {
    return item.isArchived() == archived
        && (stages.isEmpty() || stages.contains(item.applicant().stage()))
        && (!unread || item.unread() > 0 || open);
  }

  ApplicantQuery query(String words) {
    return new ApplicantQuery(words, stages, unread, archived);
  }
}
