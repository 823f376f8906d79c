package dev.optima.console.login;

import dev.optima.console.client.ServerAddress;
import dev.optima.console.client.ServerFinding;
import dev.optima.console.i18n.Message;
import java.time.Instant;

/// Why one cannot go on with a server, and what to do about it. None of it can be waved through.
///
/// @param step what to do, and who; an argument of either may be a time ([TroubleBox] writes it)
public record Trouble(Message what, Message step) {

  /// Of a finding that is not the backend one looks for.
  ///
  /// @param console the version of this console
  static Trouble of(ServerFinding finding, ServerAddress at, String console, Instant now) {
    String host = at.http().getHost();
    return switch (finding) {
      case ServerFinding.Insecure insecure -> insecure(insecure, at, now);
      case ServerFinding.UnknownName _ -> of("trouble.name", "trouble.name.step", host);
      case ServerFinding.NothingThere _ ->
          of("trouble.nothing", "trouble.nothing.step", host, port(at));
      case ServerFinding.NoWay _ -> of("trouble.way", "trouble.way.step", host);
      case ServerFinding.Silent _ -> of("trouble.silent", "trouble.silent.step", host, port(at));
      case ServerFinding.ProxyRefuses _ -> of("trouble.proxy", "trouble.proxy.step", host);
      case ServerFinding.SentOn(String to) -> of("trouble.sentOn", "trouble.sentOn.step", host, to);
      case ServerFinding.Unwell(int status) ->
          of("trouble.unwell", "trouble.unwell.step", host, Integer.toString(status));
      case ServerFinding.NotOptima _ -> of("trouble.other", "trouble.other.step", host);
      case ServerFinding.ServerTooOld(String version) ->
          of("trouble.serverOld", "trouble.serverOld.step", host, version, console);
      case ServerFinding.ConsoleTooOld(String version) ->
          of("trouble.consoleOld", "trouble.consoleOld.step", host, version, console);
      case ServerFinding.Optima _ -> throw new IllegalArgumentException("no trouble at all");
    };
  }

  private static Trouble insecure(ServerFinding.Insecure finding, ServerAddress at, Instant now) {
    String host = at.http().getHost();
    return switch (finding) {
      case ServerFinding.Expired(Instant on) ->
          of("trouble.expired", "trouble.clock.step", host, on, now);
      case ServerFinding.NotYetValid(Instant from) ->
          of("trouble.notYet", "trouble.clock.step", host, from, now);
      case ServerFinding.ForOthers(var names) ->
          of("trouble.forOthers", "trouble.forOthers.step", host, String.join(", ", names));
      case ServerFinding.SignedByStranger(String by) when by != null ->
          of("trouble.stranger", "trouble.stranger.step", host, by);
      case ServerFinding.SignedByStranger _ -> of("trouble.itself", "trouble.itself.step", host);
      case ServerFinding.NoTls _ -> of("trouble.noTls", "trouble.noTls.step", host, port(at));
      case ServerFinding.TlsFails _ -> of("trouble.tls", "trouble.tls.step", host);
    };
  }

  /// A password would go over the line for everybody to read.
  static Trouble unprotected(ServerAddress at) {
    return of("trouble.open", "trouble.open.step", at.http().getHost());
  }

  private static Trouble of(String what, String step, Object... of) {
    return new Trouble(Message.of(what, of), Message.of(step, of));
  }

  /// As people write it, without a separator of thousands.
  private static String port(ServerAddress at) {
    return Integer.toString(at.port());
  }
}
