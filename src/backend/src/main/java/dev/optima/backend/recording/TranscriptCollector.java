package dev.optima.backend.recording;

import dev.optima.backend.recording.ConsentStore.Kept;
import dev.optima.backend.recording.TranscriptStore.Due;
import dev.optima.backend.recording.TranscriptStore.Source;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.rest.Transcript;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches the transcripts that media servers put somewhere: each by one node at a time, again and
/// again for some hours, after a restart too.
public final class TranscriptCollector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TranscriptCollector.class);
  private static final int BATCH = 10;
  private static final int ATTEMPTS = 12;
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(2);

  private final RecordingKernel kernel;
  private final TranscriptFetch fetch;

  TranscriptCollector(RecordingKernel kernel, TranscriptFetch fetch) {
    this.kernel = kernel;
    this.fetch = fetch;
  }

  /// Fetches what is due.
  public void round() {
    Instant now = kernel.now();
    for (Due file : kernel.database().read(tx -> kernel.lines().due(tx, now, BATCH))) {
      Instant until = now.plus(wait(file.attempts()));
      if (kernel.database().<Boolean>write(tx -> kernel.lines().claim(tx, file, until))) {
        fetch(file);
      }
    }
  }

  private static Duration wait(int attempts) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private void fetch(Due file) {
    try {
      String mark = Integer.toHexString(file.link().hashCode());
      keep(file, TranscriptFile.read(fetch.read(file.link()), mark));
    } catch (TranscriptFetch.Hopeless | TranscriptFile.Unreadable e) {
      giveUp(file, e);
    } catch (IOException | RuntimeException e) {
      // One that fails, however it does, holds up no other.
      if (file.attempts() + 1 >= ATTEMPTS) {
        giveUp(file, e);
      } else {
        LOG.info("The transcript of call {} is tried again: {}", file.callId(), e.toString());
      }
    }
  }

  private void keep(Due file, List<Transcript.Line> lines) {
    inRoom(
        file,
        (tx, session) -> {
          List<Kept> consents = kernel.consents().ofCall(tx, file.callId());
          int kept = 0;
          for (Transcript.Line line : lines) {
            Instant at = line.at().truncatedTo(ChronoUnit.MILLIS);
            if (TranscriptService.isCovered(consents, at)
                && kernel.lines().add(tx, file.callId(), Source.FILE, line)) {
              kept++;
            }
          }
          kernel.lines().done(tx, file);
          kernel
              .consents()
              .note(tx, file.callId(), "transcript", kernel.now(), null, kept + "/" + lines.size());
          kernel.transitions().tell(tx, session);
        });
  }

  private void giveUp(Due file, Exception cause) {
    LOG.warn("The transcript of call {} cannot be read: {}", file.callId(), cause.toString());
    inRoom(
        file,
        (tx, session) -> {
          kernel.lines().done(tx, file);
          kernel
              .consents()
              .note(tx, file.callId(), "transcript_failed", kernel.now(), null, cause.getMessage());
        });
  }

  @FunctionalInterface
  private interface Entry {
    void write(Tx tx, CallSession session) throws SQLException;
  }

  private void inRoom(Due file, Entry entry) {
    Optional<CallSession> known = kernel.rooms().find(file.callId());
    if (known.isEmpty()) {
      return; // the call was erased, and the file's row with it
    }
    kernel
        .database()
        .<Boolean>write(
            known.get().roomId().value(),
            tx -> {
              Optional<CallSession> session = kernel.rooms().find(tx, file.callId());
              if (session.isPresent()) {
                entry.write(tx, session.get());
              }
              return true;
            });
  }

  @Override
  public void close() {
    fetch.close();
  }
}
