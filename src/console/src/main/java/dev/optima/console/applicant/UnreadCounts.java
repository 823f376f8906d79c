package dev.optima.console.applicant;

import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.rest.Applicant;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How much is not read, room by room: what `welcome` counted and what came since. Counted is what
/// somebody else said, or that an applicant asks to be called; what was taken back is not.
final class UnreadCounts {
  private final UserId me;
  private final Map<RoomId, Long> counts = new HashMap<>();
  private final Map<RoomId, Long> last = new HashMap<>();
  private final Set<RoomId> uncertain = new HashSet<>();
  private Instant countedAt = Instant.MIN;

  UnreadCounts(UserId me) {
    this.me = me;
  }

  /// The backend has counted every room, at this time of its clock.
  void welcomed(Map<String, Long> unread, Instant at) {
    counts.clear();
    uncertain.clear();
    unread.forEach((room, count) -> counts.put(new RoomId(room), count));
    countedAt = at;
  }

  /// The backend has counted both rooms of an applicant in one; believed before the first welcome,
  /// and where it was asked because the count had become unsure.
  void took(Applicant applicant) {
    RoomId chat = applicant.roomId();
    RoomId team = RoomId.teamOf(applicant.applicantId());
    if (uncertain.remove(team)) {
      counts.put(team, Math.max(0, applicant.unread() - count(chat)));
    }
    if (uncertain.remove(chat) || countedAt.equals(Instant.MIN)) {
      counts.put(chat, Math.max(0, applicant.unread() - count(team)));
    }
  }

  /// Counts an entry, once, unless it is before the recruiter's eyes.
  ///
  /// @return whether the count became unsure, so that the backend is to be asked
  boolean said(ChatEntry entry, boolean seen) {
    RoomId room = entry.roomId();
    boolean news = entry.seq() > last.getOrDefault(room, 0L);
    last.merge(room, entry.seq(), Math::max);
    if (seen) {
      counts.remove(room);
      return false;
    }
    if (entry.deletedAt() != null) {
      return !entry.senderId().equals(me) && count(room) > 0 && uncertain.add(room);
    }
    if (news && entry.countsFor(me) && entry.sentAt().isAfter(countedAt)) {
      counts.merge(room, 1L, Long::sum);
    }
    return false;
  }

  /// The recruiter has read a room up to `seq` somewhere.
  ///
  /// @param newest the newest entry of the room that is known, or 0
  /// @return whether the count became unsure
  boolean read(RoomId room, long seq, long newest) {
    if (count(room) == 0) {
      return false;
    }
    long end = Math.max(newest, last.getOrDefault(room, 0L));
    if (end > 0 && seq >= end) {
      counts.remove(room);
      return false;
    }
    return uncertain.add(room);
  }

  /// The backend has counted one room.
  void set(RoomId room, long count) {
    uncertain.remove(room);
    counts.put(room, count);
  }

  /// Everything of this applicant is read.
  void clear(UserId applicant) {
    counts.remove(RoomId.of(applicant));
    counts.remove(RoomId.teamOf(applicant));
  }

  /// Both rooms of an applicant.
  long of(UserId applicant) {
    return count(RoomId.of(applicant)) + count(RoomId.teamOf(applicant));
  }

  /// All rooms, also those of applicants who were not loaded yet.
  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private long count(RoomId room) {
    return counts.getOrDefault(room, 0L);
  }
}
