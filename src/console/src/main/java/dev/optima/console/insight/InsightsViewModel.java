package dev.optima.console.insight;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.ConnectionState;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.CallAnalytics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The figures of a time, of some of the team and some positions: asked for in one request when
/// what is wanted changes, and again when a call ends or a meeting changes while they are looked
/// at.
public final class InsightsViewModel {
  /// Several choices in a row are one question.
  static final Duration SETTLED = Duration.ofMillis(300);

  /// News ask no more often than this.
  static final Duration AGAIN = Duration.ofSeconds(10);

  private final ApiClient api;
  private final Tasks tasks;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ObjectProperty<InsightFilter> filter;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private @Nullable Instant askAt;
  private Instant askedAt = Instant.EPOCH;
  private boolean news = true;
  private boolean visible;
  private long asked;

  /// Figures, and of what they are.
  ///
  /// @param at when they came
  public record Shown(InsightFilter filter, Period period, CallAnalytics figures, Instant at) {
    /// Whether there was nothing at all, now and before.
    boolean isNothing() {
      return isNothing(figures.now())
          && isNothing(figures.before())
          && figures.days().stream()
              .allMatch(
                  day ->
                      day.offline() + day.cancelled() + day.failed() + day.meetingsCancelled()
                          == 0);
    }

    private static boolean isNothing(CallAnalytics.Figures of) {
      return of.interviews() + of.rings() + of.due() == 0;
    }
  }

  public InsightsViewModel(ApiClient api, Tasks tasks, InstantSource clock, ZoneId zone) {
    this.api = api;
    this.tasks = tasks;
    this.clock = clock;
    this.zone = zone;
    filter = new SimpleObjectProperty<>(InsightFilter.of(Span.MONTH, today()));
    filter.addListener((_, _, _) -> wanted());
  }

  /// Today, here.
  LocalDate today() {
    return clock.instant().atZone(zone).toLocalDate();
  }

  private void wanted() {
    Message wrong = wrong(filter.get().period(today()));
    problem.set(wrong);
    asked++;
    loading.set(wrong == null);
    askAt = wrong == null ? clock.instant().plus(SETTLED) : null;
  }

  private static @Nullable Message wrong(Period days) {
    if (days.isBackward()) {
      return Message.of("insights.backward");
    }
    return days.isTooLong() ? Message.of("insights.tooLong", Period.LONGEST) : null;
  }

  /// Asks now.
  public void retry() {
    ask();
  }

  private void ask() {
    InsightFilter of = filter.get();
    LocalDate today = today();
    if (wrong(of.period(today)) != null) {
      return;
    }
    askAt = null;
    news = false;
    askedAt = clock.instant();
    long number = ++asked;
    loading.set(true);
    tasks.run(
        () -> api.analytics().calls(of.query(today, zone)),
        figures -> came(number, new Shown(of, of.period(today), figures, clock.instant())),
        failure -> failed(number, failure));
  }

  private void came(long number, Shown answer) {
    if (number == asked) {
      loading.set(false);
      problem.set(null);
      shown.set(answer);
    }
  }

  private void failed(long number, Exception failure) {
    if (number == asked) {
      loading.set(false);
      problem.set(ApiFailures.explain(failure));
      news = true;
    }
  }

  /// The whole as the backend writes it. Waits for the network.
  byte[] csv(InsightFilter of) throws Exception {
    return api.analytics().csv(of.query(today(), zone));
  }

  /// The meetings behind a figure.
  MeetingListViewModel meetings(MeetingsAsked wanted) {
    return new MeetingListViewModel(api, tasks, wanted);
  }

  /// The meetings of everybody that were planned for a time and came to one of these ends.
  public MeetingListViewModel meetings(Instant from, Instant to, Set<MeetingStatus> ends) {
    return meetings(new MeetingsAsked(from, to, ends, null, Set.of(), List.of()));
  }

  /// Whether the page is before the recruiter's eyes.
  public void show(boolean seen) {
    visible = seen;
    if (seen && (news || isOld())) {
      ask();
    }
  }

  /// Figures of yesterday's today are not today's.
  private boolean isOld() {
    Shown now = shown.get();
    return now == null || !now.period().equals(now.filter().period(today()));
  }

  public void on(SignalEvent event) {
    switch (event) {
      case SignalEvent.Connection(ConnectionState state) -> connected(state);
      case SignalEvent.Received(ServerMessage message) -> news |= matters(message);
    }
  }

  private void connected(ConnectionState state) {
    if (state instanceof ConnectionState.Online) {
      news = true;
      if (visible && problem.get() != null) {
        askedAt = Instant.EPOCH;
      }
    }
  }

  private static boolean matters(ServerMessage message) {
    return switch (message) {
      case ServerMessage.TeamCall team -> team.live().call().state().isTerminal();
      case ServerMessage.MeetingChanged _ -> true;
      default -> false;
    };
  }

  public void tick(Instant now) {
    if (askAt != null && !now.isBefore(askAt)) {
      ask();
    } else if (visible && askAt == null && !loading.get() && (news || isOld())) {
      if (!now.isBefore(askedAt.plus(AGAIN))) {
        ask();
      }
    }
  }

  /// Of what figures are wanted.
  public ObjectProperty<InsightFilter> filter() {
    return filter;
  }

  /// What came last; null before anything came.
  public ReadOnlyObjectProperty<@Nullable Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  /// Why what is shown is not what is wanted; null if it is.
  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  ZoneId zone() {
    return zone;
  }
}
