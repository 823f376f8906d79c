package dev.optima.backend.applicant;

import dev.optima.backend.account.Inputs;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Ids;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.NewApplicant;
import dev.optima.protocol.rest.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the team types about an applicant: made tidy, or refused with the field that is wrong.
final class ApplicantInputs {
  private static final int MAX_NOTES = 10_000;
  private static final int MAX_PHONE = 40;

  private ApplicantInputs() {}

  /// An applicant who is new.
  static ApplicantStore.Stored fresh(NewApplicant wanted, Instant now) {
    return new ApplicantStore.Stored(
        new UserId(Ids.next()),
        Inputs.line("name", wanted.name()),
        Inputs.email(wanted.email()),
        phone(wanted.phone()),
        position(wanted.position()),
        Inputs.language(wanted.language()),
        Inputs.timeZone(wanted.timeZone()),
        now,
        now,
        null,
        wanted.stage() == null ? Stage.NEW : wanted.stage(),
        null,
        null,
        1);
  }

  /// The same applicant with what is to be different. It is the same object if nothing is.
  static ApplicantStore.Stored changed(
      ApplicantStore.Stored before, ApplicantChange change, Instant now) {
    ApplicantStore.Stored same = changed(before, change, now, before.version());
    return same.equals(before) ? before : changed(before, change, now, before.version() + 1);
  }

  private static ApplicantStore.Stored changed(
      ApplicantStore.Stored before, ApplicantChange change, Instant now, long version) {
    return new ApplicantStore.Stored(
        before.id(),
        change.name() == null ? before.name() : Inputs.line("name", change.name()),
        change.email() == null ? before.email() : Inputs.email(change.email()),
        change.phone() == null ? before.phone() : phone(change.phone()),
        change.position() == null ? before.position() : position(change.position()),
        change.language() == null ? before.language() : Inputs.language(change.language()),
        change.timeZone() == null ? before.timeZone() : Inputs.timeZone(change.timeZone()),
        before.createdAt(),
        before.activityAt(),
        before.invitedAt(),
        change.stage() == null ? before.stage() : change.stage(),
        change.notes() == null ? before.notes() : notes(change.notes()),
        archived(before, change.archived(), now),
        version);
  }

  private static @Nullable Instant archived(
      ApplicantStore.Stored before, @Nullable Boolean archived, Instant now) {
    if (archived == null) {
      return before.archivedAt();
    }
    if (!archived) {
      return null;
    }
    return before.archivedAt() == null ? now : before.archivedAt();
  }

  private static @Nullable String notes(String text) {
    if (text.length() > MAX_NOTES) {
      throw Refusal.invalid("notes", "notes have " + MAX_NOTES + " characters at most");
    }
    if (!Inputs.isStorable(text)) {
      throw Refusal.invalid("notes", "notes have no NUL and no unpaired surrogate");
    }
    return text.isBlank() ? null : text.strip();
  }

  static @Nullable String phone(@Nullable String value) {
    String phone = optional("phone", value);
    if (phone != null && phone.length() > MAX_PHONE) {
      throw Refusal.invalid("phone", "phone has " + MAX_PHONE + " characters at most");
    }
    return phone;
  }

  static @Nullable String position(@Nullable String value) {
    return optional("position", value);
  }

  private static @Nullable String optional(String field, @Nullable String value) {
    return value == null || value.isBlank() ? null : Inputs.line(field, value);
  }
}
