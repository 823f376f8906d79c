package dev.optima.backend.meeting;

import dev.optima.backend.account.Identity;
import dev.optima.backend.meeting.MeetingTransitions.Act;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.ErrorCode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The waiting rooms: an applicant knocks, goes away, or is let in by an interviewer. In an open
/// transaction.
final class MeetingLobby {
  private static final int ATTEMPTS = 20;

  private final KnockStore knocks = new KnockStore();
  private final MeetingTransitions transitions;
  private final MeetingViews views;

  MeetingLobby(MeetingTransitions transitions, MeetingViews views) {
    this.transitions = transitions;
    this.views = views;
  }

  /// The applicant stands at the door, or still does; screens are told once.
  StoredMeeting knock(Tx tx, MeetingId id, Instant now) throws SQLException {
    StoredMeeting present = transitions.present(tx, id);
    if (!present.keepsWaiting()) {
      return present; // admitted, moved or called off in this moment
    }
    if (present.lobby().isToRenew(now)) {
      knocks.renew(tx, id, now);
      return present;
    }
    var act = Act.untold("knocked", MeetingDeed.itself(now));
    return change(tx, id, lobby -> lobby.knocked(now), act);
  }

  /// The applicant waits no longer.
  StoredMeeting leave(Tx tx, Identity who, MeetingId id, Instant now) throws SQLException {
    StoredMeeting present = transitions.present(tx, id);
    MeetingDeeds.checkMayKnow(who, present);
    if (!who.isApplicant()) {
      throw Refusal.forbidden("only the applicant waits there");
    }
    return change(tx, id, Lobby::left, Act.untold("left", MeetingDeed.itself(now)));
  }

  /// The page of whoever waited says nothing any more.
  void lapse(Tx tx, MeetingId id, Instant now) throws SQLException {
    if (knocks.claim(tx, id, now)) {
      change(tx, id, Lobby::left, Act.untold("left", MeetingDeed.itself(now)));
    }
  }

  /// Lets the applicant in.
  ///
  /// @throws Refusal `forbidden` for colleagues who do not lead it; `stale` once it is over
  StoredMeeting admit(Tx tx, Identity who, MeetingId id, Instant now) throws SQLException {
    StoredMeeting present = transitions.present(tx, id);
    MeetingDeeds.checkMayKnow(who, present);
    if (!present.session().interviewers().contains(who.userId())) {
      throw Refusal.forbidden("only its interviewers let somebody in");
    }
    if (present.session().status().isOver()) {
      throw Refusal.about(ErrorCode.STALE, "the meeting is past that", views.ofTeam(present));
    }
    var act = Act.untold("admitted", MeetingDeed.by(who, now, false));
    return change(tx, id, lobby -> lobby.admitted(now), act);
  }

  private StoredMeeting change(Tx tx, MeetingId id, UnaryOperator<Lobby> step, Act act)
      throws SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      StoredMeeting before = transitions.present(tx, id);
      Lobby next = step.apply(before.lobby());
      if (next.equals(before.lobby())) {
        return before;
      }
      Optional<StoredMeeting> stored =
          transitions.changed(tx, before, before.with(next), List.of(), act);
      if (stored.isPresent()) {
        return stored.get();
      }
    }
    throw Refusal.unavailable("the meeting changes too fast");
  }
}
