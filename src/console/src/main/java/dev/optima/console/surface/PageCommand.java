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
})
public sealed interface PageCommand {

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
}
