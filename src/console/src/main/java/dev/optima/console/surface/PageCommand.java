package dev.optima.console.surface;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What the console says to the call page: `window.optimaCall.command({…})`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PageCommand.Audio.class, name = "audio"),
  @JsonSubTypes.Type(value = PageCommand.Video.class, name = "video"),
  @JsonSubTypes.Type(value = PageCommand.Screen.class, name = "screen"),
  @JsonSubTypes.Type(value = PageCommand.SelectDevice.class, name = "device"),
  @JsonSubTypes.Type(value = PageCommand.HangUp.class, name = "hang_up"),
  @JsonSubTypes.Type(value = PageCommand.Retry.class, name = "retry"),
  @JsonSubTypes.Type(value = PageCommand.Language.class, name = "language"),
  @JsonSubTypes.Type(value = PageCommand.Background.class, name = "background"),
  @JsonSubTypes.Type(value = PageCommand.Lobby.class, name = "lobby"),
  @JsonSubTypes.Type(value = PageCommand.Record.class, name = "record"),
  @JsonSubTypes.Type(value = PageCommand.Transcribe.class, name = "transcribe"),
  @JsonSubTypes.Type(value = PageCommand.Admit.class, name = "admit"),
  @JsonSubTypes.Type(value = PageCommand.Fallback.class, name = "fallback"),
  @JsonSubTypes.Type(value = PageCommand.FrameStats.class, name = "frame_stats"),
})
public sealed interface PageCommand {

  /// Whether it still means the same when the page comes to be only after it was said: to share the
  /// screen, or to let somebody in, is about what was seen then.
  default boolean keeps() {
    return !(this instanceof Screen || this instanceof Admit);
  }

  /// Microphone on or muted.
  record Audio(boolean on) implements PageCommand {}

  /// Camera on or off.
  record Video(boolean on) implements PageCommand {}

  /// Screen sharing begun or ended. Beginning it is the only way by which the page may capture the
  /// screen, once: send it after the user said so, since Chromium shows no picker of its own and
  /// captures the whole screen.
  record Screen(boolean on) implements PageCommand {}

  /// Another microphone, camera or speaker.
  ///
  /// @param id from [SurfaceEvent.Devices]
  record SelectDevice(DeviceKind kind, String id) implements PageCommand {}

  /// Leaves and ends the call.
  record HangUp() implements PageCommand {}

  /// Asks for devices and joins once more, after a problem.
  record Retry() implements PageCommand {}

  /// Another language.
  ///
  /// @param language `tr` or `en`
  record Language(String language) implements PageCommand {}

  /// What stands behind one's own picture.
  record Background(PictureBackground kind) implements PageCommand {}

  /// Whether those who come wait until they are let in.
  record Lobby(boolean on) implements PageCommand {}

  /// Recording begun or ended. The page asks the applicant first.
  record Record(boolean on) implements PageCommand {}

  /// Transcribing begun or ended.
  record Transcribe(boolean on) implements PageCommand {}

  /// Lets somebody in who waits, or refuses them.
  ///
  /// @param id from [SurfaceEvent.Knocker]
  record Admit(String id, boolean yes) implements PageCommand {}

  /// Goes on over the built-in provider, with everybody in the call.
  record Fallback() implements PageCommand {}

  /// What the connection inside the provider's frame looks like, which the page cannot see.
  record FrameStats(FrameReading reading) implements PageCommand {}
}
