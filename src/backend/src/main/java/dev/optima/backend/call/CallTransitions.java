package dev.optima.backend.call;

import dev.optima.backend.chat.ChatFeed;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.history.HistoryIndex;
import dev.optima.backend.provider.DirectProvider;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallDecision;
import dev.optima.protocol.call.CallDecision.Transition;
import dev.optima.protocol.call.CallEffect;
import dev.optima.protocol.call.CallEvent;
import dev.optima.protocol.call.CallMachine;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Carries a call from one state to the next: compare-and-set on its `version`, the entries in the
/// chat when both are in the room and when it ends, its timeline, and what is told after the
/// commit.
final class CallTransitions {
  /// Each attempt loses only to a transition that somebody else made.
  private static final int ATTEMPTS = 50;

  private final CallStore calls;
  private final HistoryIndex history = new HistoryIndex();
  private final ChatStore chat;
  private final ChatFeed feed;
  private final CallAnnouncer announcer;
  private final CallMachine machine;
  private final MissedCalls missed;
  private final CallMeetings meetings;
  private final CallDiary diary;
  private final Consumer<CallSession> listener;

  /// @param listener is told every session that was stored
  CallTransitions(
      CallStore calls,
      ChatStore chat,
      ChatFeed feed,
      CallAnnouncer announcer,
      CallMachine machine,
      MissedCalls missed,
      CallMeetings meetings,
      CallDiary diary,
      Consumer<CallSession> listener) {
    this.calls = calls;
    this.chat = chat;
    this.feed = feed;
    this.announcer = announcer;
    this.machine = machine;
    this.missed = missed;
    this.meetings = meetings;
    this.diary = diary;
    this.listener = listener;
  }

  /// Whether nobody else can come in.
  boolean isFull(CallSession session, Instant now) {
    return machine.isFull(session, now);
  }

  /// Whether a place is kept for somebody, in the room or on the way to it.
  boolean keepsPlace(CallSession session, UserId who, Instant now) {
    return machine.keepsPlace(session, who, now);
  }

  /// What the machine said, stored if it was a transition.
  ///
  /// @param rights refuses whoever may not even know of the call
  /// @param connection the socket whose command this is
  CallDecision apply(
      Tx tx,
      CallId id,
      CallEvent event,
      Consumer<CallSession> rights,
      Instant now,
      @Nullable String connection)
      throws SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      StoredCall call = calls.find(tx, id).orElseThrow(() -> Refusal.notFound("no such call"));
      rights.accept(call.session());
      if (event instanceof CallEvent.Move && call.provider().equals(DirectProvider.NAME)) {
        return new CallDecision.Unchanged(call.session());
      }
      CallDecision decision = machine.on(call.session(), event, now);
      if (!(decision instanceof Transition(CallSession next, List<CallEffect> effects))) {
        return decision;
      }
      if (calls.update(tx, call.session(), next)) {
        boolean hadStarted = call.session().startedAt() != null;
        ChatEntry.Kind happened = event(next, hadStarted);
        if (happened != null) {
          // Before the room, in which the meeting tells too: all take the rows in one order.
          meetings.follow(tx, next, hadStarted, now);
        }
        StoredCall after = call.with(next);
        if (event instanceof CallEvent.Move) {
          calls.carry(tx, id, DirectProvider.NAME);
          after = after.carriedBy(DirectProvider.NAME);
        }
        follow(tx, after, effects, shown(call, next, happened), now, connection);
        diary.changed(tx, call, event, after, now);
        return decision;
      }
    }
    throw Refusal.unavailable("the call changes too fast");
  }

  /// What follows from a call that was stored just now for the first time.
  void placed(Tx tx, StoredCall call, List<CallEffect> effects, Instant now) throws SQLException {
    meetings.follow(tx, call.session(), false, now);
    follow(tx, call, effects, event(call.session(), false), now, null);
    diary.placed(tx, call);
  }

  private void follow(
      Tx tx,
      StoredCall call,
      List<CallEffect> effects,
      ChatEntry.@Nullable Kind event,
      Instant now,
      @Nullable String connection)
      throws SQLException {
    missed.note(tx, call, now);
    CallSession session = call.session();
    Optional<ChatEntry> entry =
        event == null
            ? Optional.empty()
            : chat.insertCall(tx, event, CallSnapshot.of(session, now), now);
    history.saw(tx, session); // behind the room: all take the rows in one order
    tx.afterCommit(
        () -> {
          listener.accept(session);
          announcer.announce(call, effects, now, connection);
          entry.ifPresent(told -> feed.entry(told, null));
        });
  }

  /// What the thread shows of a transition: the end of a call, or that both are in the room for the
  /// first time.
  private static ChatEntry.@Nullable Kind event(CallSession session, boolean hadStarted) {
    if (session.state().isTerminal()) {
      return ChatEntry.Kind.CALL;
    }
    return session.startedAt() != null && !hadStarted ? ChatEntry.Kind.CALL_STARTED : null;
  }

  /// Of the room of a meeting, in which nobody met, the thread tells nothing.
  private static ChatEntry.@Nullable Kind shown(
      StoredCall call, CallSession next, ChatEntry.@Nullable Kind event) {
    boolean met = call.session().startedAt() != null || next.startedAt() != null;
    return call.opened() && !met ? null : event;
  }
}
