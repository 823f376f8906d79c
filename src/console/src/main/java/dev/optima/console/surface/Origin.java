package dev.optima.console.surface;

import java.net.URI;
import java.util.Locale;

/// Scheme, host and port: what a page is allowed by. Two addresses are of one origin if all three
/// agree (RFC 6454).
///
/// @param scheme lower case
/// @param host lower case; an IPv6 address in brackets
/// @param port never absent: the scheme's own where the address names none
public record Origin(String scheme, String host, int port) {

  /// The origin of an `http` or `https` address.
  ///
  /// @throws IllegalArgumentException if it is no such address
  public static Origin of(URI address) {
    String scheme = address.getScheme();
    String host = address.getHost();
    if (scheme == null || host == null) {
      throw new IllegalArgumentException("not a web address");
    }
    scheme = scheme.toLowerCase(Locale.ROOT);
    int standard =
        switch (scheme) {
          case "https", "wss" -> 443;
          case "http", "ws" -> 80;
          default -> throw new IllegalArgumentException("not a web address: " + scheme);
        };
    int port = address.getPort() < 0 ? standard : address.getPort();
    return new Origin(scheme, host.toLowerCase(Locale.ROOT), port);
  }

  /// As a browser writes it: the port only if it is not the scheme's own.
  @Override
  public String toString() {
    boolean standard =
        (port == 443 && scheme.equals("https")) || (port == 80 && scheme.equals("http"));
    return scheme + "://" + host + (standard ? "" : ":" + port);
  }
}
