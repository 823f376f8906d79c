package dev.optima.backend;

import dev.optima.backend.call.CallAnnouncer;
import dev.optima.backend.call.CallHistory;
import dev.optima.backend.call.CallKernel;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.call.CallService;
import dev.optima.backend.call.CallSweeper;
import dev.optima.backend.call.MeetingRooms;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.provider.DirectProvider;
import dev.optima.backend.provider.IceConfig;
import dev.optima.backend.provider.Tickets;
import dev.optima.backend.store.Database;
import java.time.Duration;

/// Calls.
record Calls(CallService service, CallHistory history, CallSweeper sweeper, MeetingRooms rooms) {
  private static final Duration RING_WINDOW = Duration.ofMinutes(30);
  private static final Duration TURN_LIFE = Duration.ofHours(6);

  static Calls wire(
      Database database,
      Chat chat,
      Tickets tickets,
      CallKernel.Neighbours neighbours,
      Surroundings around) {
    BackendConfig config = around.config();
    IceConfig ice =
        new IceConfig(config.ice().servers(), config.ice().turnSecret().orElse(null), TURN_LIFE);
    CallKernel kernel =
        new CallKernel(
            database,
            chat.entries(),
            chat.feed(),
            new CallAnnouncer(
                chat.bus(),
                chat.registry(),
                new DirectProvider(around.publicUrl(), ice, tickets, around.clock())),
            new CallRules(config.timers(), config.ringLimit(), RING_WINDOW),
            neighbours,
            around.clock());
    return new Calls(kernel.service(), kernel.history(), kernel.sweeper(), kernel.rooms());
  }
}
