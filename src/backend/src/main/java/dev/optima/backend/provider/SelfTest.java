package dev.optima.backend.provider;

import dev.optima.backend.outbound.OwnServers;
import dev.optima.backend.provider.VideoProvider.Seat;
import dev.optima.backend.store.Ids;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.ProviderTest;
import dev.optima.protocol.rest.ProviderTest.Check;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks whether a provider can be expected to work, as far as that can be seen from here. It
/// enters no room and leaves nothing behind.
public final class SelfTest {
  private final OwnServers servers;
  private final Supplier<URI> publicUrl;
  private final InstantSource clock;

  /// @param publicUrl where browsers reach this backend: what is to show the provider's frame
  public SelfTest(OwnServers servers, Supplier<URI> publicUrl, InstantSource clock) {
    this.servers = servers;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /// Blocks until all is seen.
  public ProviderTest of(VideoProvider provider) {
    // Like a seat of a real call, in a room that nobody else knows.
    var seat =
        new Seat(
            new CallId(Ids.next()),
            "optima-call-" + Ids.secret(),
            new UserId("test"),
            "Optima",
            Role.RECRUITER);
    List<Check> checks =
        switch (provider) {
          case DirectProvider direct -> List.of(ice(direct.ice()));
          case LinkProvider link -> List.of(good("link", "link_ok", link.url(seat)));
          case JitsiProvider jitsi ->
              new JitsiCheck(jitsi, seat, servers, publicUrl.get(), clock).checks();
        };
    return new ProviderTest(checks.stream().allMatch(Check::ok), checks);
  }

  private static Check ice(IceConfig ice) {
    Optional<String> turn = ice.urls().stream().filter(url -> url.startsWith("turn")).findFirst();
    if (turn.isPresent()) {
      return good("ice", "ice_ok", turn.get());
    }
    return good("ice", ice.urls().isEmpty() ? "ice_none" : "ice_stun_only", null);
  }

  static Check good(String check, String code, @Nullable String detail) {
    return new Check(check, true, code, detail);
  }

  static Check bad(String check, String code, @Nullable String detail) {
    return new Check(check, false, code, detail);
  }
}
