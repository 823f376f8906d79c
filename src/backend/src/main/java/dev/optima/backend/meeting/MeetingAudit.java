package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.rest.AuditAct;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the audit log says of meetings.
final class MeetingAudit {
  private final AuditLog log;

  MeetingAudit(AuditLog log) {
    this.log = log;
  }

  /// It was planned so that it stands beside something else, if it was.
  ///
  /// @param before null for a new one
  void planned(Tx tx, Identity who, @Nullable StoredMeeting before, StoredMeeting after)
      throws SQLException {
    String reason = after.details().overrideReason();
    boolean moved =
        before == null
            || !before.session().scheduledTime().equals(after.session().scheduledTime())
            || !before.session().length().equals(after.session().length())
            || !before.session().interviewers().containsAll(after.session().interviewers());
    boolean said = before == null || !Objects.equals(reason, before.details().overrideReason());
    if (reason != null && (moved || said)) {
      note(tx, who, AuditAct.CONFLICT_OVERRIDDEN, after, reason);
    }
  }

  /// It is, or is no longer, one to which somebody did not come, if that is what was done.
  void closed(Tx tx, Identity who, StoredMeeting before, StoredMeeting after) throws SQLException {
    boolean was = isNoShow(before);
    if (!was && isNoShow(after)) {
      note(tx, who, AuditAct.NO_SHOW_MARKED, after, word(after.session().absent()));
    } else if (was && !isNoShow(after)) {
      note(tx, who, AuditAct.NO_SHOW_UNDONE, after, word(before.session().absent()));
    }
  }

  private static boolean isNoShow(StoredMeeting meeting) {
    return meeting.session().status() == MeetingStatus.NO_SHOW;
  }

  private void note(
      Tx tx, Identity who, AuditAct act, StoredMeeting meeting, @Nullable String detail)
      throws SQLException {
    String subject = meeting.details().title() + " · " + meeting.invitee().name();
    log.note(tx, who, act, meeting.session().meetingId().value(), subject, detail);
  }

  private static @Nullable String word(@Nullable Absent absent) {
    return absent == null ? null : absent.name().toLowerCase(Locale.ROOT);
  }
}
