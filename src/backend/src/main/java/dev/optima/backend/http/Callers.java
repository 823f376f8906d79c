package dev.optima.backend.http;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.refusal.Refusal;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Tells who sends a request and from where.
public final class Callers {
  /// The cookie of an applicant's session.
  public static final String COOKIE = "optima_session";

  private static final String BEARER = "Bearer ";
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final SessionService sessions;
  private final Function<String, Optional<Identity>> tickets;
  private final Origins origins;
  private final Set<String> trustedProxies;
  private final boolean secure;

  /// @param tickets whose call ticket it is
  /// @param trustedProxies addresses whose `X-Forwarded-For` is believed
  /// @param secure cookies only over TLS
  public Callers(
      SessionService sessions,
      Function<String, Optional<Identity>> tickets,
      Origins origins,
      Set<String> trustedProxies,
      boolean secure) {
    this.sessions = sessions;
    this.tickets = tickets;
    this.origins = origins;
    this.trustedProxies = trustedProxies;
    this.secure = secure;
  }

  /// What a request says of its sender.
  ///
  /// @param token of the header or of the cookie
  /// @param address from where it comes
  record Credentials(@Nullable String token, String address) {
    @Override
    public String toString() {
      return "Credentials";
    }
  }

  /// Reads the credentials, on the event loop.
  ///
  /// @throws Refusal if a foreign page tries to act for somebody
  Credentials credentials(HttpServerRequest request) {
    String header = request.getHeader("Authorization");
    if (header != null) {
      boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
      return new Credentials(
          bearer ? header.substring(BEARER.length()).strip() : "", address(request));
    }
    if (!SAFE.contains(request.method())) {
      demandOwnPage(request);
    }
    Cookie cookie = request.getCookie(COOKIE);
    return new Credentials(cookie == null ? null : cookie.getValue(), address(request));
  }

  /// Who that is; asks the database.
  @Nullable Identity identify(Credentials credentials) {
    String token = credentials.token();
    if (token == null || token.isEmpty()) {
      return null;
    }
    return sessions
        .authenticate(token)
        .or(() -> tickets.apply(token))
        .map(who -> who.from(credentials.address()))
        .orElse(null);
  }

  /// From where a request comes: the peer, or whom a trusted proxy names.
  String address(HttpServerRequest request) {
    return address(request, trustedProxies);
  }

  /// The same, by those proxies.
  public static String address(HttpServerRequest request, Set<String> trustedProxies) {
    SocketAddress peer = request.connection().remoteAddress();
    String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null || !trustedProxies.contains(address)) {
      return address;
    }
    String[] hops = forwarded.split(",", -1);
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (!trustedProxies.contains(hop)) {
        return hop.isEmpty() ? address : hop;
      }
    }
    return address;
  }

  /// The cookie of a new session, as a header.
  String cookie(String token, long seconds) {
    return COOKIE
        + "="
        + token
        + "; Path=/; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (secure ? "; Secure" : "");
  }

  /// The host that was asked for: a header in HTTP/1.1, a part of the request in HTTP/2.
  static @Nullable String host(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    return authority == null ? null : authority.toString();
  }

  private void demandOwnPage(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean foreign =
        !origins.allows(request.getHeader("Origin"), host(request))
            || (request.getHeader("Origin") == null
                && site != null
                && !site.equals("same-origin")
                && !site.equals("none"));
    if (foreign) {
      throw Refusal.forbidden("this page may not act here; its origin is not allowed");
    }
  }
}
