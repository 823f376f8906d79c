package dev.optima.backend.recording;

import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.call.CallSight;
import dev.optima.backend.outbound.PrivateNetworks;
import dev.optima.backend.retention.BelievedTime;
import dev.optima.backend.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The parts that people's deeds, the media server's news and the transcripts share.
public final class RecordingKernel {
  private final Database database;
  private final MediaFeatures features;
  private final ConsentText text;
  private final InstantSource clock;
  private final RecordingStore store = new RecordingStore();
  private final ConsentStore consents = new ConsentStore();
  private final TranscriptStore lines = new TranscriptStore();
  private final RecordingSight sight = new RecordingSight(store, consents, lines);
  private final CallRooms rooms;
  private final RecordingAudit audit;
  private final RecordingTransitions transitions;
  private final RecordingNewsDesk desk;

  /// @param features what the provider of a call offers
  public RecordingKernel(
      Database database,
      MessageBus bus,
      MediaFeatures features,
      ConsentText text,
      InstantSource clock) {
    this.database = database;
    this.features = features;
    this.text = text;
    this.clock = clock;
    rooms = new CallRooms(database, new CallSight());
    audit = new RecordingAudit(new AuditLog(clock));
    transitions =
        new RecordingTransitions(store, consents, sight, new RecordingAnnouncer(bus), audit);
    desk = new RecordingNewsDesk(this);
  }

  public RecordingService service() {
    return new RecordingService(this);
  }

  public TranscriptService transcripts() {
    return new TranscriptService(this);
  }

  /// Tells of every call whose recording came to another state.
  public void watch(RecordingWatch watch) {
    transitions.watch(watch);
  }

  /// Where the media server's own news come in.
  public RecordingNewsDesk desk() {
    return desk;
  }

  /// Asks where a meeting was planned so.
  public PlannedConsent planned() {
    return new PlannedConsent(this);
  }

  /// @param allowed what may be called though it lies inside the own network
  public TranscriptCollector collector(PrivateNetworks allowed) {
    return new TranscriptCollector(this, new TranscriptFetch(allowed));
  }

  /// @param kept how long what was recorded is kept
  public RecordingSweeper sweeper(Duration kept, BelievedTime time) {
    return new RecordingSweeper(this, kept, time);
  }

  Database database() {
    return database;
  }

  MediaFeatures features() {
    return features;
  }

  ConsentText text() {
    return text;
  }

  RecordingStore store() {
    return store;
  }

  ConsentStore consents() {
    return consents;
  }

  TranscriptStore lines() {
    return lines;
  }

  RecordingSight sight() {
    return sight;
  }

  CallRooms rooms() {
    return rooms;
  }

  RecordingAudit audit() {
    return audit;
  }

  RecordingTransitions transitions() {
    return transitions;
  }

  /// To the millisecond, as the database keeps it.
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
