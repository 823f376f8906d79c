package dev.optima.backend.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/// Finds addresses for a client that connects to exactly these, so that a name cannot point
/// elsewhere between check and call. A name of which one address lies inside the own network is
/// refused as a whole.
public final class GuardedDns implements Dns {
  private final Dns names;
  private final PrivateNetworks allowed;

  /// @param allowed what may be called though it lies inside
  public GuardedDns(PrivateNetworks allowed) {
    this(Dns.SYSTEM, allowed);
  }

  GuardedDns(Dns names, PrivateNetworks allowed) {
    this.names = names;
    this.allowed = allowed;
  }

  /// An address that is not called.
  public static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Forbidden() {
      super("an address inside the own network");
    }
  }

  /// @throws Forbidden if one lies inside the own network
  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> addresses = names.lookup(host);
    for (InetAddress address : addresses) {
      if (OwnNetwork.has(address) && !allowed.has(address)) {
        throw new Forbidden();
      }
    }
    return addresses;
  }

  /// Whether all of its addresses are of networks that the operator named: there, words may go
  /// without TLS.
  public boolean isNamed(String host) {
    try {
      List<InetAddress> addresses = names.lookup(host);
      return !addresses.isEmpty() && addresses.stream().allMatch(allowed::has);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
