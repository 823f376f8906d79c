package dev.optima.console.call;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.protocol.message.CallSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The calls of which somebody is reading: they follow the news until they are left.
public final class OpenDetails {
  private final ApiClient api;
  private final Tasks tasks;
  private final List<CallDetailsViewModel> open = new ArrayList<>();

  public OpenDetails(ApiClient api, Tasks tasks) {
    this.api = api;
    this.tasks = tasks;
  }

  public CallDetailsViewModel of(CallSnapshot call) {
    var model = new CallDetailsViewModel(call, api, tasks);
    open.add(model);
    return model;
  }

  public void leave(CallDetailsViewModel model) {
    open.remove(model);
  }

  public void on(SignalEvent event) {
    List.copyOf(open).forEach(model -> model.on(event));
  }

  public void tick(Instant now) {
    List.copyOf(open).forEach(model -> model.tick(now));
  }

  /// How many are being read.
  public int count() {
    return open.size();
  }
}
