package dev.optima.backend.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Networks inside of the own one that may be called nevertheless, as an operator names them:
/// `10.1.0.0/16`, `192.168.1.5`, `fd00::/8`.
public final class PrivateNetworks {
  private static final Pattern FORM =
      Pattern.compile("([0-9]+(?:\\.[0-9]+){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

  private final List<Network> networks;

  /// A network: the first bits of its addresses.
  private record Network(byte[] address, int bits) {
    boolean has(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        if ((address[bit >> 3] & mask) != (other[bit >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private PrivateNetworks(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  /// @throws IllegalArgumentException if one is no network
  public static PrivateNetworks of(List<String> names) {
    List<Network> all = new ArrayList<>();
    for (String name : names) {
      all.add(network(name));
    }
    return new PrivateNetworks(all);
  }

  /// Whether that is how a network, or one address, is written.
  public static boolean isNetwork(String name) {
    try {
      network(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Network network(String name) {
    Matcher form = FORM.matcher(name);
    if (!form.matches()) {
      throw new IllegalArgumentException(name);
    }
    try {
      byte[] address = InetAddress.getByName(form.group(1)).getAddress(); // asks nobody: it is one
      int most = address.length * 8;
      int bits = form.group(2) == null ? most : Integer.parseInt(form.group(2));
      if (bits > most) {
        throw new IllegalArgumentException(name);
      }
      return new Network(address, bits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  public boolean has(InetAddress address) {
    return networks.stream().anyMatch(network -> network.has(address.getAddress()));
  }
}
