package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.backend.account.Identity;
import dev.optima.backend.history.CallFilter;
import dev.optima.backend.history.CallOrder;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.rest.CutTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A file of calls says by itself whether it is whole.
class CallCsvTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theLastLineSaysThatThereAreMore(Engine engine) {
    Story.on(
        engine,
        folder,
        (world, ayse, mert) -> {
          for (int i = 0; i < 3; i++) {
            var call = world.calls.request(ayse, World.room(mert), "k" + i).call().callId();
            world.calls.reject(mert, call);
            world.clock.advance(Duration.ofMinutes(1));
          }
          List<String> cut = lines(world, ayse, 2);
          assertThat(cut).hasSize(4);
          assertThat(cut.getFirst()).startsWith("call_id,");
          assertThat(cut.getLast()).isEqualTo(CutTable.line(2));
          assertThat(CutTable.rows(cut.getLast())).hasValue(2);

          List<String> whole = lines(world, ayse, 3);
          assertThat(whole).hasSize(4);
          assertThat(CutTable.rows(whole.getLast())).isEmpty();
        });
  }

  private static List<String> lines(World world, Identity who, int most) {
    var export = world.found.export(who, CallFilter.ALL, CallOrder.NEWEST, most, "csv");
    var csv = new CallCsv(export, most, ZoneOffset.UTC, true);
    var text = new StringBuilder();
    for (Optional<String> part = csv.next(); part.isPresent(); part = csv.next()) {
      text.append(part.get());
    }
    return text.toString().lines().toList();
  }
}
