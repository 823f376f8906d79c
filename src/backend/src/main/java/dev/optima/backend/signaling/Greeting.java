package dev.optima.backend.signaling;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.call.CallService;
import dev.optima.backend.chat.ChatHistory;
import dev.optima.backend.provider.Tickets;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.ServerMessage;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The answer to `hello`: who this is, what goes on, and what was missed. The connection is taken
/// into the registry before the database is read, so nothing falls between the two.
final class Greeting {
  /// How many messages may wait while missed ones are sent: half of what a socket may hold.
  private static final int PACE = 100;

  private static final long PACE_NANOS = 2_000_000;

  /// How many rooms one `hello` may ask for.
  private static final int MAX_ROOMS = 20_000;

  /// How many are looked up at once. A storm of logins waits here, in its order: handed to the
  /// database all together it would be refused for want of connections, and come again.
  private static final int AT_ONCE = 6;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Function<String, Optional<Identity>> sessions;
  private final Tickets tickets;
  private final CallService calls;
  private final ChatHistory chat;
  private final SessionRegistry registry;
  private final MessageBus bus;
  private final InstantSource clock;

  Greeting(
      Function<String, Optional<Identity>> sessions,
      Tickets tickets,
      CallService calls,
      ChatHistory chat,
      SessionRegistry registry,
      MessageBus bus,
      InstantSource clock) {
    this.sessions = sessions;
    this.tickets = tickets;
    this.calls = calls;
    this.chat = chat;
    this.registry = registry;
    this.bus = bus;
    this.clock = clock;
  }

  void hello(Connection connection, ClientMessage.Hello hello) {
    Identity who = letIn(connection, hello);
    if (who == null) {
      return;
    }
    Map<String, Long> rooms = rooms(who, hello.lastSeq());
    connection.catchUp(rooms);
    connection.identify(who);
    registry.add(connection);
    if (connection.isGone()) {
      registry.remove(connection);
      return;
    }
    try {
      inTurn(
          () -> {
            welcome(connection, who);
            return who;
          });
      resume(connection, who, rooms);
    } catch (RuntimeException e) {
      connection.close(Connection.RESTART, "try again");
      throw e;
    }
  }

  /// Null if it is not let in. Only who has no right to come in is told so for good; whom the
  /// database could not look up is asked to come again.
  private @Nullable Identity letIn(Connection connection, ClientMessage.Hello hello) {
    try {
      if (hello.lastSeq() != null && hello.lastSeq().size() > MAX_ROOMS) {
        throw Refusal.invalid("last_seq", "too many rooms");
      }
      String cookie = connection.takeCookie();
      return this.<@Nullable Identity>inTurn(
          () -> connection.isGone() ? null : identify(hello.token(), cookie));
    } catch (Refusal refusal) {
      connection.send(Faults.of(refusal, hello));
      boolean later = refusal.code() == ErrorCode.UNAVAILABLE;
      connection.close(
          later ? Connection.RESTART : Connection.POLICY, later ? "try again" : "not let in");
      return null;
    } catch (RuntimeException e) {
      connection.close(Connection.RESTART, "try again");
      throw e;
    }
  }

  private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private Identity identify(@Nullable String token, @Nullable String cookie) {
    String given = token != null ? token : cookie;
    if (given == null) {
      throw Refusal.of(ErrorCode.UNAUTHENTICATED, "no session");
    }
    if (given.startsWith(Tickets.PREFIX)) {
      return tickets
          .verify(given, clock.instant())
          .map(calls::holder)
          .orElseThrow(() -> Refusal.of(ErrorCode.UNAUTHENTICATED, "no good ticket"));
    }
    return sessions
        .apply(given)
        .orElseThrow(() -> Refusal.of(ErrorCode.UNAUTHENTICATED, "the session is over"));
  }

  private void welcome(Connection connection, Identity who) {
    CallId page = who.callId();
    connection.send(
        new ServerMessage.Welcome(
            who.userId(),
            who.name(),
            who.role(),
            clock.instant(),
            calls.live(who),
            page == null ? chat.unread(who) : Map.of(),
            who.isTeam() && page == null ? List.copyOf(registry.applicants()) : null,
            page));
    if (page != null) {
      bus.publish(Subject.user(who.userId()), new Parcel.PageTaken(page, connection.id()));
    } else if (who.isApplicant()) {
      tellTeamPresence(connection, RoomId.of(who.userId()));
    }
  }

  private void tellTeamPresence(Connection connection, RoomId room) {
    Set<UserId> team = registry.team();
    for (UserId colleague : team) {
      connection.send(SessionRegistry.presence(colleague, room, registry.devices(colleague)));
    }
  }

  /// What the client has of which rooms; a call's page has none.
  private static Map<String, Long> rooms(Identity who, @Nullable Map<String, Long> lastSeq) {
    var rooms = new HashMap<String, Long>();
    if (lastSeq != null && who.callId() == null) {
      lastSeq.forEach((room, seq) -> rooms.put(room, Math.max(seq, 0)));
    }
    return rooms;
  }

  /// Sends what came after the last `seq` that the client has, room by room, no faster than it
  /// reads, until nothing new came in the meantime.
  private void resume(Connection connection, Identity who, Map<String, Long> rooms) {
    Set<String> behind = Set.copyOf(rooms.keySet());
    do {
      for (String room : behind) {
        long before = rooms.getOrDefault(room, 0L);
        long seq = resume(connection, who, room, before);
        noteDelivery(who, room, seq, seq > before);
        rooms.put(room, seq);
        connection.caughtUp(room, seq);
      }
      behind = connection.behind();
    } while (!behind.isEmpty() && !connection.isClosing());
  }

  private long resume(Connection connection, Identity who, String room, long seq) {
    RoomId id;
    try {
      id = new RoomId(room);
    } catch (IllegalArgumentException e) {
      return seq;
    }
    long last = seq;
    List<ChatEntry> page;
    do {
      long after = last;
      page = inTurn(() -> chat.missed(who, id, after));
      for (ChatEntry entry : page) {
        awaitRoom(connection);
        connection.send(new ServerMessage.ChatMessage(entry));
        last = entry.seq();
      }
    } while (page.size() == ChatHistory.MAX_PAGE && !connection.isClosing());
    return last;
  }

  /// What was sent just now has arrived; and of an applicant's own room, also what they say they
  /// have, since it may have come to them over REST. A colleague has too many rooms for that.
  private void noteDelivery(Identity who, String room, long seq, boolean sent) {
    if (sent || (who.isApplicant() && room.equals(RoomId.of(who.userId()).value()))) {
      registry.reached(new RoomId(room), who.userId(), seq);
    }
  }

  private static void awaitRoom(Connection connection) {
    while (connection.waiting() > PACE && !connection.isClosing()) {
      LockSupport.parkNanos(PACE_NANOS);
    }
  }
}
