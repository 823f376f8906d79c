package dev.optima.backend.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What every answer tells a browser to refuse, and what a page of ours may do.
final class PageHeaders {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

  /// What a call needs of the browser.
  private static final List<String> OF_CALLS =
      List.of(
          "camera", "microphone", "display-capture", "autoplay", "fullscreen", "speaker-selection");

  private static final String REFUSED = "geolocation=(), payment=(), usb=()";

  private final Optional<String> publicHost;
  private final boolean secure;
  private final List<String> providers;

  /// @param providers origins whose scripts the call page loads and whose frames it shows
  PageHeaders(Optional<URI> publicUrl, boolean secure, List<String> providers) {
    this.publicHost = publicUrl.map(URI::getAuthority);
    this.secure = secure || publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
    this.providers = List.copyOf(providers);
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

  /// For the applicant's pages.
  void page(RoutingContext context) {
    page(context, List.of());
  }

  /// For the call page: a provider's `external_api.js` makes a frame of the same origin and speaks
  /// to it by messages alone, so it needs neither connections nor images of there.
  void callPage(RoutingContext context) {
    page(context, providers);
  }

  private void page(RoutingContext context, List<String> guests) {
    String theirs = guests.stream().map(origin -> " " + origin).collect(Collectors.joining());
    String host = publicHost.orElseGet(() -> host(context));
    String sockets = host.isEmpty() ? "" : " ws://" + host + " wss://" + host;
    context
        .response()
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'"
                + theirs
                + "; style-src 'self'; img-src 'self' data: blob:;"
                + " media-src 'self' blob: mediastream:; font-src 'self'; manifest-src 'self';"
                + " worker-src 'self'; connect-src 'self'"
                + sockets
                + "; frame-src 'self'"
                + theirs
                + "; frame-ancestors 'self'; base-uri 'none';"
                + " form-action 'none'; object-src 'none'")
        .putHeader("Permissions-Policy", permissions(guests))
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("X-Frame-Options", "SAMEORIGIN");
  }

  private static String permissions(List<String> guests) {
    String whose =
        guests.stream().map(origin -> " \"" + origin + "\"").collect(Collectors.joining());
    return OF_CALLS.stream()
        .map(feature -> feature + "=(self" + whose + "), ")
        .collect(Collectors.joining("", "", REFUSED));
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
