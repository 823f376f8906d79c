package dev.optima.acceptance.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/// Whether somebody sees the other: the decoded frames rise, and the picture is large enough.
public final class Pictures {
  /// What the contract asks of a picture.
  private static final int WIDTH = 640;

  private static final int HEIGHT = 360;

  private Pictures() {}

  /// Waits until the picture is there, then until ten more frames have been decoded.
  ///
  /// @param stats the call page's `optimaCall.stats()`
  public static void assertRunning(String who, Supplier<JsonNode> stats) {
    try {
      Wait.until(
          who + " sees a picture of " + WIDTH + "×" + HEIGHT,
          Wait.LONG,
          () -> {
            JsonNode now = stats.get();
            return now.path("width").asInt() >= WIDTH && now.path("height").asInt() >= HEIGHT;
          });
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "; the last statistics: " + stats.get(), e);
    }
    long before = frames(stats);
    Wait.until(who + " sees it move", Wait.LONG, () -> frames(stats) > before + 10);
  }

  public static long frames(Supplier<JsonNode> stats) {
    return stats.get().path("frames_decoded").asLong();
  }
}
