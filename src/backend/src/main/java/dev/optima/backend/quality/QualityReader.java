package dev.optima.backend.quality;

import dev.optima.backend.call.CallSight;
import dev.optima.backend.provider.DirectProvider;
import dev.optima.backend.quality.Series.Slot;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.quality.CallScore;
import dev.optima.protocol.quality.Diagnosis;
import dev.optima.protocol.quality.Measured;
import dev.optima.protocol.rest.CallQuality;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A call's quality as the team reads it, whether it is packed or not yet, or so old that only the
/// scores are left.
final class QualityReader {
  private final ReportStore reports = new ReportStore();
  private final SeriesStore packed = new SeriesStore();
  private final BreakStore breaks = new BreakStore();
  private final CallSight sight = new CallSight();

  /// Somebody in the call, and what they measured.
  private record Side(CallSnapshot.Person person, Series series) {}

  CallQuality read(Tx tx, CallSnapshot call, Instant now) throws SQLException {
    Map<UserId, CallScore> left = packed.forgotten(tx, call.callId());
    return left.isEmpty() ? measured(tx, call, now) : left(tx, call, left);
  }

  /// Why it was bad is not known any more.
  private CallQuality left(Tx tx, CallSnapshot call, Map<UserId, CallScore> left)
      throws SQLException {
    Double total = packed.score(tx, call.callId());
    CallScore worst =
        left.values().stream()
            .filter(score -> Objects.equals(score.total(), total))
            .findFirst()
            .orElse(CallScore.NONE);
    List<CallQuality.Person> people =
        call.participants().stream()
            .filter(person -> left.containsKey(person.userId()))
            .map(person -> person(person, Objects.requireNonNull(left.get(person.userId()))))
            .toList();
    return new CallQuality(call.callId(), total, worst.audio(), worst.video(), List.of(), people);
  }

  private static CallQuality.Person person(CallSnapshot.Person person, CallScore score) {
    return new CallQuality.Person(
        person.userId(),
        person.name(),
        person.role(),
        score.total(),
        (int) Series.STEP.toSeconds(),
        List.of());
  }

  private CallQuality measured(Tx tx, CallSnapshot call, Instant now) throws SQLException {
    CallId id = call.callId();
    Map<UserId, Series> measured = measured(tx, id);
    List<Side> sides = sides(call, measured);
    CallScore score = Verdict.of(measured.values());
    boolean direct = sight.provider(tx, id).filter(DirectProvider.NAME::equals).isPresent();
    return new CallQuality(
        id,
        score.total(),
        score.audio(),
        score.video(),
        Diagnosis.of(
            direct ? Diagnosis.Way.DIRECT : Diagnosis.Way.SERVER,
            sides.stream().map(QualityReader::witness).toList(),
            breaks.ofCall(tx, id, now)),
        sides.stream().map(QualityReader::person).toList());
  }

  private static List<Side> sides(CallSnapshot call, Map<UserId, Series> measured) {
    var sides = new ArrayList<Side>();
    for (CallSnapshot.Person person : call.participants()) {
      Series series = measured.get(person.userId());
      if (series != null) {
        sides.add(new Side(person, series));
      }
    }
    return sides;
  }

  /// What is packed is all there is: whatever came later is not counted.
  private Map<UserId, Series> measured(Tx tx, CallId call) throws SQLException {
    var all = new LinkedHashMap<UserId, Series>();
    reports.ofCall(tx, call).forEach((user, said) -> all.put(user, Series.of(said)));
    all.putAll(packed.ofCall(tx, call));
    return all;
  }

  private static Diagnosis.Person witness(Side side) {
    return new Diagnosis.Person(
        side.person().userId(),
        side.person().name(),
        side.series().step(),
        side.series().measured());
  }

  private static CallQuality.Person person(Side side) {
    Series series = side.series();
    return new CallQuality.Person(
        side.person().userId(),
        side.person().name(),
        side.person().role(),
        Verdict.of(series).total(),
        series.step(),
        series.samples().stream().map(slot -> sample(series, slot)).toList());
  }

  private static CallQuality.Sample sample(Series series, Slot slot) {
    Measured m = slot.measured();
    return new CallQuality.Sample(
        series.at(slot),
        m.rtt(),
        m.loss(),
        m.jitter(),
        m.bitrate(),
        m.fps(),
        m.width(),
        m.height(),
        Verdict.of(m));
  }
}
