package dev.optima.backend.outbound;

import java.net.InetAddress;

/// What lies inside the own network, or nowhere: never called because somebody named it.
public final class OwnNetwork {
  private OwnNetwork() {}

  /// Whether an address is not of the public Internet.
  public static boolean has(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || (address.getAddress().length == 4
            ? isReserved4(address.getAddress())
            : isReserved6(address.getAddress()));
  }

  /// "This network", shared (RFC 6598), protocol assignments, benchmarking, and what is reserved.
  private static boolean isReserved4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return first == 0
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && bytes[2] == 0)
        || (first == 198 && (second & 0xfe) == 18)
        || first >= 240;
  }

  /// Unique local addresses, and those that hold one of version 4: NAT64, 6to4, Teredo.
  private static boolean isReserved6(byte[] bytes) {
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    boolean uniqueLocal = (first & 0xfe00) == 0xfc00;
    boolean translated = first == 0x0064 && second == 0xff9b;
    boolean teredo = first == 0x2001 && second == 0;
    boolean compatible = first == 0 && second == 0;
    return uniqueLocal || translated || teredo || compatible || first == 0x2002;
  }
}
