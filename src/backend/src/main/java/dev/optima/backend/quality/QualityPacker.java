package dev.optima.backend.quality;

import dev.optima.backend.retention.BelievedTime;
import dev.optima.backend.store.Database;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.CallId;
import java.time.Duration;
import java.util.List;
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
  private final BelievedTime time;
  private final ReportStore reports = new ReportStore();
  private final SeriesStore series = new SeriesStore();
  private final Packing packing = new Packing();

  /// @param retention how long call data is kept
  public QualityPacker(Database database, Duration retention, BelievedTime time) {
    this.database = database;
    this.time = time;
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

  /// Packs a call if it is over.
  void pack(CallId call) {
    database.<Boolean>write(
        tx -> {
          packing.pack(tx, call);
          return true;
        });
  }

  /// Packs what is left behind and deletes what was kept long enough. Blocks; never fails.
  public void sweep() {
    try {
      int packed = packLeftBehind();
      if (packed > 0) {
        LOG.info("The quality of {} calls was left behind and is packed now", packed);
      }
      database.<Integer>write(tx -> series.forget(tx, time.look(tx).minus(kept)));
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
