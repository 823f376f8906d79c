package dev.optima.backend.provider;

import dev.optima.backend.config.LinkTemplate;
import dev.optima.protocol.message.JoinTicket;
import java.util.Optional;

/// Rooms elsewhere, of which nothing is known but their address: the call page opens it beside
/// itself.
public final class LinkProvider implements VideoProvider {
  /// Its name.
  public static final String NAME = "link";

  private final CallPage page;
  private final LinkTemplate template;
  private final boolean fallback;

  /// @param fallback whether people may go on over the built-in provider
  public LinkProvider(CallPage page, LinkTemplate template, boolean fallback) {
    this.page = page;
    this.template = template;
    this.fallback = fallback;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> domain() {
    return Optional.of(template.domain());
  }

  String url(Seat seat) {
    return template.url(seat.mediaRoom(), seat.callId().value(), seat.name());
  }

  @Override
  public JoinTicket ticket(Seat seat) {
    return new JoinTicket(
        seat.callId(), NAME, page.url(seat), null, null, null, null, url(seat), fallback);
  }
}
