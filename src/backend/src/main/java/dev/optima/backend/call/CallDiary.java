package dev.optima.backend.call;

import dev.optima.backend.provider.DirectProvider;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallEvent;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallHappenings;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// Writes the timeline of a call, in the transaction of each of its transitions, and has the team
/// told of those that they would see. A sign of life is neither.
final class CallDiary {
  private final CallHappenings happenings = new CallHappenings(DirectProvider.NAME);
  private final CallEventStore events;
  private final TeamNews news;

  CallDiary(CallEventStore events, TeamNews news) {
    this.events = events;
    this.news = news;
  }

  /// A call that was stored for the first time.
  void placed(Tx tx, StoredCall call) throws SQLException {
    keep(tx, call, CallHappenings.first(call.session(), call.opened()));
    news.stored(tx, call);
  }

  /// A call that was stored again.
  void changed(Tx tx, StoredCall before, CallEvent event, StoredCall after, Instant now)
      throws SQLException {
    keep(tx, after, happenings.of(before.session(), event, after.session(), now));
    if (!seen(before).equals(seen(after))) {
      news.stored(tx, after);
    }
  }

  private void keep(Tx tx, StoredCall call, List<CallHappening> happened) throws SQLException {
    events.add(tx, call.session().callId(), call.session().version(), happened);
  }

  /// What the team sees of it.
  private static Seen seen(StoredCall call) {
    CallSession session = call.session();
    return new Seen(
        session.state().name(),
        call.provider(),
        session.callerId(),
        session.participants().stream().map(CallDiary::person).toList());
  }

  private static Seen.Person person(Participant person) {
    return new Seen.Person(person.userId(), person.isPresent(), person.leftAt() != null);
  }

  private record Seen(String state, String provider, UserId owner, List<Person> people) {
    record Person(UserId userId, boolean present, boolean left) {}
  }
}
