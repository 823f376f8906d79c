package dev.optima.backend.push;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ReminderKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is pushed.
///
/// @param topic a newer notice of the same topic takes the place of one that is not delivered yet
///   (RFC 8030, 5.4)
/// @param expiresAt after that it is of no use
/// @param payload the record whose JSON the service worker reads
record PushNotice(String topic, Urgency urgency, Instant expiresAt, Object payload) {
  private static final int LONGEST_TOPIC = 32;
  private static final int LONGEST_BODY = 120;
  private static final Duration ANSWERED_LIFE = Duration.ofMinutes(2);
  private static final Duration MISSED_LIFE = Duration.ofHours(24);
  private static final Duration MESSAGE_LIFE = Duration.ofHours(24);

  /// RFC 8030, 5.3.
  enum Urgency {
    NORMAL,
    HIGH
  }

  /// It rings.
  record Ring(String type, CallId callId, RoomId roomId, String callerName, Instant expiresAt) {}

  /// It rings no more. The worker shows what became of it in the place of the ring: a push that
  /// shows nothing is held against us by browsers.
  ///
  /// @param callerName absent if the call was answered
  record RingOver(
      String type, CallId callId, RingEnd outcome, @Nullable String callerName, Instant at) {}

  /// How a ring came to its end.
  enum RingEnd {
    /// On another device.
    ANSWERED,
    /// Nobody came.
    MISSED,
    /// The caller took it back.
    CANCELLED,
    /// The applicant said no, on another device.
    DECLINED;

    /// As it is told.
    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Somebody wrote.
  ///
  /// @param body the beginning
  record Message(String type, RoomId roomId, String senderName, String body, long seq) {}

  /// A meeting is near, or should have begun.
  record MeetingNear(
      String type,
      ReminderKind kind,
      MeetingId meetingId,
      RoomId roomId,
      String title,
      Instant scheduledTime) {}

  static PushNotice meeting(MeetingPushes.Reminder reminder) {
    return new PushNotice(
        topic(reminder.meetingId().value()),
        Urgency.HIGH,
        reminder.expiresAt(),
        new MeetingNear(
            "meeting",
            reminder.kind(),
            reminder.meetingId(),
            reminder.roomId(),
            beginning(reminder.title()),
            reminder.scheduledTime()));
  }

  static PushNotice ring(CallId call, RoomId room, String callerName, Instant expiresAt) {
    return new PushNotice(
        topic(call.value()),
        Urgency.HIGH,
        expiresAt,
        new Ring("ring", call, room, callerName, expiresAt));
  }

  /// Whoever is away for long has no use for an answer elsewhere, but for a call that was missed.
  static PushNotice ringOver(CallId call, RingEnd end, @Nullable String callerName, Instant now) {
    boolean missed = end == RingEnd.MISSED || end == RingEnd.CANCELLED;
    return new PushNotice(
        topic(call.value()),
        Urgency.HIGH,
        now.plus(missed ? MISSED_LIFE : ANSWERED_LIFE),
        new RingOver("ring_over", call, end, callerName, now));
  }

  static PushNotice message(UserId reader, ChatEntry entry, Instant now) {
    return new PushNotice(
        topic(reader.value()),
        Urgency.NORMAL,
        now.plus(MESSAGE_LIFE),
        new Message(
            "message", entry.roomId(), entry.senderName(), beginning(entry.body()), entry.seq()));
  }

  private static String beginning(String body) {
    int characters = body.codePointCount(0, body.length());
    return characters <= LONGEST_BODY
        ? body
        : body.substring(0, body.offsetByCodePoints(0, LONGEST_BODY - 1)) + "…";
  }

  private static String topic(String id) {
    return id.length() <= LONGEST_TOPIC ? id : id.substring(id.length() - LONGEST_TOPIC);
  }
}
