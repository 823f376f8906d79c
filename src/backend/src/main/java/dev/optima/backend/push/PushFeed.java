package dev.optima.backend.push;

import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Presence;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.push.PushNotice.RingEnd;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The bus, with an ear for what an applicant should hear of though no page is open: a ring, its
/// end, and a message. It passes everything on as it is, and costs nothing where nothing is pushed.
public final class PushFeed implements MessageBus {
  /// Of the messages within this time only the first is pushed.
  static final Duration QUIET = Duration.ofSeconds(30);

  private static final int MAX_KNOWN = 20_000;

  private final MessageBus bus;
  private final Presence presence;
  private final PushSender sender;
  private final InstantSource clock;
  private final Map<RoomId, Instant> pushed = new HashMap<>();

  public PushFeed(MessageBus bus, Presence presence, PushSender sender, InstantSource clock) {
    this.bus = bus;
    this.presence = presence;
    this.sender = sender;
    this.clock = clock;
  }

  @Override
  public void publish(Subject subject, Parcel parcel) {
    bus.publish(subject, parcel);
    if (parcel instanceof Parcel.Event event) {
      listen(subject, event.message().message());
    }
  }

  private void listen(Subject subject, ServerMessage message) {
    switch (message) {
      case ServerMessage.VideoCallIncoming ring ->
          sender.send(
              ring.roomId().applicant(),
              PushNotice.ring(ring.callId(), ring.roomId(), ring.callerName(), ring.expiresAt()));
      case ServerMessage.VideoCallAnsweredElsewhere over ->
          subject.person().ifPresent(user -> answered(user, over.callId()));
      case ServerMessage.VideoCallEnded(CallSnapshot call)
          when subject.equals(Subject.user(call.applicantId())) ->
          ended(call);
      case ServerMessage.ChatMessage(ChatEntry entry) when subject.person().isPresent() ->
          said(entry);
      default -> {}
    }
  }

  private void answered(UserId user, CallId call) {
    sender.send(user, PushNotice.ringOver(call, RingEnd.ANSWERED, null, clock.instant()));
  }

  private void ended(CallSnapshot call) {
    RingEnd end = ringEnd(call);
    if (end != null) {
      sender.send(
          call.applicantId(),
          PushNotice.ringOver(call.callId(), end, call.callerName(), clock.instant()));
    }
  }

  /// Null if it came to its end after it rang.
  private static @Nullable RingEnd ringEnd(CallSnapshot call) {
    return switch (call.outcome()) {
      case REJECTED -> RingEnd.DECLINED;
      case CANCELLED -> RingEnd.CANCELLED;
      case NO_ANSWER -> RingEnd.MISSED;
      case null, default -> null;
    };
  }

  private void said(ChatEntry entry) {
    UserId reader = entry.roomId().applicant();
    boolean isNew = entry.kind() == ChatEntry.Kind.TEXT && entry.change() == null;
    if (!isNew || entry.senderId().equals(reader) || presence.isOnline(reader)) {
      return;
    }
    Instant now = clock.instant();
    if (isFirst(entry.roomId(), now)) {
      sender.send(
          reader, PushNotice.message(reader, entry, now), () -> forget(entry.roomId(), now));
    }
  }

  /// What reached nobody must not keep the next one quiet.
  private synchronized void forget(RoomId room, Instant mark) {
    pushed.remove(room, mark);
  }

  private synchronized boolean isFirst(RoomId room, Instant now) {
    Instant before = pushed.get(room);
    if (before != null && isQuiet(before, now)) {
      return false;
    }
    if (pushed.size() >= MAX_KNOWN) {
      pushed.clear();
    }
    pushed.put(room, now);
    return true;
  }

  private static boolean isQuiet(Instant before, Instant now) {
    return now.isBefore(before.plus(QUIET));
  }

  @Override
  public Subscription subscribe(Subject subject, Consumer<Parcel> receiver) {
    return bus.subscribe(subject, receiver);
  }

  @Override
  public void close() {
    bus.close();
  }
}
