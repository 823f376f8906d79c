package dev.optima.backend.provider;

import dev.optima.backend.provider.VideoProvider.Seat;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/// Our own page of a call, which hosts every provider.
///
/// @param publicUrl where browsers reach this backend, without a slash at its end
public record CallPage(Supplier<URI> publicUrl, Tickets tickets, InstantSource clock) {

  /// Where somebody opens it: the ticket stands in the fragment, so that no log has it.
  String url(Seat seat) {
    String ticket = tickets.mint(seat.callId(), seat.userId(), seat.role(), clock.instant());
    return publicUrl.get() + "/call/" + seat.callId() + "#ticket=" + ticket;
  }
}
