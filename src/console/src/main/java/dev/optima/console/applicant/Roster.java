package dev.optima.console.applicant;

import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Applicant;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is known of the applicants. An answer to a request and a message may overtake each other:
/// of each thing the newer one stays.
final class Roster {
  private static final Duration TYPING_SHOWN = Duration.ofSeconds(5);

  private final UnreadCounts unread;
  private final Map<UserId, ApplicantItem> known = new HashMap<>();
  private final Map<UserId, Instant> typingUntil = new HashMap<>();
  private @Nullable Set<UserId> online;

  Roster(UserId me) {
    unread = new UnreadCounts(me);
  }

  /// Takes up what the backend answered.
  void learn(Applicant applicant) {
    unread.took(applicant);
    UserId id = applicant.applicantId();
    ApplicantItem fresh = ApplicantItem.of(applicant);
    ApplicantItem old = known.get(id);
    if (old != null) {
      fresh = old.renewed(applicant).withLast(newer(old.last(), applicant.lastMessage()));
    }
    boolean here = online == null ? applicant.online() : online.contains(id);
    known.put(id, fresh.withOnline(here).withUnread(unread.of(id)));
  }

  private static @Nullable ChatEntry newer(@Nullable ChatEntry a, @Nullable ChatEntry b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.seq() > b.seq() ? a : b;
  }

  void welcomed(ServerMessage.Welcome welcome) {
    online = new HashSet<>(welcome.online() == null ? List.of() : welcome.online());
    unread.welcomed(welcome.unread(), welcome.serverTime());
    Set<UserId> here = online;
    known.replaceAll((id, item) -> item.withOnline(here.contains(id)).withUnread(unread.of(id)));
  }

  void came(ServerMessage.Presence presence) {
    Set<UserId> here = online == null ? new HashSet<>() : online;
    if (presence.online()) {
      here.add(presence.userId());
    } else {
      here.remove(presence.userId());
    }
    change(presence.userId(), item -> item.withOnline(presence.online()));
  }

  /// Takes up something said in either room.
  ///
  /// @param seen whether it is before the recruiter's eyes
  /// @return whether the backend is to be asked for this applicant
  boolean said(ChatEntry entry, boolean seen) {
    UserId applicant = entry.roomId().applicant();
    boolean unsure = unread.said(entry, seen);
    ApplicantItem item = known.get(applicant);
    if (item == null) {
      return true;
    }
    ApplicantItem next = item.withUnread(unread.of(applicant));
    if (!entry.roomId().isTeamOnly()) {
      next = next.withLast(newer(entry, item.last()));
      if (entry.senderId().equals(applicant)) {
        typingUntil.remove(applicant);
        next = next.withTyping(false);
      }
    }
    known.put(applicant, next);
    return unsure;
  }

  /// The recruiter has read on some device.
  ///
  /// @return whether the backend is to be asked for this applicant
  boolean read(ServerMessage.ChatStatus status) {
    RoomId room = status.roomId();
    boolean unsure = false;
    if (status.unread() != null) {
      unread.set(room, status.unread());
    } else if (status.readSeq() != null) {
      ApplicantItem item = known.get(room.applicant());
      boolean isChat = !room.isTeamOnly();
      long newest = item == null || !isChat || item.last() == null ? 0 : item.last().seq();
      unsure = unread.read(room, status.readSeq(), newest);
    }
    change(room.applicant(), was -> was.withUnread(unread.of(was.id())));
    return unsure;
  }

  /// Both rooms of this applicant are before the recruiter's eyes.
  void seen(UserId applicant) {
    unread.clear(applicant);
    change(applicant, item -> item.withUnread(0));
  }

  void types(UserId applicant, Instant now) {
    typingUntil.put(applicant, now.plus(TYPING_SHOWN));
    change(applicant, item -> item.withTyping(true));
  }

  /// Lets time go by.
  ///
  /// @return whether something is different
  boolean tick(Instant now) {
    if (!typingUntil.values().removeIf(until -> now.isAfter(until))) {
      return false;
    }
    known.replaceAll(
        (id, item) -> item.typing() ? item.withTyping(typingUntil.containsKey(id)) : item);
    return true;
  }

  private void change(UserId applicant, UnaryOperator<ApplicantItem> change) {
    known.computeIfPresent(applicant, (_, item) -> change.apply(item));
  }

  boolean knows(UserId applicant) {
    return known.containsKey(applicant);
  }

  Optional<ApplicantItem> find(UserId applicant) {
    return Optional.ofNullable(known.get(applicant));
  }

  Collection<ApplicantItem> all() {
    return known.values();
  }

  /// What is not read, in all rooms.
  long unread() {
    return unread.total();
  }
}
