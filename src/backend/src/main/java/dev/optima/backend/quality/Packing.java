package dev.optima.backend.quality;

import dev.optima.backend.quality.ReportStore.Report;
import dev.optima.backend.retention.Folding;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes series and a score of what was reported in a call that is over. Once more it changes
/// nothing: what came after the packing is late, and goes. So does what was measured in a call in
/// which nobody was together with anybody.
public final class Packing {
  private final ReportStore reports = new ReportStore();
  private final SeriesStore series = new SeriesStore();

  /// Totals of calls that have their scores: whatever is not packed yet is packed before, in the
  /// same transaction. Otherwise what was old when there was no packing would never be counted.
  public static Folding<CallId> before(Folding<CallId> totals) {
    var packing = new Packing();
    return (tx, calls) -> {
      for (CallId call : calls) {
        packing.pack(tx, call);
      }
      totals.fold(tx, calls);
    };
  }

  /// Nothing, unless it is over.
  void pack(Tx tx, CallId call) throws SQLException {
    Optional<SeriesStore.Ended> ended = series.ended(tx, call);
    if (ended.isEmpty()) {
      return;
    }
    if (!ended.get().met() || !series.forgotten(tx, call).isEmpty()) {
      reports.delete(tx, call);
      return;
    }
    Map<UserId, List<Report>> said = reports.ofCall(tx, call);
    if (said.isEmpty()) {
      return;
    }
    for (Map.Entry<UserId, List<Report>> one : said.entrySet()) {
      series.put(tx, call, one.getKey(), ended.get().at(), Series.of(one.getValue()));
    }
    reports.delete(tx, call);
    series.score(tx, call, Verdict.of(series.ofCall(tx, call).values()).total());
  }
}
