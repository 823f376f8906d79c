package dev.optima.backend.push;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where pushes may go. An endpoint comes from a browser, so it could be any address: only those of
/// known push services are called, over https, and never one inside the own network.
public final class PushEndpoints {
  private static final int LONGEST = 1_024;
  private static final int HTTPS = 443;

  private final List<String> hosts;

  /// @param hosts names, `*.` before one for all below it; or, for tests of an installation, a
  ///   whole `http://127.0.0.1:port`
  public PushEndpoints(List<String> hosts) {
    this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  /// The address of an endpoint, if it is of a known push service.
  public Optional<URI> known(String endpoint) {
    if (endpoint.length() > LONGEST || !endpoint.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(endpoint);
      return isKnown(uri) ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// Refuses an address inside the own network, which a name may have come to point to.
  ///
  /// @throws UnknownHostException if it has none that may be called
  void demandPublic(URI endpoint) throws UnknownHostException {
    if (isNamedInFull(endpoint)) {
      return;
    }
    for (InetAddress address : InetAddress.getAllByName(endpoint.getHost())) {
      if (isInside(address)) {
        throw new UnknownHostException("the push service has an address inside the own network");
      }
    }
  }

  private boolean isKnown(URI uri) {
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      return false;
    }
    if (isNamedInFull(uri)) {
      return true;
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return "https".equalsIgnoreCase(uri.getScheme())
        && (uri.getPort() == -1 || uri.getPort() == HTTPS)
        && hosts.stream().anyMatch(known -> fits(host, known));
  }

  private boolean isNamedInFull(URI uri) {
    return hosts.contains(uri.getScheme() + "://" + uri.getRawAuthority());
  }

  private static boolean fits(String host, String known) {
    return known.startsWith("*.") ? host.endsWith(known.substring(1)) : host.equals(known);
  }

  private static boolean isInside(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    return uniqueLocal
        || shared
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }
}
