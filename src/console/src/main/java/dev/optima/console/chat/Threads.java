package dev.optima.console.chat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.client.SignalingClient;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The threads that were opened since signing in, one a room, so that drafts and what was loaded
/// stay.
public final class Threads {
  private final UserId me;
  private final ApiClient api;
  private final SignalingClient signals;
  private final Tasks tasks;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Map<RoomId, ThreadViewModel> threads = new HashMap<>();

  public Threads(
      UserId me,
      ApiClient api,
      SignalingClient signals,
      Tasks tasks,
      InstantSource clock,
      ZoneId zone) {
    this.me = me;
    this.api = api;
    this.signals = signals;
    this.tasks = tasks;
    this.clock = clock;
    this.zone = zone;
  }

  /// The thread of a room.
  public ThreadViewModel of(RoomId room) {
    return threads.computeIfAbsent(
        room, r -> new ThreadViewModel(r, me, api, signals, tasks, clock, zone));
  }

  public void on(SignalEvent event) {
    if (event instanceof SignalEvent.Received(ServerMessage message)) {
      switch (message) {
        case ServerMessage.Welcome _ -> threads.values().forEach(ThreadViewModel::resumed);
        case ServerMessage.Failure failure ->
            threads.values().forEach(thread -> thread.refused(failure));
        default -> roomOf(message).map(threads::get).ifPresent(thread -> thread.on(message));
      }
    }
  }

  private static Optional<RoomId> roomOf(ServerMessage message) {
    return switch (message) {
      case ServerMessage.ChatMessage chat -> Optional.of(chat.entry().roomId());
      case ServerMessage.ChatAck ack -> Optional.of(ack.roomId());
      case ServerMessage.ChatStatus status -> Optional.of(status.roomId());
      case ServerMessage.ChatTyping typing -> Optional.of(typing.roomId());
      case ServerMessage.ChatReaction reaction -> Optional.of(reaction.roomId());
      default -> Optional.empty();
    };
  }

  public void tick(Instant now) {
    threads.values().forEach(thread -> thread.tick(now));
  }
}
