package dev.optima.backend.media;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that a media server told of a room.
///
/// @param id the same for what is told twice
/// @param type as the media server names it
/// @param room its bare name
/// @param session the media server's own name of what happens in that room from its opening to its
///   closing; null if it has none
/// @param at when it happened, by the media server's clock
public record MediaEvent(
    String id,
    Sender sender,
    String type,
    String room,
    @Nullable String session,
    Instant at,
    What what) {

  /// The same at another time.
  MediaEvent at(Instant time) {
    return new MediaEvent(id, sender, type, room, session, time, what);
  }

  /// Who told it.
  public enum Sender {
    JAAS,
    JITSI;

    /// Whether it carries the video of calls with this provider.
    boolean carries(String provider) {
      return provider.equals(name().toLowerCase(Locale.ROOT));
    }
  }

  /// What happened.
  public sealed interface What {}

  /// Somebody as the media server sees them.
  ///
  /// @param key by which it knows them; a person who is there twice has two
  /// @param user the user of their token; null without one
  public record Occupant(String key, @Nullable String user) {}

  /// Somebody is in the room.
  public record Joined(Occupant who) implements What {}

  /// Somebody is no longer there.
  public record Left(Occupant who) implements What {}

  /// The room was closed.
  ///
  /// @param occupants who were in it since it was opened, if that is told
  public record Closed(List<Occupant> occupants) implements What {
    public Closed {
      occupants = List.copyOf(occupants);
    }
  }

  /// It is being recorded.
  public record RecordingStarted() implements What {}

  /// It is not recorded any more.
  public record RecordingEnded() implements What {}

  /// A recording can be fetched.
  ///
  /// @param begun when it was begun, if that is told
  public record RecordingUploaded(String link, @Nullable Instant begun) implements What {}

  /// A transcript can be fetched.
  public record TranscriptUploaded(String link) implements What {}

  /// Worth to be kept, but it moves nothing.
  ///
  /// @param user whom it is about; null if nobody
  public record Noted(@Nullable String user) implements What {}
}
