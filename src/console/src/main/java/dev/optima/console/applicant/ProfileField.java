package dev.optima.console.applicant;

import dev.optima.console.i18n.Message;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.Stage;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A field of a profile that is edited where it stands.
public enum ProfileField {
  NAME,
  POSITION,
  EMAIL,
  PHONE,
  LANGUAGE,
  TIME_ZONE,
  STAGE,
  NOTES;

  static final int MAX_NOTES = 10_000;
  private static final int MAX_NAME = 200;
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern NUMBER = Pattern.compile("[+0-9 ()/.-]{3,40}");

  /// The value in a profile; empty where there is none.
  String of(Applicant a) {
    String value =
        switch (this) {
          case NAME -> a.name();
          case POSITION -> a.position();
          case EMAIL -> a.email();
          case PHONE -> a.phone();
          case LANGUAGE -> a.language();
          case TIME_ZONE -> a.timeZone();
          case STAGE -> a.stage().name();
          case NOTES -> a.notes();
        };
    return Objects.requireNonNullElse(value, "");
  }

  /// The form in which what was typed is kept: notes as they are, the others without blank ends.
  String normal(String typed) {
    return this == NOTES ? typed : typed.strip();
  }

  /// Why a value cannot be kept; null if it can.
  @Nullable Message wrong(String value) {
    return switch (this) {
      case NAME -> unless(!value.isEmpty() && value.length() <= MAX_NAME, "applicant.nameMissing");
      case EMAIL -> unless(ADDRESS.matcher(value).matches(), "applicant.emailWrong");
      case PHONE ->
          unless(value.isEmpty() || NUMBER.matcher(value).matches(), "applicant.phoneWrong");
      case TIME_ZONE -> unless(ZoneId.getAvailableZoneIds().contains(value), "applicant.zoneWrong");
      case POSITION -> unless(value.length() <= MAX_NAME, "applicant.positionLong");
      case NOTES -> unless(value.length() <= MAX_NOTES, "notes.long");
      case LANGUAGE, STAGE -> null;
    };
  }

  private static @Nullable Message unless(boolean good, String why) {
    return good ? null : Message.of(why);
  }

  /// The request that changes this field alone.
  ///
  /// @param version the profile that was seen
  ApplicantChange change(String value, long version) {
    return new ApplicantChange(
        this == NAME ? value : null,
        this == EMAIL ? value : null,
        this == PHONE ? value : null,
        this == POSITION ? value : null,
        this == LANGUAGE ? value : null,
        this == TIME_ZONE ? value : null,
        this == STAGE ? Stage.valueOf(value) : null,
        this == NOTES ? value : null,
        null,
        version);
  }
}
