package dev.optima.console.shell;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.meeting.MeetingFeed;

/// What a desk knows of meetings: the feed, and the view models that live on it.
public final class Planning {
  private final MeetingFeed feed;

  Planning(ApiClient api, Tasks tasks) {
    feed = new MeetingFeed(api.meetings(), tasks);
  }

  void on(SignalEvent event) {
    feed.on(event);
  }

  public MeetingFeed feed() {
    return feed;
  }
}
