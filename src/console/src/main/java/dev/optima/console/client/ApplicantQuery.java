package dev.optima.console.client;

import dev.optima.protocol.rest.Stage;
import java.util.Set;

/// Which applicants are asked for.
///
/// @param words of the name, e-mail or position; empty for all
/// @param stages one of these; empty for any
/// @param unread only those with messages that are not read
/// @param archived those out of the lists, instead of those in them
public record ApplicantQuery(String words, Set<Stage> stages, boolean unread, boolean archived) {
  public static final ApplicantQuery ALL = new ApplicantQuery("", Set.of(), false, false);

  public ApplicantQuery {
    stages = Set.copyOf(stages);
  }
}
