package dev.optima.backend;

import dev.optima.backend.call.CallAnnouncer;
import dev.optima.backend.call.CallHistory;
import dev.optima.backend.call.CallKernel;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.call.CallService;
import dev.optima.backend.call.CallSweeper;
import dev.optima.backend.call.CallTimeline;
import dev.optima.backend.call.Interviews;
import dev.optima.backend.call.MediaRooms;
import dev.optima.backend.call.MeetingRooms;
import dev.optima.backend.call.TeamNews;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.history.CallSearch;
import dev.optima.backend.history.report.CallReport;
import dev.optima.backend.provider.Providers;
import dev.optima.backend.store.Database;
import java.time.Duration;

/// Calls.
record Calls(
    CallService service,
    CallTimeline timeline,
    Interviews interviews,
    TeamNews news,
    CallHistory history,
    CallSearch search,
    CallReport report,
    CallSweeper sweeper,
    MeetingRooms rooms,
    MediaRooms mediaRooms) {
  private static final Duration RING_WINDOW = Duration.ofMinutes(30);

  static Calls wire(
      Database database,
      Chat chat,
      Providers providers,
      CallKernel.Neighbours neighbours,
      Surroundings around) {
    BackendConfig config = around.config();
    CallKernel kernel =
        new CallKernel(
            database,
            chat.entries(),
            chat.feed(),
            new CallAnnouncer(chat.bus(), chat.registry(), providers),
            new CallRules(config.timers(), config.ringLimit(), RING_WINDOW),
            neighbours,
            around.clock());
    var search = new CallSearch(database, config.retention(), around.clock());
    return new Calls(
        kernel.service(),
        kernel.timeline(),
        kernel.interviews(),
        kernel.news(),
        kernel.history(),
        search,
        new CallReport(search, config.organisation(), around.clock()),
        kernel.sweeper(),
        kernel.rooms(),
        kernel.mediaRooms());
  }
}
