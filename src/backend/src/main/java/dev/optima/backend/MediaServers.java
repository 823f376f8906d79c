package dev.optima.backend;

import dev.optima.backend.config.MediaServerSettings;
import dev.optima.backend.http.MediaRoutes;
import dev.optima.backend.media.JaasWebhooks;
import dev.optima.backend.media.JitsiDoor;
import dev.optima.backend.media.JitsiEvents;
import dev.optima.backend.media.MediaEvents;
import dev.optima.backend.media.MediaNews;
import dev.optima.backend.media.Reservations;
import dev.optima.backend.recording.RecordingNewsDesk;
import dev.optima.backend.store.Database;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.recording.RecordingMode;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// What media servers tell and ask.
record MediaServers(
    MediaEvents events,
    JaasWebhooks jaas,
    JitsiDoor door,
    JitsiEvents jitsi,
    Reservations reservations) {

  static MediaServers wire(
      Database database, Calls calls, RecordingNewsDesk desk, Surroundings around) {
    MediaServerSettings settings = around.config().mediaServers();
    InstantSource clock = around.clock();
    var events =
        new MediaEvents(
            database, calls.mediaRooms(), new ToDesk(desk), around.config().retention(), clock);
    return new MediaServers(
        events,
        new JaasWebhooks(settings.jaasSecret(), settings.jaasAppId(), events, clock),
        new JitsiDoor(settings.jitsiSecret(), settings.jitsiAddresses()),
        new JitsiEvents(events),
        new Reservations(database, calls.mediaRooms(), settings.reservation(), clock));
  }

  MediaRoutes routes() {
    return new MediaRoutes(jaas, door, jitsi, reservations);
  }

  /// What is told of recordings and transcripts goes to where they are kept.
  private record ToDesk(RecordingNewsDesk desk) implements MediaNews {
    @Override
    public void started(CallId call, Instant at) {
      desk.started(call, RecordingMode.FILE, at);
    }

    @Override
    public void ended(CallId call, Instant at) {
      desk.ended(call, RecordingMode.FILE, at);
    }

    @Override
    public void uploaded(CallId call, String link, @Nullable Instant begun, Instant at) {
      desk.uploaded(call, link, begun, at);
    }

    @Override
    public void transcribed(CallId call, String link, Instant at) {
      desk.transcribed(call, link, at);
    }
  }
}
