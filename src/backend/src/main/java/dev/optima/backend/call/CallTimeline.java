package dev.optima.backend.call;

import dev.optima.backend.account.AccountStore;
import dev.optima.backend.account.Identity;
import dev.optima.backend.history.CallRows;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ClientMessage.VideoCallEvent;
import dev.optima.protocol.rest.CallDetails;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private final CallStore calls;
  private final CallEventStore events;
  private final CallRows rows = new CallRows();
  private final AccountStore accounts = new AccountStore();
  private final CallAccess access;

  CallTimeline(CallKernel kernel) {
    database = kernel.database();
    calls = kernel.calls();
    events = kernel.events();
    access = kernel.access();
  }

  /// A page of somebody in the call tells what happened there; what is told of a time after they
  /// left is passed over.
  public void tell(Identity who, VideoCallEvent event) {
    check(event);
    Instant now = access.now();
    CallSession session = access.inCall(who, event.callId(), now);
    Instant at = now.minusMillis(Objects.requireNonNullElse(event.ago(), 0));
    if (hadLeft(session, who, at)) {
      return;
    }
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

  /// Last words may come late, but not of what happened after they left.
  private static boolean hadLeft(CallSession session, Identity who, Instant at) {
    return session
        .participant(who.userId())
        .map(Participant::leftAt)
        .filter(left -> !at.isBefore(left))
        .isPresent();
  }

  /// All that is known of a call, for the team.
  public CallDetails details(Identity who, CallId id) {
    return database.read(
        tx ->
            new CallDetails(
                rows.find(tx, id, access.now()).orElseThrow(() -> Refusal.notFound("no such call")),
                of(tx, who, id)));
  }

  /// All that is known to have happened in a call, in order of time, for the team.
  public List<CallHappening> of(Identity who, CallId id) {
    return database.read(tx -> of(tx, who, id));
  }

  private List<CallHappening> of(Tx tx, Identity who, CallId id) throws SQLException {
    StoredCall call = calls.find(tx, id).orElseThrow(() -> Refusal.notFound("no such call"));
    CallRights.checkMayKnow(who, call.session());
    if (!who.isTeam() || who.callId() != null) {
      throw Refusal.forbidden("this is for recruiters");
    }
    return names(tx, new DerivedTimeline(call).with(events.of(tx, id)));
  }

  /// An administrator who ended it was never in it.
  private List<CallHappening> names(Tx tx, List<CallHappening> all) throws SQLException {
    var named = new ArrayList<CallHappening>();
    for (CallHappening one : all) {
      UserId who = one.userId();
      if (who == null || one.name() != null) {
        named.add(one);
      } else {
        String name = accounts.byId(tx, who).map(stored -> stored.account().name()).orElse(null);
        named.add(new CallHappening(one.at(), one.kind(), who, name, one.detail()));
      }
    }
    return named;
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
