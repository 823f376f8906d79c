package dev.optima.protocol.call;

import static dev.optima.protocol.call.Calls.ELIF;
import static dev.optima.protocol.call.Calls.JOHN;
import static dev.optima.protocol.call.Calls.MERT;
import static dev.optima.protocol.call.Calls.STRANGER;

import dev.optima.protocol.id.UserId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Any history of a call.
abstract class CallHistories {

  /// One event, so many milliseconds after the one before.
  record Step(CallEvent event, long after) {}

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Long> after =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.longs().between(0, 5_000)),
            Tuple.of(2, Arbitraries.longs().between(5_000, 60_000)),
            Tuple.of(1, Arbitraries.longs().between(60_000, 200_000)));
    return Combinators.combine(events(), after).as(Step::new).list().ofMaxSize(25);
  }

  static Arbitrary<CallEvent> events() {
    Arbitrary<UserId> person =
        Arbitraries.frequency(
            Tuple.of(5, ELIF), Tuple.of(5, JOHN), Tuple.of(2, MERT), Tuple.of(1, STRANGER));
    return Arbitraries.frequencyOf(
        Tuple.of(4, person.map(CallEvent.Accept::new)),
        Tuple.of(1, person.map(CallEvent.Reject::new)),
        Tuple.of(1, person.map(CallEvent.Cancel::new)),
        Tuple.of(1, person.map(by -> new CallEvent.End(by, false))),
        Tuple.of(1, Arbitraries.of(new CallEvent.End(STRANGER, true))),
        Tuple.of(1, person.map(CallEvent.Leave::new)),
        Tuple.of(6, person.map(CallEvent.Joined::new)),
        Tuple.of(6, person.map(CallEvent.Alive::new)),
        Tuple.of(3, person.map(CallEvent.Waiting::new)),
        Tuple.of(3, person.map(CallEvent.Lost::new)),
        Tuple.of(1, person.map(CallEvent.Move::new)),
        Tuple.of(2, person.map(by -> new CallEvent.Invite(by, Calls.recruiter(MERT)))),
        Tuple.of(2, Arbitraries.of(Calls.interview(MERT), Calls.interview(STRANGER))),
        Tuple.of(3, Arbitraries.of(new CallEvent.Deadline())),
        Tuple.of(1, Arbitraries.of(new CallEvent.Restarted())));
  }
}
