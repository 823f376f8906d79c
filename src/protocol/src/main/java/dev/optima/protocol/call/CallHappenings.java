package dev.optima.protocol.call;

import dev.optima.protocol.call.CallHappening.Kind;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What transitions mean to whoever reads the timeline of a call. Signs of life mean nothing.
///
/// @param builtIn the name of the provider to which a call moves when its own does not work
public record CallHappenings(String builtIn) {

  /// What happened when a call was placed, or the room of a meeting opened by its first person.
  public static List<CallHappening> first(CallSession fresh, boolean opened) {
    var all = new Entries(fresh, fresh.createdAt());
    if (opened) {
      all.add(Kind.OPENED, fresh.participants().getFirst().userId(), null);
    } else {
      all.add(Kind.RINGING, fresh.callerId(), null);
    }
    if (fresh.state().isTerminal()) {
      all.add(Kind.ENDED, fresh.endedBy(), null);
    }
    return all.list;
  }

  /// What happened, in its order.
  public List<CallHappening> of(
      CallSession before, CallEvent event, CallSession after, Instant now) {
    var all = new Entries(after, now);
    act(event, all);
    if (after.state().isTerminal()) {
      if (!before.state().isTerminal()) {
        all.add(Kind.ENDED, after.endedBy(), null);
      }
      return all.list;
    }
    if (before.state() == CallState.RINGING && after.state() == CallState.CONNECTING) {
      all.add(Kind.ACCEPTED, after.applicantId(), null);
    }
    for (Participant person : after.participants()) {
      people(before.participant(person.userId()), person, all);
    }
    state(before, event, after, all);
    return all.list;
  }

  private void act(CallEvent event, Entries all) {
    switch (event) {
      case CallEvent.Move move -> all.add(Kind.MOVED, move.by(), builtIn);
      case CallEvent.Invite invite -> all.add(Kind.INVITED, invite.colleague());
      case CallEvent.Interview interview -> {
        if (!interview.asked()) {
          all.add(Kind.CAME_IN, interview.colleague());
        }
      }
      case CallEvent.Accept _,
          CallEvent.Reject _,
          CallEvent.Cancel _,
          CallEvent.End _,
          CallEvent.Leave _,
          CallEvent.Joined _,
          CallEvent.Alive _,
          CallEvent.Waiting _,
          CallEvent.Lost _,
          CallEvent.Enter _,
          CallEvent.Deadline _,
          CallEvent.Restarted _ -> {}
    }
  }

  private static void people(Optional<Participant> before, Participant after, Entries all) {
    boolean wasThere = before.filter(Participant::isPresent).isPresent();
    boolean hadLeft = before.filter(person -> person.leftAt() != null).isPresent();
    if (wasThere && after.leftAt() != null) {
      all.add(Kind.LEFT, after);
    } else if (after.isPresent() && !wasThere) {
      all.add(Kind.JOINED, after);
    } else if (after.leftAt() != null && !hadLeft) {
      all.add(Kind.LEFT, after); // who was expected and says that they do not come
    }
  }

  private static void state(CallSession before, CallEvent event, CallSession after, Entries all) {
    if (before.state() == after.state()) {
      return;
    }
    if (after.state() == CallState.ACTIVE) {
      boolean first = before.startedAt() == null;
      UserId by = event instanceof CallEvent.ByPerson deed ? deed.by() : null;
      all.add(first ? Kind.STARTED : Kind.RESUMED, first ? null : by, null);
    } else if (after.state() == CallState.RECONNECTING) {
      all.add(Kind.RECONNECTING, lost(after).map(Participant::userId).orElse(null), null);
    }
  }

  /// Of whose side the evidence is the oldest.
  private static Optional<Participant> lost(CallSession session) {
    Optional<Participant> recruiter = lastSeen(session, Side.RECRUITER);
    Optional<Participant> applicant = lastSeen(session, Side.APPLICANT);
    if (recruiter.isEmpty() || applicant.isEmpty()) {
      return Optional.empty();
    }
    return Stream.of(recruiter.get(), applicant.get())
        .min(Comparator.comparing(CallHappenings::seen));
  }

  private static Optional<Participant> lastSeen(CallSession session, Side side) {
    return session.participants().stream()
        .filter(person -> person.side() == side && person.isPresent())
        .max(Comparator.comparing(CallHappenings::seen));
  }

  private static Instant seen(Participant person) {
    return Objects.requireNonNullElse(person.lastSeen(), Instant.MIN);
  }

  /// The happenings of one moment.
  private static final class Entries {
    private final CallSession session;
    private final Instant at;
    private final List<CallHappening> list = new ArrayList<>(2);

    Entries(CallSession session, Instant at) {
      this.session = session;
      this.at = at;
    }

    void add(Kind kind, Participant who) {
      list.add(new CallHappening(at, kind, who.userId(), who.name(), null));
    }

    void add(Kind kind, @Nullable UserId who, @Nullable String detail) {
      String name =
          who == null ? null : session.participant(who).map(Participant::name).orElse(null);
      list.add(new CallHappening(at, kind, who, name, detail));
    }
  }
}
