package dev.optima.protocol.call;

import dev.optima.protocol.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happened in a call, for its timeline.
///
/// @param userId who did it, or whom it is about; null if a timer or the backend did
/// @param name theirs
/// @param detail more about it, for experts: a provider's name, a device's label, an error's name
public record CallHappening(
    Instant at,
    Kind kind,
    @Nullable UserId userId,
    @Nullable String name,
    @Nullable String detail) {

  /// What happened: `ringing`, `camera_lost`, … on the wire.
  public enum Kind {
    /// It rings, or was placed with the applicant offline.
    RINGING(false),
    /// The room of a meeting was opened; nothing rang.
    OPENED(false),
    ACCEPTED(false),
    /// Both sides are in the room for the first time.
    STARTED(false),
    /// One side is lost.
    RECONNECTING(false),
    /// Both sides are in the room again.
    RESUMED(false),
    /// Somebody reached the room.
    JOINED(false),
    /// Somebody left it, others stay.
    LEFT(false),
    /// A colleague was asked into it.
    INVITED(false),
    /// A colleague came into it as an interviewer, unasked.
    CAME_IN(false),
    /// The video goes on over another provider: `detail` has its name.
    MOVED(false),
    /// The end: the call says how.
    ENDED(false),

    CAMERA_ON(true),
    CAMERA_OFF(true),
    MICROPHONE_ON(true),
    MICROPHONE_OFF(true),
    SHARING_STARTED(true),
    SHARING_STOPPED(true),
    /// A device went away, or the system took it: `detail` has the error's name.
    CAMERA_LOST(true),
    MICROPHONE_LOST(true),
    /// Another device is used: `detail` has its kind, never its label.
    DEVICE_CHANGED(true),
    /// The media connection to the others broke.
    NETWORK_LOST(true),
    /// The media connection is back.
    NETWORK_BACK(true),
    /// The connection is being negotiated anew.
    ICE_RESTARTED(true),
    /// The media goes through a TURN server.
    RELAYED(true),
    /// The page lost its signalling.
    OFFLINE(true),
    /// The page has its signalling again.
    ONLINE(true);

    private final boolean fromPage;

    Kind(boolean fromPage) {
      this.fromPage = fromPage;
    }

    /// Whether somebody's call page tells it; all else the backend knows by itself.
    public boolean isFromPage() {
      return fromPage;
    }
  }
}
