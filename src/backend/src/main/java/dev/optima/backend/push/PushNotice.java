package dev.optima.backend.push;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import java.time.Duration;
import java.time.Instant;

/// What is pushed.
///
/// @param topic a newer notice of the same topic takes the place of one that is not delivered yet
///   (RFC 8030, 5.4)
/// @param expiresAt after that it is of no use
/// @param payload the record whose JSON the service worker reads
record PushNotice(String topic, Urgency urgency, Instant expiresAt, Object payload) {
  private static final int LONGEST_TOPIC = 32;
  private static final int LONGEST_BODY = 120;
  private static final Duration RING_OVER_LIFE = Duration.ofMinutes(2);
  private static final Duration MESSAGE_LIFE = Duration.ofHours(24);

  /// RFC 8030, 5.3.
  enum Urgency {
    NORMAL,
    HIGH
  }

  /// It rings.
  record Ring(String type, CallId callId, RoomId roomId, String callerName, Instant expiresAt) {}

  /// It rings no more.
  record RingOver(String type, CallId callId) {}

  /// Somebody wrote.
  ///
  /// @param body the beginning
  record Message(String type, RoomId roomId, String senderName, String body, long seq) {}

  static PushNotice ring(CallId call, RoomId room, String callerName, Instant expiresAt) {
    return new PushNotice(
        topic(call.value()),
        Urgency.HIGH,
        expiresAt,
        new Ring("ring", call, room, callerName, expiresAt));
  }

  static PushNotice ringOver(CallId call, Instant now) {
    return new PushNotice(
        topic(call.value()),
        Urgency.HIGH,
        now.plus(RING_OVER_LIFE),
        new RingOver("ring_over", call));
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
