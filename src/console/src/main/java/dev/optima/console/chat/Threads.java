package dev.optima.console.chat;

import dev.optima.console.client.ConnectionState;
import dev.optima.console.client.SignalEvent;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ServerMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The threads that are open or were lately, one an applicant, and what all of them share: what
/// waits to be sent, drafts, files. A thread that was let go is asked for anew when it is opened
/// again, so that neither memory nor what is asked for after a loss of connection grows all day.
public final class Threads {
  private static final Duration KEEP = Duration.ofSeconds(1);

  /// So many stay live beside those that are shown, for those who go to and fro.
  static final int RECENT = 4;

  private final ChatGround ground;
  private final Outbox outbox;
  private final Drafts drafts;
  private final FilesViewModel files;
  private final Map<UserId, ThreadViewModel> threads = new LinkedHashMap<>();
  private final SearchViewModel search;
  private boolean online;
  private Instant keepAt = Instant.EPOCH;

  public Threads(ChatGround ground) {
    this.ground = ground;
    outbox = new Outbox(ground);
    drafts = new Drafts(ground);
    search = new SearchViewModel(ground, null);
    files = new FilesViewModel(ground, new PreviewImages(ground));
    files.clean();
  }

  /// The thread that a room belongs to.
  public ThreadViewModel of(RoomId room) {
    ThreadViewModel known = threads.remove(room.applicant());
    ThreadViewModel thread = known == null ? open(room.applicant()) : known;
    letGo();
    threads.put(room.applicant(), thread);
    return thread;
  }

  /// Lets go of what was opened longest ago. What is shown, and what holds something that is kept
  /// nowhere else, stays.
  private void letGo() {
    List<UserId> idle =
        threads.entrySet().stream()
            .filter(entry -> entry.getValue().isIdle())
            .map(Map.Entry::getKey)
            .toList();
    for (UserId applicant : idle.subList(0, Math.max(0, idle.size() - RECENT))) {
      Objects.requireNonNull(threads.remove(applicant)).close();
    }
  }

  private ThreadViewModel open(UserId applicant) {
    ThreadViewModel thread =
        new ThreadViewModel(applicant, ground, new ThreadViewModel.Shared(outbox, drafts, files));
    thread.online(online);
    return thread;
  }

  public void on(SignalEvent event) {
    switch (event) {
      case SignalEvent.Connection(ConnectionState state) -> {
        online = state instanceof ConnectionState.Online;
        threads.values().forEach(thread -> thread.online(online));
      }
      case SignalEvent.Received(ServerMessage message) -> on(message);
    }
  }

  private void on(ServerMessage message) {
    switch (message) {
      case ServerMessage.Welcome _ -> threads.values().forEach(ThreadViewModel::resumed);
      case ServerMessage.Failure failure -> {
        outbox.on(failure);
        threads.values().forEach(thread -> thread.refused(failure));
      }
      default -> roomOf(message).ifPresent(room -> give(room, message));
    }
  }

  private void give(RoomId room, ServerMessage message) {
    ThreadViewModel thread = threads.get(room.applicant());
    if (thread != null) {
      thread.on(message);
    } else if (message instanceof ServerMessage.ChatAck ack) {
      outbox.forget(ack.key());
    } else if (message instanceof ServerMessage.ChatMessage chat) {
      outbox.forget(chat.entry().key());
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
    search.tick(now);
    if (now.isAfter(keepAt)) {
      keepAt = now.plus(KEEP);
      drafts.keep();
    }
  }

  /// Looks for words in all threads.
  public SearchViewModel search() {
    return search;
  }

  /// Keeps what was typed last, and leaves no file behind that only served to look at it.
  public void close() {
    drafts.keep();
    files.clean();
  }
}
