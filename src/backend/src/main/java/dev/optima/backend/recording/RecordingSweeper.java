package dev.optima.backend.recording;

import dev.optima.backend.retention.BelievedTime;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes what was recorded as soon as the applicant was promised it: transcripts, and the links
/// to recordings. Who agreed to what, and when something ran, is kept with the call.
public final class RecordingSweeper {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingSweeper.class);

  private final RecordingKernel kernel;
  private final Duration kept;
  private final BelievedTime time;

  RecordingSweeper(RecordingKernel kernel, Duration kept, BelievedTime time) {
    this.kernel = kernel;
    this.kept = kept;
    this.time = time;
  }

  /// Blocks; never fails.
  public void sweep() {
    try {
      int gone =
          kernel
              .database()
              .<Integer>write(
                  tx -> {
                    Instant ended = time.look(tx).minus(kept);
                    return kernel.lines().forget(tx, ended) + kernel.store().forget(tx, ended);
                  });
      if (gone > 0) {
        LOG.info("{} lines and links of recordings are older than {} and gone", gone, kept);
      }
    } catch (RuntimeException e) {
      LOG.warn("Old recordings could not be forgotten: {}", e.toString());
    }
  }
}
