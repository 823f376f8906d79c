package dev.optima.console.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.fx.Tasks;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedAnalytics;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.toast.ToastsViewModel;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lengths go on at every tick: each at the moment at which its own second is over.
class CallsMomentTest {
  private static final Instant NOW = Instant.parse("2026-11-22T11:48:00Z");

  @Test
  void tellsEveryTickWhileItIsShown() throws Exception {
    Tasks tasks = new Tasks(Runnable::run, Runnable::run);
    try (HttpExchange http = HttpExchange.standard();
        ScriptedBackend backend = ScriptedBackend.start(Samples.elif())) {
      ApiClient api = ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN);
      CallsViewModel model =
          new CallsViewModel(
              new CallsViewModel.Ground(
                  Samples.ELIF,
                  api.callRecords(),
                  (from, to, _) -> ScriptedAnalytics.nothing(from, to),
                  new MeetingFeed(api.meetings(), tasks),
                  tasks,
                  new ToastsViewModel(InstantSource.fixed(NOW)),
                  InstantSource.fixed(NOW),
                  ZoneId.of("Europe/Istanbul"),
                  () -> 0),
              null);
      List<Instant> seconds = new ArrayList<>();
      List<Instant> moments = new ArrayList<>();
      model.now().addListener((_, _, at) -> seconds.add(at));
      model.moment().addListener((_, _, at) -> moments.add(at));
      model.tick(NOW.plusMillis(250));
      assertThat(moments).as("nobody looks").isEmpty();
      model.show(true);
      for (int i = 1; i <= 4; i++) {
        model.tick(NOW.plusMillis(250L * i));
      }
      assertThat(moments).hasSize(4);
      assertThat(seconds).containsExactly(NOW.plusSeconds(1));
      model.close();
    }
  }
}
