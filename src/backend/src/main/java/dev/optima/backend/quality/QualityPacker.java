package dev.optima.backend.quality;

import dev.optima.backend.quality.ReportStore.Report;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Packs what was reported in a call as soon as it is over, and gives the call its score. What a
/// node that died left behind, and what is from before there was packing, is packed by a sweep.
public final class QualityPacker {
  private static final Logger LOG = LoggerFactory.getLogger(QualityPacker.class);
  private static final Duration LONGEST = Duration.ofDays(90);
  private static final int BATCH = 200;

  private final Database database;
  private final Duration kept;
  private final InstantSource clock;
  private final ReportStore reports = new ReportStore();
  private final SeriesStore series = new SeriesStore();

  /// @param retention how long call data is kept
  public QualityPacker(Database database, Duration retention, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    kept = retention.compareTo(LONGEST) < 0 ? retention : LONGEST;
  }

  /// Packs a call that is over, on a thread of its own; what fails is left to the sweep.
  public void follow(CallSession session) {
    if (session.state().isTerminal() && session.startedAt() != null) {
      Thread.ofVirtual().name("quality-packer").start(() -> packAlone(session.callId()));
    }
  }

  private boolean packAlone(CallId call) {
    try {
      pack(call);
      return true;
    } catch (RuntimeException e) {
      LOG.warn("The quality of call {} is packed later: {}", call, e.toString());
      return false;
    }
  }

  /// Packs a call if it is over. Once more it changes nothing: what came after the packing is late,
  /// and goes.
  void pack(CallId call) {
    database.<Boolean>write(
        tx -> {
          var ended = series.ended(tx, call);
          if (ended.isPresent()) {
            pack(tx, call, ended.get());
          }
          return true;
        });
  }

  private void pack(Tx tx, CallId call, Instant ended) throws SQLException {
    Map<UserId, List<Report>> said = reports.ofCall(tx, call);
    if (said.isEmpty()) {
      return;
    }
    for (Map.Entry<UserId, List<Report>> one : said.entrySet()) {
      series.put(tx, call, one.getKey(), ended, Series.of(one.getValue()));
    }
    reports.delete(tx, call);
    series.score(tx, call, Verdict.of(series.ofCall(tx, call).values()).total());
  }

  /// Packs what is left behind and deletes what was kept long enough. Blocks; never fails.
  public void sweep() {
    try {
      int packed = packLeftBehind();
      if (packed > 0) {
        LOG.info("The quality of {} calls was left behind and is packed now", packed);
      }
      Instant before = clock.instant().minus(kept);
      database.<Integer>write(tx -> series.forget(tx, before));
    } catch (RuntimeException e) {
      LOG.warn("The quality of calls could not be swept: {}", e.toString());
    }
  }

  private int packLeftBehind() {
    int all = 0;
    int packed;
    List<CallId> left;
    do {
      left = database.read(tx -> reports.leftBehind(tx, BATCH));
      packed = (int) left.stream().filter(this::packAlone).count();
      all += packed;
    } while (left.size() == BATCH && packed > 0);
    return all;
  }
}
