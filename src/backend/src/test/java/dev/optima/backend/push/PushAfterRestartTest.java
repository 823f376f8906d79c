package dev.optima.backend.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.backend.BackendApp;
import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.attachment.AttachmentFolder;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A phone that rang when the backend died is told by the next start, which has not said yet where
/// people reach it.
class PushAfterRestartTest {
  @TempDir private Path directory;
  private final ManualClock clock = new ManualClock();

  @ParameterizedTest
  @EnumSource
  void aRingThatEndedWhileNobodyServedIsTakenBack(Engine engine) throws Exception {
    StoreConfig config = engine.fresh(directory);
    try (var service = new ScriptedPushService()) {
      Browser phone = service.browser("phone");
      ring(config, service, phone);
      clock.advance(Duration.ofMinutes(2));

      var app =
          new BackendApp(
              BackendConfig.read(
                  null, Map.of("OPTIMA_PUSH_HOSTS", service.origin(), "OPTIMA_LISTEN_PORT", "0")),
              clock);
      try (BackendApp.Running _ =
          app.start(config.open(), new AttachmentFolder(directory.resolve("files")))) {
        JsonNode told = Json.MAPPER.readTree(phone.read(service.next().body()));
        assertThat(told.path("type").asText()).isEqualTo("ring_over");
        assertThat(told.path("outcome").asText()).isEqualTo("missed");
        assertThat(told.path("caller_name").asText()).isEqualTo("Name of ayse");
      }
    }
  }

  private void ring(StoreConfig config, ScriptedPushService service, Browser phone) {
    try (var world = new World(config.open(), clock, CallRules.DEFAULT)) {
      Identity mert = world.applicant("mert");
      var sessions =
          new SessionService(
              world.database, new Secrets(), clock, Duration.ofDays(1), session -> {});
      String token = world.database.write(tx -> sessions.open(tx, mert.userId(), Role.APPLICANT));
      new PushService(
              world.database,
              VapidKeys.of(world.database, clock.instant()),
              new PushEndpoints(List.of(service.origin())),
              clock)
          .subscribe(sessions.authenticate(token).orElseThrow(), phone.subscription());
      world.calls.request(world.recruiter("ayse"), World.room(mert), "k");
    }
  }
}
