package dev.optima.backend.provider;

import dev.optima.protocol.message.JoinTicket;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// The built-in provider: WebRTC between the browsers, signalled over `rtc_signal`. Needs no third
/// party; a TURN server only where networks are strict.
public final class DirectProvider implements VideoProvider {
  /// Its name.
  public static final String NAME = "direct";

  private final CallPage page;
  private final IceConfig ice;
  private final InstantSource clock;

  public DirectProvider(CallPage page, IceConfig ice) {
    this.page = page;
    this.ice = ice;
    this.clock = page.clock();
  }

  /// @param publicUrl where browsers reach this backend, without a slash at its end
  public DirectProvider(
      Supplier<URI> publicUrl, IceConfig ice, Tickets tickets, InstantSource clock) {
    this(new CallPage(publicUrl, tickets, clock), ice);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> domain() {
    return Optional.empty();
  }

  IceConfig ice() {
    return ice;
  }

  @Override
  public JoinTicket ticket(Seat seat) {
    return JoinTicket.direct(
        seat.callId(), page.url(seat), ice.servers(seat.userId(), clock.instant()));
  }
}
