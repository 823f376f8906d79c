package dev.optima.console.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is found at a server's address.
public sealed interface ServerFinding {

  /// The backend of an organisation.
  ///
  /// @param organisation as applicants read it; null if it was not told
  record Optima(@Nullable String organisation, String version) implements ServerFinding {}

  /// Nobody is called so.
  record UnknownName() implements ServerFinding {}

  /// The computer is there, and nothing listens on the port.
  record NothingThere() implements ServerFinding {}

  /// There is no way to it.
  record NoWay() implements ServerFinding {}

  /// No answer in time.
  record Silent() implements ServerFinding {}

  /// The network's proxy does not let it through.
  record ProxyRefuses() implements ServerFinding {}

  /// It leads somewhere else: a moved server, or the sign-in of a guest network.
  record SentOn(String to) implements ServerFinding {}

  /// Something that stands before a server says that the server does not answer.
  ///
  /// @param status of HTTP
  record Unwell(int status) implements ServerFinding {}

  /// Something answers, but not as Optima does.
  record NotOptima() implements ServerFinding {}

  /// The backend is older than this console understands.
  record ServerTooOld(String version) implements ServerFinding {}

  /// This console is older than the backend understands.
  record ConsoleTooOld(String version) implements ServerFinding {}

  /// What is wrong with the way to a server that would be secure.
  sealed interface Insecure extends ServerFinding {}

  record Expired(Instant on) implements Insecure {}

  record NotYetValid(Instant from) implements Insecure {}

  /// The certificate is for others.
  ///
  /// @param names for whom
  record ForOthers(List<String> names) implements Insecure {
    public ForOthers {
      names = List.copyOf(names);
    }
  }

  /// Nobody whom this computer trusts has signed it.
  ///
  /// @param by who has; null if it is signed by itself alone
  record SignedByStranger(@Nullable String by) implements Insecure {}

  /// What answers on this port speaks no TLS.
  record NoTls() implements Insecure {}

  /// No connection comes about, though the certificate is right: no version or cipher in common, or
  /// the server asks for a certificate of this computer.
  record TlsFails() implements Insecure {}
}
