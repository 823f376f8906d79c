package dev.optima.backend.quality;

import dev.optima.backend.account.Identity;
import dev.optima.backend.call.CallService;
import dev.optima.backend.quality.ReportStore.Report;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ClientMessage.VideoCallQuality;
import dev.optima.protocol.quality.Measured;
import dev.optima.protocol.quality.QualityBars;
import dev.optima.protocol.rest.CallQuality;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What browsers measure in calls, and what the team is told of it. All methods block.
public final class QualityService {
  private final Database database;
  private final CallService calls;
  private final InstantSource clock;
  private final QualityGate gate = new QualityGate();
  private final ReportStore reports = new ReportStore();
  private final QualityReader reader = new QualityReader();
  private final List<Consumer<SideBars>> watchers = new CopyOnWriteArrayList<>();

  public QualityService(Database database, CallService calls, InstantSource clock) {
    this.database = database;
    this.calls = calls;
    this.clock = clock;
  }

  /// Tells how well each side receives, with every report that was kept, after its commit: quick,
  /// and without the database.
  public void watch(Consumer<SideBars> watcher) {
    watchers.add(watcher);
  }

  /// Keeps what somebody's browser measured; more than one report a second is not kept, nor is one
  /// that says nothing or comes from somebody who left.
  public void report(Identity who, VideoCallQuality report) {
    var measured = Measured.of(new CheckedReport(report).report());
    CallId call = report.callId();
    boolean there = calls.isIn(who, call);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (!there || measured.isEmpty() || !gate.opens(call, who.userId(), now)) {
      return;
    }
    var bars = new SideBars(call, who.userId(), QualityBars.of(measured), now);
    database.<Boolean>write(
        tx -> {
          boolean kept = reports.insert(tx, call, who.userId(), new Report(now, measured));
          if (kept) {
            tx.afterCommit(() -> watchers.forEach(watcher -> watcher.accept(bars)));
          }
          return kept;
        });
  }

  /// How well a call went, or goes, for the team.
  public CallQuality of(Identity who, CallId id) {
    CallSnapshot call = calls.status(who, id);
    if (!who.isTeam()) {
      throw Refusal.forbidden("the quality of calls is for the team");
    }
    return database.read(tx -> reader.read(tx, call, clock.instant()));
  }
}
