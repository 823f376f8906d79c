package dev.optima.backend.media;

import dev.optima.backend.call.MediaRooms;
import dev.optima.backend.store.Database;
import dev.optima.protocol.call.CallMachine;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What prosody's `reservations` asks before it opens a room: only that of a live call or of an
/// open meeting. Nothing is kept: the name of the room is the name of its reservation, and whether
/// it may be opened is asked anew each time.
public final class Reservations {
  /// Each twice, since a page that is loaded again is there twice for a while, and who records.
  private static final int MOST = 2 * CallMachine.MAX_PARTICIPANTS + 2;

  private final Database database;
  private final MediaRooms rooms;
  private final Duration longest;
  private final InstantSource clock;

  /// @param longest how long a room may be open
  public Reservations(Database database, MediaRooms rooms, Duration longest, InstantSource clock) {
    this.database = database;
    this.rooms = rooms;
    this.longest = longest;
    this.clock = clock;
  }

  /// A room that may be opened, in the words of the module.
  ///
  /// @param mailOwner whoever asked for it, as they were named
  /// @param startTime from when `duration` counts: by the clock of whoever asks, if they told
  /// @param duration seconds
  /// @param lobby whether people have to be let in
  public record Conference(
      String id,
      String name,
      String mailOwner,
      Instant startTime,
      long duration,
      boolean lobby,
      int maxOccupants) {}

  /// The room, if it may be opened now.
  public Optional<Conference> open(
      String name, @Nullable String mailOwner, @Nullable String startTime) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return database
        .read(tx -> rooms.opening(tx, Told.room(name), now))
        .map(
            opening ->
                new Conference(
                    Told.room(name),
                    name,
                    mailOwner == null ? "" : mailOwner,
                    start(startTime, now),
                    longest.toSeconds(),
                    opening.waits(),
                    MOST));
  }

  private static Instant start(@Nullable String told, Instant now) {
    try {
      return told == null ? now : Instant.parse(told).truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      return now;
    }
  }
}
