package dev.optima.backend.call;

import dev.optima.backend.bus.Audience;
import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.Outgoing;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Presence;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.provider.Providers;
import dev.optima.backend.provider.VideoProvider.Seat;
import dev.optima.protocol.call.CallEffect;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries out the effects of a transition that is stored: tells everybody concerned.
public final class CallAnnouncer {
  private static final Logger LOG = LoggerFactory.getLogger(CallAnnouncer.class);

  private final MessageBus bus;
  private final Presence presence;
  private final Providers providers;
  private final ColleagueNews colleagues;

  public CallAnnouncer(MessageBus bus, Presence presence, Providers providers) {
    this.bus = bus;
    this.presence = presence;
    this.providers = providers;
    colleagues = new ColleagueNews(bus);
  }

  /// What there is to carry a call.
  Providers providers() {
    return providers;
  }

  MessageBus bus() {
    return bus;
  }

  boolean isOnline(UserId user) {
    return presence.isOnline(user);
  }

  boolean isTeamHere() {
    return presence.isTeamHere();
  }

  /// @param connection the socket whose command made the transition
  void announce(
      StoredCall call, List<CallEffect> effects, Instant now, @Nullable String connection) {
    if (effects.isEmpty()) {
      return;
    }
    CallSnapshot snapshot = CallSnapshot.of(call.session(), now);
    for (CallEffect effect : effects) {
      switch (effect) {
        case CallEffect.Ring _ -> ring(call, snapshot);
        case CallEffect.Ready _ -> ready(call, snapshot, connection);
        case CallEffect.ReadyFor(UserId user) -> readyFor(call, snapshot, user);
        case CallEffect.Moved _ -> moved(call, snapshot);
        case CallEffect.AnsweredElsewhere _ -> answered(call.session(), connection);
        case CallEffect.Started _, CallEffect.Changed _ ->
            tellAll(call.session(), new ServerMessage.VideoCallStarted(snapshot));
        case CallEffect.Reconnecting _ ->
            tellAll(call.session(), new ServerMessage.VideoCallReconnecting(snapshot));
        case CallEffect.Invited(UserId by, UserId colleague) ->
            colleagues.invited(snapshot, by, colleague);
        case CallEffect.Entered(UserId colleague) -> colleagues.entered(snapshot, colleague);
        case CallEffect.Ended _ -> ended(call.session(), snapshot);
        case CallEffect.TellOffline _ -> LOG.debug("Call {}: applicant offline", snapshot.callId());
      }
    }
  }

  /// What the caller is told while it rings; also the answer to a repeated request.
  ServerMessage.VideoCallRinging ringing(StoredCall call, CallSnapshot snapshot) {
    return new ServerMessage.VideoCallRinging(
        snapshot.callId(),
        snapshot.roomId(),
        call.requestKey(),
        Objects.requireNonNull(snapshot.expiresAt()),
        Math.max(presence.devices(snapshot.applicantId()), call.pushDevices()),
        snapshot);
  }

  JoinTicket ticket(StoredCall call, Participant person) {
    return providers
        .carrier(call.provider())
        .ticket(
            new Seat(
                call.session().callId(),
                call.mediaRoom(),
                person.userId(),
                person.name(),
                person.side() == Side.APPLICANT ? Role.APPLICANT : Role.RECRUITER));
  }

  private void ring(StoredCall call, CallSnapshot snapshot) {
    bus.publish(
        Subject.user(snapshot.applicantId()),
        Parcel.Event.main(
            new ServerMessage.VideoCallIncoming(
                snapshot.callId(),
                snapshot.callerName(),
                null,
                snapshot.roomId(),
                snapshot.meetingId(),
                Objects.requireNonNull(snapshot.expiresAt()),
                snapshot)));
    bus.publish(Subject.user(snapshot.callerId()), Parcel.Event.main(ringing(call, snapshot)));
  }

  /// The applicant's way in is for the device that accepted.
  private void ready(StoredCall call, CallSnapshot snapshot, @Nullable String connection) {
    for (Participant person : call.session().participants()) {
      Audience audience =
          person.side() == Side.APPLICANT ? Audience.mainOnly(connection) : Audience.MAIN;
      if (person.leftAt() == null) {
        give(call, snapshot, person, audience);
      }
    }
  }

  private void readyFor(StoredCall call, CallSnapshot snapshot, UserId user) {
    call.session()
        .participant(user)
        .ifPresent(person -> give(call, snapshot, person, Audience.MAIN));
  }

  /// The way in at another provider is for wherever somebody is in the call.
  private void moved(StoredCall call, CallSnapshot snapshot) {
    call.session().participants().stream()
        .filter(person -> person.leftAt() == null)
        .forEach(person -> give(call, snapshot, person, Audience.ofCall(snapshot.callId())));
  }

  private void give(StoredCall call, CallSnapshot snapshot, Participant person, Audience audience) {
    var message = ServerMessage.VideoCallReady.of(ticket(call, person), snapshot);
    bus.publish(Subject.user(person.userId()), new Parcel.Event(new Outgoing(message), audience));
  }

  private void answered(CallSession session, @Nullable String connection) {
    var message = new ServerMessage.VideoCallAnsweredElsewhere(session.callId());
    bus.publish(
        Subject.user(session.applicantId()),
        new Parcel.Event(new Outgoing(message), Audience.mainExcept(connection)));
  }

  private void ended(CallSession session, CallSnapshot snapshot) {
    tellAll(session, new ServerMessage.VideoCallEnded(snapshot));
    for (Participant person : session.participants()) {
      bus.publish(Subject.user(person.userId()), new Parcel.CallClosed(session.callId()));
    }
  }

  private void tellAll(CallSession session, ServerMessage message) {
    Parcel parcel = Parcel.Event.call(session.callId(), message);
    for (Participant person : session.participants()) {
      bus.publish(Subject.user(person.userId()), parcel);
    }
  }
}
