package dev.optima.backend.call;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// How it stands with a call, for whom that matters.
public final class CallSight {
  private final CallStore calls = new CallStore();

  /// The call as it is now.
  public Optional<CallSession> session(Tx tx, CallId call) throws SQLException {
    return calls.find(tx, call).map(StoredCall::session);
  }

  /// What carries its video now.
  public Optional<String> provider(Tx tx, CallId call) throws SQLException {
    return calls.find(tx, call).map(StoredCall::provider);
  }

  /// Which sides are in its room now; none if it is over.
  public Set<Side> present(Tx tx, CallId call) throws SQLException {
    return calls.find(tx, call).map(StoredCall::session).stream()
        .filter(session -> !session.state().isTerminal())
        .flatMap(session -> session.participants().stream())
        .filter(Participant::isPresent)
        .map(Participant::side)
        .collect(Collectors.toSet());
  }

  /// Whether it rings, or both sides met in it and it is not over.
  public boolean isUnderWay(Tx tx, CallId call) throws SQLException {
    return calls
        .find(tx, call)
        .map(found -> found.session().state())
        .filter(state -> !state.isTerminal() && state != CallState.CONNECTING)
        .isPresent();
  }
}
