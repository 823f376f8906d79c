package dev.optima.backend.call;

import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallHappening.Kind;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be told from the row of a call that nobody wrote a timeline for, or not from its
/// beginning: it is older than timelines are.
record DerivedTimeline(StoredCall call) {

  /// With what was written down, in order of time.
  List<CallHappening> with(List<CallHappening> written) {
    boolean whole =
        written.stream().anyMatch(h -> h.kind() == Kind.RINGING || h.kind() == Kind.OPENED);
    if (whole) {
      return written;
    }
    Instant until =
        written.stream()
            .filter(h -> !h.kind().isFromPage())
            .map(CallHappening::at)
            .findFirst()
            .orElse(Instant.MAX);
    var all = new ArrayList<CallHappening>();
    derived().stream().filter(h -> h.at().isBefore(until)).forEach(all::add);
    all.addAll(written);
    all.sort(Comparator.comparing(CallHappening::at)); // what was written stays in its order
    return all;
  }

  private List<CallHappening> derived() {
    CallSession session = call.session();
    var all = new ArrayList<CallHappening>();
    add(all, session.createdAt(), call.opened() ? Kind.OPENED : Kind.RINGING, session.callerId());
    for (Participant person : session.participants()) {
      add(all, person.joinedAt(), Kind.JOINED, person.userId());
    }
    add(all, session.startedAt(), Kind.STARTED, null);
    for (Participant person : session.participants()) {
      if (person.leftAt() != null && !person.leftAt().equals(session.endedAt())) {
        add(all, person.leftAt(), Kind.LEFT, person.userId());
      }
    }
    add(all, session.endedAt(), Kind.ENDED, session.endedBy());
    all.sort(Comparator.comparing(CallHappening::at));
    return all;
  }

  private void add(List<CallHappening> all, @Nullable Instant at, Kind kind, @Nullable UserId who) {
    if (at != null) {
      String name =
          who == null ? null : call.session().participant(who).map(Participant::name).orElse(null);
      all.add(new CallHappening(at, kind, who, name, null));
    }
  }
}
