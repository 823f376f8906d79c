package dev.optima.console.client;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Where the backend is.
///
/// @param http the base of REST, without a trailing slash
/// @param socket the address of signalling
public record ServerAddress(URI http, URI socket) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /// Reads what a person typed or pasted: a scheme may be missing (then `https`, but `http` for
  /// this machine), and what follows a `?` or `#` is of some page there. An address with a name
  /// before its host is none: it is easily taken for another.
  public static Optional<ServerAddress> parse(String typed) {
    String text = typed.strip();
    while (text.endsWith("/") && !text.endsWith("://")) {
      text = text.substring(0, text.length() - 1);
    }
    if (text.isEmpty() || text.chars().anyMatch(Character::isWhitespace)) {
      return Optional.empty();
    }
    if (!text.contains("://")) {
      text = (isLocal(text) ? "http://" : "https://") + text;
    }
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null
        || uri.getRawUserInfo() != null
        || !(scheme.equals("http") || scheme.equals("https"))) {
      return Optional.empty();
    }
    return Optional.of(of(URI.create(scheme + "://" + uri.getRawAuthority() + path(uri))));
  }

  /// The address with the socket where the backend has it: `/ws` on the same port.
  public static ServerAddress of(URI http) {
    String base = http.toString();
    String socket = "ws" + base.substring("http".length()) + "/ws";
    return new ServerAddress(http, URI.create(socket));
  }

  /// Whether it is the same backend, however it is written.
  public boolean isSamePlaceAs(ServerAddress other) {
    return http.getScheme().equalsIgnoreCase(other.http.getScheme())
        && http.getHost().equalsIgnoreCase(other.http.getHost())
        && port() == other.port()
        && path(http).equals(path(other.http));
  }

  /// On which port it is, given or usual.
  public int port() {
    return http.getPort() >= 0 ? http.getPort() : isSecure() ? HTTPS : HTTP;
  }

  /// What tells it from others, as people read it: the host, and what else leads there.
  public String place() {
    return http.getRawAuthority() + path(http);
  }

  /// Whether it never leaves this machine.
  public boolean isThisMachine() {
    String host = http.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /// Whether nobody on the way can listen.
  public boolean isSecure() {
    return "https".equalsIgnoreCase(http.getScheme());
  }

  private static String path(URI address) {
    return address.getRawPath() == null ? "" : address.getRawPath().replaceAll("/+$", "");
  }

  private static boolean isLocal(String text) {
    String host = text.split("[:/]", 2)[0];
    return host.equals("localhost") || host.startsWith("127.");
  }

  /// As it is shown and remembered.
  @Override
  public String toString() {
    return http.toString();
  }
}
