package dev.optima.console.applicant;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Applicant;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The profiles that were opened since signing in: what was typed into one stays while another is
/// shown.
public final class Profiles implements AutoCloseable {
  private final ApiClient api;
  private final Tasks tasks;
  private final InstantSource clock;
  private final UnsavedNotes unsaved;
  private final Consumer<Applicant> onSaved;
  private final Map<UserId, ProfileEdit> edits = new HashMap<>();

  /// @param directory where notes are kept that could not be saved
  /// @param owner who signed in where
  /// @param onSaved told what the backend has after a change
  public Profiles(
      ApiClient api,
      Tasks tasks,
      InstantSource clock,
      Path directory,
      String owner,
      Consumer<Applicant> onSaved) {
    this.api = api;
    this.tasks = tasks;
    this.clock = clock;
    this.unsaved = new UnsavedNotes(directory, owner, tasks);
    this.onSaved = onSaved;
  }

  /// The profile of an applicant, who is now as given.
  ProfileEdit of(Applicant applicant) {
    ProfileEdit edit =
        edits.computeIfAbsent(
            applicant.applicantId(),
            _ -> new ProfileEdit(applicant, api, tasks, clock, unsaved, onSaved));
    edit.fresh(applicant);
    return edit;
  }

  public void on(SignalEvent event) {
    if (event instanceof SignalEvent.Received(ServerMessage.Welcome _)) {
      edits.values().forEach(ProfileEdit::again);
    }
  }

  public void tick(Instant now) {
    edits.values().forEach(edit -> edit.tick(now));
  }

  /// Saves, or keeps on the disk, what was typed.
  @Override
  public void close() {
    edits.values().forEach(ProfileEdit::close);
  }
}
