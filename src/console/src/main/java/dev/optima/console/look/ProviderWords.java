package dev.optima.console.look;

import dev.optima.console.i18n.Message;
import dev.optima.protocol.rest.ProviderTest.Check;
import java.util.Objects;

/// The words for what carries a call, and for what the backend found looking at it.
public final class ProviderWords {
  private ProviderWords() {}

  /// The name of a provider.
  public static Message name(String provider) {
    return switch (provider) {
      case "direct" -> Message.of("provider.direct");
      case "jitsi" -> Message.of("provider.jitsi");
      case "jaas" -> Message.of("provider.jaas");
      case "link" -> Message.of("provider.link");
      default -> Message.of("provider.other", provider);
    };
  }

  /// What was found, and where something is wrong what to do.
  public static Message found(Check check) {
    String detail = Objects.requireNonNullElse(check.detail(), "–");
    return switch (check.code()) {
      case "token_ok" -> Message.of("provider.test.token_ok");
      case "token_bad" -> Message.of("provider.test.token_bad");
      case "anonymous" -> Message.of("provider.test.anonymous");
      case "script_ok" -> Message.of("provider.test.script_ok");
      case "script_missing" -> Message.of("provider.test.script_missing", detail);
      case "script_unreachable" -> Message.of("provider.test.script_unreachable", detail);
      case "script_tls" -> Message.of("provider.test.script_tls", detail);
      case "script_not_api" -> Message.of("provider.test.script_not_api", detail);
      case "script_elsewhere" -> Message.of("provider.test.script_elsewhere", detail);
      case "clock_ok" -> Message.of("provider.test.clock_ok", detail);
      case "clock_off" -> Message.of("provider.test.clock_off", detail);
      case "clock_unknown" -> Message.of("provider.test.clock_unknown");
      case "frame_ok" -> Message.of("provider.test.frame_ok");
      case "frame_blocked" -> Message.of("provider.test.frame_blocked", detail);
      case "frame_missing" -> Message.of("provider.test.frame_missing", detail);
      case "frame_unreachable" -> Message.of("provider.test.frame_unreachable", detail);
      case "public_server" -> Message.of("provider.test.public_server", detail);
      case "link_ok" -> Message.of("provider.test.link_ok", detail);
      case "ice_ok" -> Message.of("provider.test.ice_ok", detail);
      case "ice_stun_only" -> Message.of("provider.test.ice_stun_only");
      case "ice_none" -> Message.of("provider.test.ice_none");
      default -> Message.of("provider.test.other", check.code(), detail);
    };
  }
}
