package dev.optima.backend.recording;

import dev.optima.backend.recording.ConsentStore.Kept;
import dev.optima.backend.recording.RecordingTransitions.Deed;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.recording.RecordingEvent;
import dev.optima.protocol.recording.RecordingMachine;
import dev.optima.protocol.recording.RecordingMode;
import dev.optima.protocol.rest.RecordingHistory.Recorded;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a media server itself says of its recordings. It may say the same twice, late, and in
/// another order: each is known by the server's time. Nothing is refused; what is of no call here,
/// or without consent, is logged and not kept.
public final class RecordingNewsDesk {
  private static final Logger LOG = LoggerFactory.getLogger(RecordingNewsDesk.class);
  private static final int MOST_LINK = 2_000;

  /// How long a media server may take to stop once it is told to, its clock included.
  private static final Duration STOPPING = Duration.ofSeconds(30);

  private final RecordingKernel kernel;

  RecordingNewsDesk(RecordingKernel kernel) {
    this.kernel = kernel;
  }

  /// It records, or transcribes.
  public void started(CallId call, RecordingMode mode, Instant at) {
    media(call, new RecordingEvent.Started(mode, known(at)));
  }

  /// It has stopped.
  public void ended(CallId call, RecordingMode mode, Instant at) {
    media(call, new RecordingEvent.Stopped(mode, known(at)));
  }

  /// A recording can be had there.
  public void uploaded(CallId call, String link, Instant at) {
    uploaded(call, link, null, at);
  }

  /// A recording can be had there.
  ///
  /// @param begun when it began; null if that is not known
  public void uploaded(CallId call, String link, @Nullable Instant begun, Instant at) {
    told(
        call,
        (tx, session) -> {
          if (!isLink(link)
              || !isAllowed(tx, call, RecordingMode.FILE, begun)
              || hasOverrun(tx, session, begun, known(at))) {
            refuse(tx, call, "refused_link", known(at));
          } else if (kernel.store().addLink(tx, call, link, known(at))) {
            kernel.consents().note(tx, call, "link", known(at), null, null);
            kernel.transitions().tell(tx, session);
          }
        });
  }

  /// A transcript can be had there; it is fetched soon.
  public void transcribed(CallId call, String link, Instant at) {
    told(
        call,
        (tx, session) -> {
          if (!isLink(link) || !isAllowed(tx, call, RecordingMode.TRANSCRIPTION, null)) {
            refuse(tx, call, "refused_link", known(at));
          } else {
            kernel.lines().addFile(tx, call, link, kernel.now());
          }
        });
  }

  private void media(CallId call, RecordingEvent event) {
    told(
        call,
        (tx, session) ->
            kernel.transitions().apply(tx, session, new Deed(event, null, null), kernel.now()));
  }

  @FunctionalInterface
  private interface Entry {
    void write(Tx tx, CallSession session) throws SQLException;
  }

  private void told(CallId call, Entry entry) {
    Optional<CallSession> known = kernel.rooms().find(call);
    if (known.isEmpty()) {
      LOG.info("News of a recording of call {}, which is not here", call);
      return;
    }
    kernel
        .database()
        .<Boolean>write(
            known.get().roomId().value(),
            tx -> {
              Optional<CallSession> session = kernel.rooms().find(tx, call);
              if (session.isPresent()) {
                entry.write(tx, session.get());
              }
              return true;
            });
  }

  private void refuse(Tx tx, CallId call, String act, Instant at) throws SQLException {
    LOG.warn("Call {}: a recording is there for which there is no consent; not kept", call);
    kernel.consents().note(tx, call, act, at, null, null);
  }

  /// What began with consent is kept. If it is not known when it began, nothing of this call may
  /// ever have run without.
  private boolean isAllowed(Tx tx, CallId call, RecordingMode mode, @Nullable Instant begun)
      throws SQLException {
    List<Kept> consents = kernel.consents().ofCall(tx, call);
    if (begun != null) {
      return TranscriptService.isCovered(consents, begun)
          || TranscriptService.isCovered(consents, begun.plus(RecordingMachine.SLACK));
    }
    boolean given =
        consents.stream()
            .map(Kept::consent)
            .anyMatch(consent -> Boolean.TRUE.equals(consent.given()));
    String name = RecordingTransitions.name(mode);
    return given && !kernel.consents().was(tx, call, RecordingTransitions.STRAY, name);
  }

  /// Whether a recording went on after the yes was taken back: then it is not kept, since the part
  /// that was allowed cannot be told from the rest. Of a transcript each line can.
  private boolean hasOverrun(Tx tx, CallSession call, @Nullable Instant begun, Instant told)
      throws SQLException {
    Instant over = call.endedAt() == null ? told : call.endedAt();
    List<Kept> consents = kernel.consents().ofCall(tx, call.callId());
    List<Recorded> runs =
        kernel.store().recordings(tx, call.callId()).stream()
            .filter(run -> run.mode() == RecordingMode.FILE)
            .filter(run -> begun == null || isNear(run, begun))
            .toList();
    return runs.isEmpty() && begun != null
        ? isOverrun(consents, begun, over)
        : runs.stream()
            .anyMatch(
                run -> isOverrun(consents, run.since(), run.until() == null ? over : run.until()));
  }

  private static boolean isOverrun(List<Kept> consents, Instant since, Instant until) {
    return consents.stream()
        .flatMap(kept -> Stream.ofNullable(kept.consent().withdrawnAt()))
        .anyMatch(no -> !no.isBefore(since) && until.isAfter(no.plus(STOPPING)));
  }

  private static boolean isNear(Recorded run, Instant begun) {
    return Duration.between(run.since(), begun).abs().compareTo(STOPPING) <= 0;
  }

  private static boolean isLink(String link) {
    return link.length() <= MOST_LINK
        && (link.startsWith("https://") || link.startsWith("http://"))
        && isAddress(link);
  }

  /// Whether whoever opens it later can read it.
  private static boolean isAddress(String link) {
    try {
      URI address = new URI(link);
      return address.getHost() != null && address.toASCIIString().equals(link);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /// Another clock may be ahead.
  private Instant known(Instant at) {
    Instant now = kernel.now();
    return at.isAfter(now) ? now : at;
  }
}
