package dev.optima.backend;

import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.call.CallSight;
import dev.optima.backend.outbound.PrivateNetworks;
import dev.optima.backend.provider.Providers;
import dev.optima.backend.recording.ConsentText;
import dev.optima.backend.recording.MediaFeatures;
import dev.optima.backend.recording.RecordingKernel;
import dev.optima.backend.recording.RecordingNewsDesk;
import dev.optima.backend.recording.RecordingService;
import dev.optima.backend.recording.RecordingSweeper;
import dev.optima.backend.recording.TranscriptCollector;
import dev.optima.backend.recording.TranscriptService;
import dev.optima.backend.store.Database;
import java.util.Set;

/// Recordings and transcripts of calls.
record Recordings(
    RecordingService service,
    TranscriptService transcripts,
    RecordingNewsDesk desk,
    TranscriptCollector collector,
    RecordingSweeper sweeper) {

  /// @param calls whose changes are watched
  static Recordings wire(
      Database database, MessageBus bus, Calls calls, Providers providers, Surroundings around) {
    var text =
        new ConsentText(around.config().organisation(), (int) around.config().retention().toDays());
    var sight = new CallSight();
    MediaFeatures features =
        (tx, call) ->
            sight
                .provider(tx, call)
                .map(name -> Set.copyOf(providers.carrier(name).features()))
                .orElse(Set.of());
    var kernel = new RecordingKernel(database, bus, features, text, around.clock());
    calls.service().watch(kernel.planned());
    kernel.watch(calls.news()::changed);
    return new Recordings(
        kernel.service(),
        kernel.transcripts(),
        kernel.desk(),
        kernel.collector(PrivateNetworks.of(around.config().calendars().privateNetworks())),
        kernel.sweeper(around.config().retention(), around.time()));
  }
}
