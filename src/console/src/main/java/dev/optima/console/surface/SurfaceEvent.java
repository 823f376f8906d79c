package dev.optima.console.surface;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.optima.protocol.message.CallRecording;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What a surface tells the console.
public sealed interface SurfaceEvent {

  /// What the call page itself says, over the bridge.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = State.class, name = "state"),
    @JsonSubTypes.Type(value = Media.class, name = "media"),
    @JsonSubTypes.Type(value = Peer.class, name = "peer"),
    @JsonSubTypes.Type(value = Devices.class, name = "devices"),
    @JsonSubTypes.Type(value = Stats.class, name = "stats"),
    @JsonSubTypes.Type(value = NoStats.class, name = "no_stats"),
    @JsonSubTypes.Type(value = Problem.class, name = "problem"),
    @JsonSubTypes.Type(value = ScreenAsk.class, name = "screen_ask"),
    @JsonSubTypes.Type(value = Offers.class, name = "offers"),
    @JsonSubTypes.Type(value = Room.class, name = "room"),
    @JsonSubTypes.Type(value = Knocking.class, name = "knocking"),
    @JsonSubTypes.Type(value = OpenLink.class, name = "open_link"),
  })
  sealed interface FromPage extends SurfaceEvent {}

  /// How far the page is.
  ///
  /// @param reason of an end or a failure, as the page names it
  record State(PageState state, @Nullable String reason) implements FromPage {}

  /// What this side sends; after each change and at the start.
  record Media(boolean audio, boolean video, boolean screen) implements FromPage {}

  /// What the other side sends.
  record Peer(boolean present, boolean audio, boolean video) implements FromPage {}

  /// The devices there are, and which of them are in use.
  record Devices(List<Device> microphones, List<Device> cameras, List<Device> speakers)
      implements FromPage {
    public Devices {
      microphones = List.copyOf(microphones);
      cameras = List.copyOf(cameras);
      speakers = List.copyOf(speakers);
    }
  }

  /// One microphone, camera or speaker.
  record Device(String id, String label, boolean selected) {}

  /// The quality of the last second.
  ///
  /// @param rtt seconds; absent until it is known, as are the other measures
  /// @param loss 0 to 1
  /// @param jitter seconds
  /// @param bitrate bits a second, received
  /// @param width of the received picture, in pixels
  /// @param framesDecoded since the page's start
  /// @param bars 0 to 4
  record Stats(
      @Nullable Double rtt,
      @Nullable Double loss,
      @Nullable Double jitter,
      @Nullable Double bitrate,
      @Nullable Double fps,
      int width,
      int height,
      long framesDecoded,
      int bars)
      implements FromPage {}

  /// There are no figures any more: nothing is known of the connection.
  record NoStats() implements FromPage {}

  /// Something stands in the way of the call; the page shows a screen for it.
  ///
  /// @param code null once nothing does any more
  record Problem(@Nullable PageProblem code) implements FromPage {}

  /// The page would share the screen: the console asks the user, and answers with
  /// [PageCommand.Screen].
  record ScreenAsk() implements FromPage {}

  /// What can be used in this room now, by this person. Before the page says it, nothing can.
  ///
  /// @param media whether microphone and camera are used here, and not behind a link
  /// @param screen whether the screen can be shared
  /// @param lobby whether those who come can be made to wait
  record Offers(
      boolean media,
      boolean screen,
      boolean background,
      boolean lobby,
      boolean record,
      boolean transcribe)
      implements FromPage {
    /// As in a call of the built-in provider.
    public static final Offers BUILT_IN = new Offers(true, true, false, false, false, false);
  }

  /// How the room is; after each change.
  ///
  /// @param lobby whether those who come wait until they are let in
  /// @param recording how far a recording, or the question about it, is; what runs may be the
  ///   transcript alone
  /// @param records whether picture and sound are being recorded
  /// @param background what stands behind this side's own picture
  record Room(
      boolean lobby,
      CallRecording.State recording,
      boolean records,
      boolean transcribing,
      PictureBackground background)
      implements FromPage {
    /// Nobody waits, nothing is recorded.
    public static final Room PLAIN =
        new Room(false, CallRecording.State.OFF, false, false, PictureBackground.NONE);
  }

  /// Who waits to be let in; all of them, after each change.
  record Knocking(List<Knocker> people) implements FromPage {
    public Knocking {
      people = List.copyOf(people);
    }
  }

  /// Somebody who waits to be let in.
  ///
  /// @param id the provider's, for [PageCommand.Admit]
  /// @param name as they wrote it themselves
  record Knocker(String id, String name) {}

  /// The room is behind a link of its own: the console opens it in the system's browser, if it is
  /// the ticket's.
  record OpenLink(String url) implements FromPage {}

  /// The engine is being unpacked or started.
  ///
  /// @param fraction 0 to 1 while it can be told
  record Preparing(OptionalDouble fraction) implements SurfaceEvent {}

  /// The page's address was loaded.
  record Loaded() implements SurfaceEvent {}

  /// The page's address could not be loaded.
  ///
  /// @param code Chromium's name of the error, such as `ERR_CONNECTION_REFUSED`
  record Unreachable(String code) implements SurfaceEvent {
    /// Whether the reason is the server's certificate.
    public static boolean isOfCertificate(String code) {
      return code.startsWith("ERR_CERT");
    }
  }

  /// Chromium cannot be started here. [Closed] follows; the next surface that [CallSurfaces] makes
  /// is the browser's, if there is one.
  record Unavailable() implements SurfaceEvent {}

  /// The page's process died.
  ///
  /// @param retrying whether the page is loaded once more; if it died twice within a minute it is
  ///   not, and [Closed] follows
  record Crashed(boolean retrying) implements SurfaceEvent {}

  /// The surface is gone: it was closed, its window was closed, or it cannot go on. Nothing
  /// follows.
  record Closed() implements SurfaceEvent {}
}
