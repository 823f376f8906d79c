package dev.optima.console.applicant;

import dev.optima.console.i18n.Names;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.rest.Applicant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// One row of the list: an applicant and what is going on with them now.
///
/// @param unread in the chat and in the notes of the team
/// @param last the newest entry of the chat
public record ApplicantItem(
    Applicant applicant, boolean online, boolean typing, long unread, @Nullable ChatEntry last) {

  static ApplicantItem of(Applicant applicant) {
    return new ApplicantItem(
        applicant, applicant.online(), false, applicant.unread(), applicant.lastMessage());
  }

  /// The same with a profile that is not older.
  ApplicantItem renewed(Applicant fresh) {
    return fresh.version() < applicant.version()
        ? this
        : new ApplicantItem(fresh, online, typing, unread, last);
  }

  ApplicantItem withOnline(boolean now) {
    return new ApplicantItem(applicant, now, now && typing, unread, last);
  }

  ApplicantItem withTyping(boolean now) {
    return new ApplicantItem(applicant, online, now, unread, last);
  }

  ApplicantItem withUnread(long now) {
    return new ApplicantItem(applicant, online, typing, now, last);
  }

  ApplicantItem withLast(@Nullable ChatEntry entry) {
    return new ApplicantItem(applicant, online, typing, unread, entry);
  }

  /// Put away, out of the lists.
  public boolean isArchived() {
    return applicant.archivedAt() != null;
  }

  public UserId id() {
    return applicant.applicantId();
  }

  public RoomId room() {
    return applicant.roomId();
  }

  public String name() {
    return applicant.name();
  }

  /// The applicant's time zone; UTC if this machine does not know it.
  public ZoneId zone() {
    try {
      return ZoneId.of(applicant.timeZone());
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }

  /// By what the list is sorted.
  Instant activity() {
    return last == null ? applicant.createdAt() : last.sentAt();
  }

  /// Whether name, e-mail or position has the folded words.
  public boolean matches(String folded) {
    return Names.fold(name()).contains(folded)
        || Names.fold(applicant.email()).contains(folded)
        || applicant.position() != null && Names.fold(applicant.position()).contains(folded);
  }
}
