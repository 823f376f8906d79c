package dev.optima.console.settings;

import dev.optima.console.i18n.Words;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The audit log in words: what the backend says in the protocol's.
final class AuditWords {
  private final Words words;

  AuditWords(Words words) {
    this.words = words;
  }

  String act(AuditAct act) {
    return words.get(key(act));
  }

  /// Who did it; what is no person by what it is.
  String actor(Entry entry) {
    if (entry.actorId() != null) {
      return entry.actor();
    }
    return switch (entry.actor()) {
      case "backend" -> words.get("audit.actor.backend");
      case "command_line" -> words.get("audit.actor.commandLine");
      case "unknown" -> words.get("audit.actor.unknown");
      case "applicant" -> words.get("audit.actor.applicant");
      default -> entry.actor();
    };
  }

  /// What it was about, and more about that, on one line.
  String about(Entry entry) {
    String detail = detail(entry);
    String subject = subject(entry);
    if (subject.isEmpty() || detail.isEmpty()) {
      return subject + detail;
    }
    return subject + " · " + detail;
  }

  /// What it was about; of an applicant whose calls are gone by now, that the name is.
  String subject(Entry entry) {
    if (entry.subject() != null) {
      return entry.subject();
    }
    return entry.subjectId() == null ? "" : words.get("audit.deleted");
  }

  /// More about it; empty if there is nothing.
  String detail(Entry entry) {
    String detail = entry.detail();
    if (detail == null) {
      return "";
    }
    return switch (entry.act()) {
      case SIGN_IN_FAILED -> counted("audit.detail.times", detail);
      case APPLICANTS_IMPORTED -> counted("audit.detail.rows", detail);
      case CALLS_EXPORTED, ANALYTICS_EXPORTED, AUDIT_EXPORTED ->
          counted("audit.detail.rows", detail);
      case ROLE_CHANGED -> each(detail, " > ", " → ");
      case DATA_EXPIRED -> expired(detail);
      case ACCOUNT_ADDED,
          ACCOUNT_CHANGED,
          APPLICANT_INVITED,
          RECORDING_STARTED,
          RECORDING_STOPPED,
          NO_SHOW_MARKED,
          NO_SHOW_UNDONE,
          PROVIDER_TESTED,
          MAIL_TESTED ->
          each(detail, ", ", ", ");
      default -> detail;
    };
  }

  /// `calls 12, meetings 3`.
  private String expired(String detail) {
    return Arrays.stream(detail.split(", ", -1))
        .map(part -> part.split(" ", 2))
        .map(
            part ->
                part.length == 2
                    ? switch (part[0]) {
                      case "calls" -> counted("audit.detail.calls", part[1]);
                      case "meetings" -> counted("audit.detail.meetings", part[1]);
                      default -> String.join(" ", part);
                    }
                    : part[0])
        .collect(Collectors.joining(", "));
  }

  private String counted(String key, String number) {
    try {
      return words.get(key, Long.parseLong(number));
    } catch (NumberFormatException e) {
      return number;
    }
  }

  private String each(String detail, String between, String shown) {
    return Arrays.stream(detail.split(between, -1))
        .map(this::word)
        .collect(Collectors.joining(shown));
  }

  /// A word of the protocol; one that is not known stays as it is.
  private String word(String word) {
    @Nullable String key =
        switch (word) {
          case "admin" -> "role.admin";
          case "recruiter" -> "role.recruiter";
          case "applicant" -> "role.applicant";
          case "name" -> "audit.word.name";
          case "language" -> "audit.word.language";
          case "mail" -> "audit.word.mail";
          case "link" -> "audit.word.link";
          case "file" -> "audit.word.file";
          case "transcription" -> "audit.word.transcription";
          case "both" -> "audit.word.both";
          case "ok" -> "audit.word.ok";
          case "failed" -> "audit.word.failed";
          case "sent" -> "audit.word.sent";
          default -> null;
        };
    return key == null ? word : words.get(key);
  }

  private static String key(AuditAct act) {
    return switch (act) {
      case SIGNED_IN -> "audit.act.signedIn";
      case SIGN_IN_FAILED -> "audit.act.signInFailed";
      case SIGNED_OUT -> "audit.act.signedOut";
      case ACCOUNT_ADDED -> "audit.act.accountAdded";
      case ACCOUNT_CHANGED -> "audit.act.accountChanged";
      case ACCOUNT_DISABLED -> "audit.act.accountDisabled";
      case ACCOUNT_ENABLED -> "audit.act.accountEnabled";
      case ROLE_CHANGED -> "audit.act.roleChanged";
      case PASSWORD_CHANGED -> "audit.act.passwordChanged";
      case SET_UP -> "audit.act.setUp";
      case APPLICANTS_IMPORTED -> "audit.act.applicantsImported";
      case APPLICANT_INVITED -> "audit.act.applicantInvited";
      case CALL_ENDED -> "audit.act.callEnded";
      case CALL_ENTERED -> "audit.act.callEntered";
      case COLLEAGUE_INVITED -> "audit.act.colleagueInvited";
      case RECORDING_ASKED -> "audit.act.recordingAsked";
      case RECORDING_STARTED -> "audit.act.recordingStarted";
      case RECORDING_STOPPED -> "audit.act.recordingStopped";
      case TRANSCRIPT_READ -> "audit.act.transcriptRead";
      case CALLS_EXPORTED -> "audit.act.callsExported";
      case ANALYTICS_EXPORTED -> "audit.act.analyticsExported";
      case AUDIT_EXPORTED -> "audit.act.auditExported";
      case CONFLICT_OVERRIDDEN -> "audit.act.conflictOverridden";
      case NO_SHOW_MARKED -> "audit.act.noShowMarked";
      case NO_SHOW_UNDONE -> "audit.act.noShowUndone";
      case BOOKING_OFFERED -> "audit.act.bookingOffered";
      case BOOKING_REVOKED -> "audit.act.bookingRevoked";
      case CALENDAR_FEED_MADE -> "audit.act.calendarFeedMade";
      case CALENDAR_FEED_REVOKED -> "audit.act.calendarFeedRevoked";
      case CALENDAR_CONNECTED -> "audit.act.calendarConnected";
      case CALENDAR_DISCONNECTED -> "audit.act.calendarDisconnected";
      case PROVIDER_TESTED -> "audit.act.providerTested";
      case MAIL_TESTED -> "audit.act.mailTested";
      case MAIL_SENT_AGAIN -> "audit.act.mailSentAgain";
      case MAIL_DELETED -> "audit.act.mailDeleted";
      case DATA_EXPIRED -> "audit.act.dataExpired";
    };
  }
}
