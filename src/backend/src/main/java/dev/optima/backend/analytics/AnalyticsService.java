package dev.optima.backend.analytics;

import dev.optima.backend.account.Identity;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.CallAnalytics;
import dev.optima.protocol.rest.CallAnalytics.FirstInterviews;
import dev.optima.protocol.rest.CallAnalytics.Load;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// What became of the calls and meetings of a time. The database adds up by quarter of an hour;
/// here the quarters are put into local days and hours. Only what is over counts: a live call is in
/// no figure. All is read on one snapshot, so that nothing counts twice while rows are folded.
public final class AnalyticsService {
  private final Database database;
  private final AuditLog audit;
  private final Remembered remembered;
  private final InstantSource clock;
  private final CallLineStore calls = new CallLineStore();
  private final MeetingLineStore meetings = new MeetingLineStore();
  private final LengthStore lengths = new LengthStore();
  private final WaitStore waits = new WaitStore();
  private final LoadStore load = new LoadStore();

  /// @param life how old the figures may be that are given out again, unless a call of this node
  ///   ended meanwhile; meetings and other nodes' calls are seen that much later
  public AnalyticsService(Database database, Duration life, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.remembered = new Remembered(life, clock);
    this.audit = new AuditLog(clock);
  }

  /// The figures, for the team.
  public CallAnalytics calls(Identity who, AnalyticsQuery query) {
    if (!who.isTeam() || who.callId() != null) {
      throw Refusal.forbidden("figures are for the team");
    }
    return remembered.of(query, () -> anew(who, query));
  }

  /// A call is over: what is remembered lacks it.
  public void callEnded() {
    remembered.clear();
  }

  private CallAnalytics anew(Identity who, AnalyticsQuery query) {
    return figures(query, database.readLong(who.userId(), tx -> read(tx, query)));
  }

  private static CallAnalytics figures(AnalyticsQuery query, Read read) {
    LocalDays days = new LocalDays(query.now().period(), query.zone());
    days.add(read.now());
    return new CallAnalytics(
        query.from(),
        query.to(),
        query.zone().getId(),
        read.now().figures(),
        read.before().figures(),
        days.days(),
        days.answers(),
        read.now().noShows(),
        read.waits(),
        Bands.lengths(read.now().lengths()),
        days.quality(),
        read.load());
  }

  /// The same, to be taken away: noted before it goes out.
  public CallAnalytics export(Identity who, AnalyticsQuery query) {
    CallAnalytics figures = calls(who, query);
    String period = query.from() + "/" + query.to();
    database.<Boolean>write(
        tx -> {
          audit.note(tx, who, AuditAct.ANALYTICS_EXPORTED, null, null, period);
          return true;
        });
    return figures;
  }

  private record Read(Totals now, Totals before, FirstInterviews waits, List<Load> load) {}

  private Read read(Tx tx, AnalyticsQuery query) throws SQLException {
    return new Read(
        totals(tx, query.now()),
        totals(tx, query.before(clock.instant())),
        Bands.waits(waits.of(tx, query.now())),
        load.of(tx, query.now()));
  }

  private Totals totals(Tx tx, Slice slice) throws SQLException {
    return new Totals(calls.of(tx, slice), meetings.of(tx, slice), lengths.of(tx, slice));
  }
}
