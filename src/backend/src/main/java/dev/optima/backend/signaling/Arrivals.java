package dev.optima.backend.signaling;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Who stands at the door: sockets that were opened and are not let in yet, counted per address.
///
/// Whoever shows a good session is counted no longer, so an office of hundreds behind one address
/// comes back at once after a restart; whoever shows none, or nothing, keeps their place for a
/// moment more, which bounds how many guesses and idle sockets an address can afford. The machine's
/// own address is not one person's: a proxy may stand there.
final class Arrivals {
  private final int mostOfOne;
  private final int most;
  private final Map<String, Integer> waiting = new HashMap<>();
  private int all;

  /// @param mostOfOne from one address
  /// @param most from all
  Arrivals(int mostOfOne, int most) {
    this.mostOfOne = mostOfOne;
    this.most = most;
  }

  /// A place at the door; empty if there is none.
  synchronized Optional<Arrival> come(String address) {
    int here = waiting.getOrDefault(address, 0);
    if (all >= most || (here >= mostOfOne && !isOwn(address))) {
      return Optional.empty();
    }
    all++;
    waiting.put(address, here + 1);
    return Optional.of(new Arrival(address));
  }

  private synchronized void leave(String address) {
    all--;
    waiting.computeIfPresent(address, (who, count) -> count == 1 ? null : count - 1);
  }

  private static boolean isOwn(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false; // not an address: a socket of another kind
    }
  }

  /// One place.
  final class Arrival {
    private final String address;
    private final AtomicBoolean over = new AtomicBoolean();

    private Arrival(String address) {
      this.address = address;
    }

    /// From where.
    String address() {
      return address;
    }

    /// Gives the place free; once.
    void over() {
      if (over.compareAndSet(false, true)) {
        leave(address);
      }
    }
  }
}
