package dev.optima.console.settings;

import dev.optima.console.i18n.Language;
import dev.optima.console.surface.SurfaceSetting;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the console remembers from one start to the next.
///
/// @param server the last backend
/// @param email of the last person who signed in
/// @param token of their session, if they asked to stay signed in
/// @param surface where a call is shown
/// @param sounds whether tones are played at all
/// @param callsSeenAt when the calls page was last looked at, for the badge of missed calls
/// @param devicesAsked whether the check of camera and microphone was offered on this computer
public record ConsoleSettings(
    @Nullable String server,
    @Nullable String email,
    @Nullable String token,
    @Nullable Language language,
    SurfaceSetting surface,
    boolean sounds,
    @Nullable Instant callsSeenAt,
    Theme theme,
    AlertSettings alerts,
    boolean devicesAsked) {

  /// Of a console that was never started before.
  public static final ConsoleSettings FRESH =
      new ConsoleSettings(
          null,
          null,
          null,
          null,
          SurfaceSetting.AUTO,
          true,
          null,
          Theme.LIGHT,
          AlertSettings.FRESH,
          false);

  public Optional<String> rememberedToken() {
    return Optional.ofNullable(token);
  }

  /// After signing in; `kept` is the token, or null not to stay signed in.
  public ConsoleSettings withSignIn(String at, String as, @Nullable String kept) {
    return new ConsoleSettings(
        at, as, kept, language, surface, sounds, callsSeenAt, theme, alerts, devicesAsked);
  }

  /// After signing out: the token is gone, server and e-mail stay.
  public ConsoleSettings withoutToken() {
    return new ConsoleSettings(
        server, email, null, language, surface, sounds, callsSeenAt, theme, alerts, devicesAsked);
  }

  public ConsoleSettings withLanguage(Language chosen) {
    return new ConsoleSettings(
        server, email, token, chosen, surface, sounds, callsSeenAt, theme, alerts, devicesAsked);
  }

  public ConsoleSettings withSurface(SurfaceSetting chosen) {
    return new ConsoleSettings(
        server, email, token, language, chosen, sounds, callsSeenAt, theme, alerts, devicesAsked);
  }

  public ConsoleSettings withSounds(boolean on) {
    return new ConsoleSettings(
        server, email, token, language, surface, on, callsSeenAt, theme, alerts, devicesAsked);
  }

  public ConsoleSettings withCallsSeenAt(Instant at) {
    return new ConsoleSettings(
        server, email, token, language, surface, sounds, at, theme, alerts, devicesAsked);
  }

  public ConsoleSettings withTheme(Theme chosen) {
    return new ConsoleSettings(
        server, email, token, language, surface, sounds, callsSeenAt, chosen, alerts, devicesAsked);
  }

  public ConsoleSettings withAlerts(AlertSettings chosen) {
    return new ConsoleSettings(
        server, email, token, language, surface, sounds, callsSeenAt, theme, chosen, devicesAsked);
  }

  /// After the check of camera and microphone was offered, taken or not.
  public ConsoleSettings withDevicesAsked() {
    return new ConsoleSettings(
        server, email, token, language, surface, sounds, callsSeenAt, theme, alerts, true);
  }

  /// Never prints the token.
  @Override
  public String toString() {
    return "ConsoleSettings[" + server + ", " + language + ", " + surface + "]";
  }
}
