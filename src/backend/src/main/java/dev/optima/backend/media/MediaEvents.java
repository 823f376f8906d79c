package dev.optima.backend.media;

import dev.optima.backend.call.MediaRooms;
import dev.optima.backend.call.MediaRooms.MediaCall;
import dev.optima.backend.media.MediaEvent.Closed;
import dev.optima.backend.media.MediaEvent.Joined;
import dev.optima.backend.media.MediaEvent.Left;
import dev.optima.backend.media.MediaEvent.Noted;
import dev.optima.backend.media.MediaEvent.Occupant;
import dev.optima.backend.media.MediaEvent.RecordingEnded;
import dev.optima.backend.media.MediaEvent.RecordingStarted;
import dev.optima.backend.media.MediaEvent.RecordingUploaded;
import dev.optima.backend.media.MediaEvent.TranscriptUploaded;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what media servers tell: each word once, in one transaction with what it moves in the
/// call. Rooms of no call, and people who are in none, are passed over in silence.
public final class MediaEvents {
  private static final Logger LOG = LoggerFactory.getLogger(MediaEvents.class);

  /// What is older is no news of who is there now: our own presence knows better by then.
  private static final Duration NEWS = Duration.ofSeconds(45);

  /// How far its clock may be ahead; what is said to be later happened now.
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private static final Duration ROOMS_KEPT = Duration.ofDays(2);

  private final Database database;
  private final MediaRooms calls;
  private final MediaEventStore store = new MediaEventStore();
  private final MediaNews news;
  private final Duration retention;
  private final InstantSource clock;

  /// @param retention how long call data is kept
  public MediaEvents(
      Database database,
      MediaRooms calls,
      MediaNews news,
      Duration retention,
      InstantSource clock) {
    this.database = database;
    this.calls = calls;
    this.news = news;
    this.retention = retention;
    this.clock = clock;
  }

  /// Returns once it is durable.
  public void take(MediaEvent told) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    MediaEvent event = told.at().isAfter(now.plus(AHEAD)) ? told.at(now) : told;
    Optional<MediaCall> call = database.read(tx -> find(tx, event));
    if (call.isEmpty()) {
      LOG.debug("{} of {} is of no call", event.type(), event.sender());
      return;
    }
    database.<Boolean>write(
        call.get().roomId().value(), tx -> take(tx, event, call.get().callId(), now));
    tell(call.get().callId(), event);
  }

  /// Forgets what is old.
  public void tidy() {
    Instant now = clock.instant();
    database.<Integer>write(tx -> store.forget(tx, now.minus(retention), now.minus(ROOMS_KEPT)));
  }

  /// What is told of a recording may come when the next call is in that room.
  private Optional<MediaCall> find(Tx tx, MediaEvent event) throws SQLException {
    boolean late =
        event.what() instanceof RecordingUploaded || event.what() instanceof TranscriptUploaded;
    if (late && event.session() != null) {
      Optional<CallId> call = store.ofSession(tx, event.session(), event.room());
      if (call.isPresent()) {
        return calls.find(tx, call.get());
      }
    }
    return calls.at(tx, event.room(), event.at());
  }

  private boolean take(Tx tx, MediaEvent event, CallId id, Instant now) throws SQLException {
    store.lock(tx, id);
    MediaCall call = calls.find(tx, id).orElseThrow();
    if (!store.add(tx, event, id, who(call, user(event)), now)) {
      return false;
    }
    if (!event.sender().carries(call.provider())) {
      return true; // they went on without it, as the built-in call
    }
    switch (event.what()) {
      case Joined(Occupant who) -> move(tx, call, who, true, event.at(), now);
      case Left(Occupant who) -> move(tx, call, who, false, event.at(), now);
      case Closed closed -> close(tx, call, closed, event.at(), now);
      case RecordingStarted _,
          RecordingEnded _,
          RecordingUploaded _,
          TranscriptUploaded _,
          Noted _ -> {}
    }
    return true;
  }

  private void move(Tx tx, MediaCall call, Occupant occupant, boolean here, Instant at, Instant now)
      throws SQLException {
    Occupancy occupancy = store.occupancy(tx, call.callId());
    UserId who = who(call, occupant.user());
    Optional<Occupancy.Entry> entry = occupancy.put(occupant.key(), who, here, at);
    if (entry.isEmpty()) {
      return;
    }
    store.put(tx, call.callId(), entry.get());
    UserId user = entry.get().user();
    if (user != null && occupancy.people().contains(user) == here && isNews(at, now)) {
      say(tx, call, user, here, now);
    }
  }

  private void close(Tx tx, MediaCall call, Closed closed, Instant at, Instant now)
      throws SQLException {
    Occupancy occupancy = store.occupancy(tx, call.callId());
    for (Occupant one : closed.occupants()) {
      var entry = occupancy.put(one.key(), who(call, one.user()), false, at);
      if (entry.isPresent()) {
        store.put(tx, call.callId(), entry.get());
      }
    }
    if (!occupancy.close(at)) {
      return;
    }
    store.putClosing(tx, call.callId(), at);
    Set<UserId> back = occupancy.people();
    for (Participant person : call.people()) {
      if (!back.contains(person.userId()) && isNews(at, now)) {
        say(tx, call, person.userId(), false, now);
      }
    }
  }

  private void say(Tx tx, MediaCall call, UserId who, boolean here, Instant now)
      throws SQLException {
    if (here) {
      calls.seen(tx, call.callId(), who, now);
    } else {
      calls.missed(tx, call.callId(), who, now);
    }
  }

  private static boolean isNews(Instant at, Instant now) {
    return !at.isBefore(now.minus(NEWS));
  }

  /// Only who is in the call is somebody.
  private static @Nullable UserId who(MediaCall call, @Nullable String user) {
    return call.people().stream()
        .map(Participant::userId)
        .filter(id -> id.value().equals(user))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String user(MediaEvent event) {
    return switch (event.what()) {
      case Joined(Occupant who) -> who.user();
      case Left(Occupant who) -> who.user();
      case Noted(String user) -> user;
      case Closed _,
          RecordingStarted _,
          RecordingEnded _,
          RecordingUploaded _,
          TranscriptUploaded _ ->
          null;
    };
  }

  /// Also what was told before: whoever died in between has not passed it on.
  private void tell(CallId call, MediaEvent event) {
    switch (event.what()) {
      case RecordingStarted _ -> news.started(call, event.at());
      case RecordingEnded _ -> news.ended(call, event.at());
      case RecordingUploaded(String link, Instant begun) ->
          news.uploaded(call, link, begun, event.at());
      case TranscriptUploaded(String link) -> news.transcribed(call, link, event.at());
      case Joined _, Left _, Closed _, Noted _ -> {}
    }
  }
}
