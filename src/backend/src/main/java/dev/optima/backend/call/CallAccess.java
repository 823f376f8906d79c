package dev.optima.backend.call;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallDecision;
import dev.optima.protocol.call.CallEvent;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallSnapshot;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way to a call for whoever may know of it, shared by all that people do with calls.
final class CallAccess {
  private final Database database;
  private final CallStore calls;
  private final CallTransitions transitions;
  private final CallDirectory directory;
  private final InstantSource clock;

  CallAccess(CallKernel kernel) {
    database = kernel.database();
    calls = kernel.calls();
    transitions = kernel.transitions();
    directory = kernel.directory();
    clock = kernel.clock();
  }

  StoredCall find(Identity who, CallId id) {
    Optional<StoredCall> call = database.read(tx -> calls.find(tx, id));
    StoredCall found = call.orElseThrow(() -> Refusal.notFound("no such call"));
    CallRights.checkMayKnow(who, found.session());
    return found;
  }

  /// A live call that rings no more, for those who are in it or were.
  CallSession inCall(Identity who, CallId id, Instant now) {
    CallSession session = directory.find(id, now).orElseGet(() -> find(who, id).session());
    CallRights.checkMayKnow(who, session);
    if (session.participant(who.userId()).isEmpty()) {
      throw Refusal.forbidden("not in this call");
    }
    CallRights.refuseUnlessOpen(session, now);
    directory.saw(session, now);
    return session;
  }

  /// One transition, as a transaction of its own.
  ///
  /// @param connection the socket whose command this is
  CallSnapshot command(Identity who, CallId id, CallEvent event, @Nullable String connection) {
    return command(who, id, event, connection, (tx, session) -> {});
  }

  /// What belongs to a transition, in its transaction.
  @FunctionalInterface
  interface Companion {
    void follow(Tx tx, CallSession session) throws SQLException;
  }

  /// One transition, as a transaction of its own, and what belongs to it.
  CallSnapshot command(
      Identity who, CallId id, CallEvent event, @Nullable String connection, Companion companion) {
    Instant now = now();
    CallDecision decision =
        database.write(
            lane(id, now),
            tx -> {
              CallDecision made =
                  transitions.apply(
                      tx,
                      id,
                      event,
                      session -> CallRights.checkMayKnow(who, session),
                      now,
                      connection);
              if (made instanceof CallDecision.Transition(CallSession session, _)) {
                companion.follow(tx, session);
              }
              return made;
            });
    return CallRights.accepted(decision, now);
  }

  /// All that happens in a room happens in one order.
  String lane(CallId id, Instant now) {
    return directory
        .find(id, now)
        .or(() -> database.read(tx -> calls.find(tx, id)).map(StoredCall::session))
        .map(session -> session.roomId().value())
        .orElse(id.value());
  }

  /// To the millisecond, as the database keeps it.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
