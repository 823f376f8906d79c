package dev.optima.backend.provider;

import dev.optima.backend.config.ProviderSettings.Jaas;
import dev.optima.backend.config.ProviderSettings.OwnJitsi;
import dev.optima.protocol.message.JitsiRoom;
import dev.optima.protocol.message.JoinTicket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Rooms on a Jitsi server, one's own or JaaS, which our call page hosts by the IFrame API.
public final class JitsiProvider implements VideoProvider {
  /// The name of a server of one's own.
  public static final String OWN = "jitsi";

  /// The name of JaaS.
  public static final String JAAS = "jaas";

  private final String name;
  private final CallPage page;
  private final Server server;
  private final Optional<RoomTokens> minter;
  private final boolean fallback;

  /// Where the rooms are.
  ///
  /// @param below the path below which they are, with a slash at its end; empty: at the root
  private record Server(String domain, String below, List<String> features) {}

  private JitsiProvider(
      String name, CallPage page, Server server, Optional<RoomTokens> minter, boolean fallback) {
    this.name = name;
    this.page = page;
    this.server = server;
    this.minter = minter;
    this.fallback = fallback;
  }

  /// On a server of one's own; without a secret it asks nobody for a token.
  ///
  /// @param fallback whether people may go on over the built-in provider
  public static JitsiProvider own(CallPage page, OwnJitsi jitsi, boolean fallback) {
    return new JitsiProvider(
        OWN,
        page,
        new Server(jitsi.domain(), "", jitsi.features()),
        jitsi.signing().map(signing -> RoomTokens.of(jitsi, signing)),
        fallback);
  }

  /// On JaaS.
  ///
  /// @param fallback whether people may go on over the built-in provider
  public static JitsiProvider jaas(CallPage page, Jaas jaas, boolean fallback) {
    return new JitsiProvider(
        JAAS,
        page,
        new Server(jaas.domain(), jaas.appId() + "/", jaas.features()),
        Optional.of(RoomTokens.of(jaas)),
        fallback);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> domain() {
    return Optional.of(server.domain());
  }

  @Override
  public List<String> features() {
    return server.features();
  }

  /// What a browser has to be allowed to load and to show.
  public String origin() {
    return "https://" + server.domain();
  }

  /// The token for a seat; empty if the server asks for none.
  Optional<String> token(Seat seat) {
    return minter.map(tokens -> mint(tokens, seat, page.clock().instant()));
  }

  private String mint(RoomTokens tokens, Seat seat, Instant now) {
    return name.equals(JAAS) ? tokens.mint(seat, server.features(), now) : tokens.mint(seat, now);
  }

  /// What a token of ours is worth, as a server would see it.
  enum Verdict {
    /// The server asks for none.
    ANONYMOUS,
    GOOD,
    BAD
  }

  /// Mints one and looks at it as the server does.
  Verdict verdict(Seat seat) {
    Instant now = page.clock().instant();
    return minter
        .map(tokens -> tokens.verifies(mint(tokens, seat, now), seat, now))
        .map(good -> good ? Verdict.GOOD : Verdict.BAD)
        .orElse(Verdict.ANONYMOUS);
  }

  /// Where a room is, as the call page is told.
  JitsiRoom room(Seat seat) {
    return new JitsiRoom(
        server.domain(),
        server.below() + seat.mediaRoom(),
        origin() + "/" + server.below() + "external_api.js",
        seat.leads(),
        seat.leads() ? server.features() : List.of());
  }

  @Override
  public JoinTicket ticket(Seat seat) {
    return new JoinTicket(
        seat.callId(),
        name,
        page.url(seat),
        seat.mediaRoom(),
        token(seat).orElse(null),
        null,
        room(seat),
        null,
        fallback);
  }
}
