package dev.optima.console.call;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.rest.CallAnalytics;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The figures of this week beside those of the same part of the last one, and the last days.
public final class WeekFiguresViewModel {
  /// How many days are shown, with today.
  static final int DAYS = 14;

  private static final Duration OLD = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /// After a failure, from so much to twice as much.
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private static final int WEEK = 7;

  private final Source source;
  private final Tasks tasks;
  private final InstantSource clock;
  private final ZoneId zone;
  private final DoubleSupplier random;
  private final ReadOnlyObjectWrapper<@Nullable Week> week = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<CallAnalytics.Day>> days =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private Instant askAt = Instant.EPOCH;
  private boolean asking;

  /// Counts calls and meetings.
  @FunctionalInterface
  public interface Source {
    /// @param zone in which days begin
    CallAnalytics of(Instant from, Instant to, ZoneId zone) throws Exception;
  }

  /// This week so far.
  ///
  /// @param from Monday's first moment
  /// @param to until when it was counted
  /// @param before of the same part of the last week
  public record Week(
      Instant from, Instant to, CallAnalytics.Figures now, CallAnalytics.Figures before) {}

  /// @param random from 0 to 1: when this console asks, of all that do
  WeekFiguresViewModel(
      Source source, Tasks tasks, InstantSource clock, ZoneId zone, DoubleSupplier random) {
    this.random = random;
    this.source = source;
    this.tasks = tasks;
    this.clock = clock;
    this.zone = zone;
  }

  /// Asks for all of it.
  public void load() {
    if (asking) {
      return;
    }
    asking = true;
    Instant now = clock.instant();
    askAt = now.plus(OLD);
    tasks.run(() -> counted(now), this::answered, this::failed);
  }

  private record Counted(Week week, List<CallAnalytics.Day> days) {}

  private Counted counted(Instant now) throws Exception {
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Instant from = start(monday);
    CallAnalytics whole = source.of(from, start(monday.plusDays(WEEK)), zone);
    CallAnalytics last =
        source.of(start(today.minusDays(DAYS - 1L)), start(today.plusDays(1)), zone);
    return new Counted(new Week(from, now, whole.now(), whole.before()), last.days());
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private void answered(Counted counted) {
    asking = false;
    week.set(counted.week());
    days.set(counted.days());
    problem.set(null);
  }

  private void failed(Exception failure) {
    asking = false;
    problem.set(ApiFailures.explain(failure));
    long more = Math.round(AGAIN.toMillis() * random.getAsDouble());
    askBy(clock.instant().plus(AGAIN).plusMillis(more));
  }

  /// Something happened that counts: asks soon, once for whatever happens until then.
  void changed() {
    askBy(clock.instant().plus(PAUSE).plus(JustEnded.spread(random)));
  }

  private void askBy(Instant at) {
    if (at.isBefore(askAt)) {
      askAt = at;
    }
  }

  void tick(Instant now) {
    if (!now.isBefore(askAt)) {
      load();
    }
  }

  /// Where a day begins and ends, for the calls of it.
  public HistoryFilter placedOn(LocalDate day) {
    return HistoryFilter.ALL.period(start(day), start(day.plusDays(1)));
  }

  /// Null until it is known.
  public ReadOnlyObjectProperty<@Nullable Week> week() {
    return week.getReadOnlyProperty();
  }

  /// The last days, today last; empty until it is known.
  public ReadOnlyObjectProperty<List<CallAnalytics.Day>> days() {
    return days.getReadOnlyProperty();
  }

  /// Why the figures are not there, or old; null if they are not.
  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
