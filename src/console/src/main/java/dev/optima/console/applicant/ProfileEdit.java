package dev.optima.console.applicant;

import dev.optima.console.applicant.FieldEdit.State;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Applicant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One applicant's profile while it is edited: each field is saved for itself, one request at a
/// time, with the version that was seen. If a colleague was faster, the field is sent again where
/// they changed another one, and both texts are shown where they changed the same.
public final class ProfileEdit {
  private static final Duration NOTES_PAUSE = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final ApiClient api;
  private final Tasks tasks;
  private final InstantSource clock;
  private final UnsavedNotes unsaved;
  private final Consumer<Applicant> onSaved;
  private final Map<ProfileField, FieldEdit> fields = new EnumMap<>(ProfileField.class);
  private final Set<ProfileField> pending = EnumSet.noneOf(ProfileField.class);
  private Applicant known;
  private @Nullable ProfileField sending;
  private @Nullable Instant notesAt;
  private @Nullable Instant againAt;

  /// @param onSaved told what the backend has after a change
  ProfileEdit(
      Applicant applicant,
      ApiClient api,
      Tasks tasks,
      InstantSource clock,
      UnsavedNotes unsaved,
      Consumer<Applicant> onSaved) {
    this.known = applicant;
    this.api = api;
    this.tasks = tasks;
    this.clock = clock;
    this.unsaved = unsaved;
    this.onSaved = onSaved;
    for (ProfileField field : ProfileField.values()) {
      fields.put(field, new FieldEdit(field, field.of(applicant)));
    }
    FieldEdit notes = field(ProfileField.NOTES);
    unsaved.of(applicant.applicantId()).ifPresent(left -> notes.restore(left.text(), left.base()));
    notesAt = notes.isDirty() ? clock.instant() : null;
    notes.text().addListener((_, _, _) -> notesAt = clock.instant());
  }

  /// Takes up what the backend has now.
  void fresh(Applicant applicant) {
    if (applicant.version() < known.version()) {
      return;
    }
    known = applicant;
    fields.forEach(
        (field, edit) -> {
          if (field != sending) {
            edit.fresh(field.of(applicant));
          }
        });
  }

  /// Saves what was typed in a field, if it can be kept.
  public void save(ProfileField which) {
    FieldEdit edit = field(which);
    if (!edit.isDirty() || edit.state().get() instanceof State.Conflict) {
      return;
    }
    Message wrong = which.wrong(edit.value());
    if (wrong != null) {
      edit.set(new State.Refused(wrong));
      return;
    }
    pending.add(which);
    send();
  }

  /// Chooses a value and saves it.
  public void choose(ProfileField which, String value) {
    field(which).text().set(value);
    save(which);
  }

  /// Saves whatever was typed.
  public void saveAll() {
    fields.keySet().forEach(this::save);
  }

  private void send() {
    if (sending != null || pending.isEmpty()) {
      return;
    }
    ProfileField which = pending.iterator().next();
    pending.remove(which);
    FieldEdit edit = field(which);
    String value = edit.value();
    long version = known.version();
    sending = which;
    edit.set(new State.Saving());
    tasks.run(
        () -> api.change(known.applicantId(), which.change(value, version)),
        changed -> saved(which, value, changed),
        failure -> failed(which, failure));
  }

  private void saved(ProfileField which, String sent, Applicant changed) {
    sending = null;
    field(which).saved(sent, which.of(changed));
    fresh(changed);
    if (which == ProfileField.NOTES) {
      keepNotes();
    }
    onSaved.accept(changed);
    send();
  }

  private void failed(ProfileField which, Exception failure) {
    FieldEdit edit = field(which);
    if (failure instanceof ApiException refused && refused.is(ErrorCode.STALE)) {
      tasks.run(
          () -> api.applicant(known.applicantId()),
          present -> overtaken(which, present),
          again -> failed(which, again));
      return;
    }
    sending = null;
    if (mayPass(failure)) {
      edit.set(new State.Waiting(ApiFailures.explain(failure)));
      againAt = clock.instant().plus(AGAIN);
    } else if (which == ProfileField.EMAIL
        && failure instanceof ApiException refused
        && refused.is(ErrorCode.CONFLICT)) {
      edit.set(new State.Refused(Message.of("applicant.emailTaken")));
    } else {
      edit.set(new State.Refused(ApiFailures.explain(failure)));
    }
    if (which == ProfileField.NOTES) {
      keepNotes();
    }
    send();
  }

  /// A colleague was faster.
  private void overtaken(ProfileField which, Applicant present) {
    sending = null;
    field(which).set(new State.Changed());
    fresh(present);
    onSaved.accept(present);
    save(which);
    send();
  }

  private static boolean mayPass(Exception failure) {
    return failure instanceof ApiException api
        && switch (api.kind()) {
          case UNREACHABLE, TIMEOUT -> true;
          case REFUSED -> api.is(ErrorCode.UNAVAILABLE) || api.is(ErrorCode.RATE_LIMITED);
          case TLS, NOT_OPTIMA -> false;
        };
  }

  /// Lets mine stand over what the colleague wrote.
  public void keepMine(ProfileField which) {
    field(which).set(new State.Changed());
    save(which);
  }

  /// Lets what the colleague wrote stand.
  public void takeTheirs(ProfileField which) {
    field(which).revert();
    if (which == ProfileField.NOTES) {
      keepNotes();
    }
  }

  /// Lets both stand, one below the other.
  public void keepBoth(ProfileField which) {
    FieldEdit edit = field(which);
    edit.text().set(edit.base() + "\n\n" + edit.text().get());
    keepMine(which);
  }

  /// Forgets what was typed and not saved.
  public void revert(ProfileField which) {
    pending.remove(which);
    field(which).revert();
  }

  void tick(Instant now) {
    if (notesAt != null && now.isAfter(notesAt.plus(NOTES_PAUSE))) {
      notesAt = null;
      keepNotes();
      save(ProfileField.NOTES);
    }
    if (againAt != null && now.isAfter(againAt)) {
      again();
    }
  }

  /// Sends again what could not be sent.
  void again() {
    againAt = null;
    fields.forEach(
        (field, edit) -> {
          if (edit.state().get() instanceof State.Waiting) {
            save(field);
          }
        });
  }

  /// Keeps on the disk what the backend does not have yet.
  private void keepNotes() {
    FieldEdit notes = field(ProfileField.NOTES);
    unsaved.keep(known.applicantId(), notes.isDirty() ? notes.text().get() : null, notes.base());
  }

  /// Keeps what was typed up to now, since the console closes.
  void close() {
    saveAll();
    keepNotes();
  }

  public FieldEdit field(ProfileField which) {
    FieldEdit edit = fields.get(which);
    if (edit == null) {
      throw new IllegalStateException("no field " + which);
    }
    return edit;
  }

  /// The profile as the backend has it.
  public Applicant applicant() {
    return known;
  }
}
