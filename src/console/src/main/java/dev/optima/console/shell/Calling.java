package dev.optima.console.shell;

import dev.optima.console.call.CallViewModel;
import dev.optima.console.call.CallsViewModel;
import dev.optima.console.call.Interviewing;
import dev.optima.console.call.OpenDetails;
import dev.optima.console.call.StageViewModel;
import dev.optima.console.client.AnalyticsQuery;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.client.SignalingClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.insight.InsightsViewModel;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// What a desk knows of calls: one's own, the team's, and what they add up to.
public final class Calling implements AutoCloseable {
  private final CallViewModel own;
  private final CallsViewModel team;
  private final OpenDetails details;
  private final Interviewing interviewing;
  private final InsightsViewModel insights;

  /// What it stands on.
  ///
  /// @param random from 0 to 1
  record Ground(
      UserId me,
      ApiClient api,
      SignalingClient signals,
      Tasks tasks,
      InstantSource clock,
      ZoneId zone,
      MeetingFeed feed,
      ToastsViewModel toasts,
      DoubleSupplier random) {}

  /// @param stage where one's own call is shown
  /// @param seenAt when the page of calls was last looked at
  Calling(Ground ground, StageViewModel stage, @Nullable Instant seenAt) {
    UserId me = ground.me();
    ApiClient api = ground.api();
    Tasks tasks = ground.tasks();
    InstantSource clock = ground.clock();
    ZoneId zone = ground.zone();
    own = new CallViewModel(me, api, ground.signals(), tasks, clock, zone, stage);
    team =
        new CallsViewModel(
            new CallsViewModel.Ground(
                me,
                api.callRecords(),
                (from, to, there) -> api.analytics().calls(AnalyticsQuery.of(from, to, there)),
                ground.feed(),
                tasks,
                ground.toasts(),
                clock,
                zone,
                ground.random()),
            seenAt);
    details = new OpenDetails(api, tasks);
    interviewing = new Interviewing(me, api, tasks, own, ground.toasts());
    insights = new InsightsViewModel(api, tasks, clock, zone);
  }

  void on(SignalEvent event) {
    own.on(event);
    team.on(event);
    details.on(event);
    interviewing.on(event);
    insights.on(event);
  }

  void tick(Instant now) {
    own.tick(now);
    team.tick(now);
    details.tick(now);
    insights.tick(now);
  }

  /// One's own call.
  public CallViewModel own() {
    return own;
  }

  /// The calls of the team.
  public CallsViewModel team() {
    return team;
  }

  /// The calls of which the recruiter is reading.
  OpenDetails details() {
    return details;
  }

  /// Colleagues in each other's calls.
  Interviewing interviewing() {
    return interviewing;
  }

  public InsightsViewModel insights() {
    return insights;
  }

  @Override
  public void close() {
    team.close();
    own.stage().close();
  }
}
