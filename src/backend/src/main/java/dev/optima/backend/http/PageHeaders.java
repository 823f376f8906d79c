package dev.optima.backend.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// What every answer tells a browser to refuse, and what a page of ours may do.
final class PageHeaders {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");
  private static final String PERMISSIONS =
      "camera=(self), microphone=(self), display-capture=(self), autoplay=(self),"
          + " fullscreen=(self), speaker-selection=(self), geolocation=(), payment=(), usb=()";

  private final Optional<String> publicHost;
  private final boolean secure;

  PageHeaders(Optional<URI> publicUrl, boolean secure) {
    this.publicHost = publicUrl.map(URI::getAuthority);
    this.secure = secure || publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
  }

  /// For every answer: API answers and files are no documents.
  Handler<RoutingContext> forAll() {
    return context -> {
      var response = context.response();
      response
          .putHeader("X-Content-Type-Options", "nosniff")
          .putHeader("Referrer-Policy", "no-referrer")
          .putHeader("Cross-Origin-Resource-Policy", "same-origin");
      if (secure) {
        response.putHeader("Strict-Transport-Security", "max-age=31536000");
      }
      if (context.request().path().startsWith("/api/")) {
        response.putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
      }
      context.next();
    };
  }

  /// For the applicant's page and the call page.
  void page(RoutingContext context) {
    String host = publicHost.orElseGet(() -> host(context));
    String sockets = host.isEmpty() ? "" : " ws://" + host + " wss://" + host;
    context
        .response()
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                + " media-src 'self' blob: mediastream:; font-src 'self'; manifest-src 'self';"
                + " worker-src 'self'; connect-src 'self'"
                + sockets
                + "; frame-src 'self'; frame-ancestors 'self'; base-uri 'none';"
                + " form-action 'none'; object-src 'none'")
        .putHeader("Permissions-Policy", PERMISSIONS)
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("X-Frame-Options", "SAMEORIGIN");
  }

  /// For the service worker, which fetches from here and does nothing else.
  void worker(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
  }

  /// For the page of the first administrator: a form and a style sheet, no script at all.
  void form(RoutingContext context) {
    context
        .response()
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                + " base-uri 'none'; frame-ancestors 'none'")
        .putHeader("X-Frame-Options", "DENY")
        .putHeader("Cache-Control", "no-store");
  }

  private static String host(RoutingContext context) {
    String host = Callers.host(context.request());
    return host != null && HOST.matcher(host).matches() ? host : "";
  }
}
