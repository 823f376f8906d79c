package dev.optima.backend.provider;

import dev.optima.protocol.message.IceServer;
import dev.optima.protocol.message.JoinTicket;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// The built-in provider: WebRTC between the browsers, signalled over `rtc_signal`. Needs no third
/// party; a TURN server only where networks are strict.
public final class DirectProvider implements VideoProvider {
  private final Supplier<URI> publicUrl;
  private final IceConfig ice;
  private final Tickets tickets;
  private final InstantSource clock;

  /// @param publicUrl where browsers reach this backend
  public DirectProvider(
      Supplier<URI> publicUrl, IceConfig ice, Tickets tickets, InstantSource clock) {
    this.publicUrl = publicUrl;
    this.ice = ice;
    this.tickets = tickets;
    this.clock = clock;
  }

  @Override
  public JoinTicket ticket(Seat seat) {
    String ticket = tickets.mint(seat.callId(), seat.userId(), seat.role(), clock.instant());
    List<IceServer> servers = ice.servers(seat.userId(), clock.instant());
    String base = publicUrl.get().toString();
    String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return new JoinTicket(
        seat.callId(),
        "direct",
        root + "/call/" + seat.callId() + "#ticket=" + ticket,
        null,
        null,
        servers,
        null,
        null,
        false);
  }
}
