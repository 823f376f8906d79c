package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.message.ClientMessage.VideoCallEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What happened in calls: what people's pages tell of devices and networks beside what
/// [CallTransitions] writes down by itself. All methods block.
public final class CallTimeline {
  /// The most that one person's pages may tell of one call; what is beyond is passed over.
  static final int MOST = 300;

  private static final int LONGEST = 100;
  private static final int LONGEST_AGO = (int) Duration.ofMinutes(10).toMillis();

  private final Database database;
  private final CallEventStore events;
  private final CallAccess access;

  CallTimeline(CallKernel kernel) {
    database = kernel.database();
    events = kernel.events();
    access = kernel.access();
  }

  /// A page of somebody in the call tells what happened there.
  public void tell(Identity who, VideoCallEvent event) {
    check(event);
    Instant now = access.now();
    CallSession session = access.inCall(who, event.callId(), now);
    Instant at = now.minusMillis(Objects.requireNonNullElse(event.ago(), 0));
    var happening =
        new CallHappening(
            at.isBefore(session.createdAt()) ? session.createdAt() : at,
            event.event(),
            who.userId(),
            who.name(),
            plain(event.detail()));
    database.<Boolean>write(
        session.roomId().value(),
        tx -> events.addOfPage(tx, session.callId(), session.version(), happening, MOST));
  }

  private static void check(VideoCallEvent event) {
    if (!event.event().isFromPage()) {
      throw Refusal.invalid("event", "the backend knows that by itself");
    }
    if (event.detail() != null && event.detail().length() > LONGEST) {
      throw Refusal.invalid("detail", "a detail has " + LONGEST + " characters at most");
    }
    if (event.ago() != null && (event.ago() < 0 || event.ago() > LONGEST_AGO)) {
      throw Refusal.invalid("ago", "ago is between 0 and " + LONGEST_AGO);
    }
  }

  private static @Nullable String plain(@Nullable String detail) {
    return detail == null ? null : detail.replace('\0', ' ');
  }
}
