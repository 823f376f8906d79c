package dev.optima.console.surface;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/// Which addresses the page may have: those of the origins given, exactly. Since Chromium grants
/// camera, microphone and screen to whatever it loads, nothing else may ever be loaded.
final class Fence {
  /// Where a page begins, before it has an address.
  static final String BLANK = "about:blank";

  private final Origin home;
  private final Set<Origin> providers;
  private final Set<Origin> origins;

  Fence(CallTarget target) {
    this.home = target.home();
    this.providers = target.providers();
    this.origins = target.origins();
  }

  /// Whether the address may fill the window.
  boolean allowsPage(String url) {
    return url.equals(BLANK) || isHome(url);
  }

  /// Whether the address may fill a frame of the page.
  boolean allowsFrame(String url) {
    return url.equals(BLANK)
        || url.equals("about:srcdoc")
        || originOf(url).filter(origins::contains).isPresent();
  }

  /// Whether the address may be fetched. What a page made itself (`data:`, `blob:`) goes nowhere.
  boolean allowsResource(String url) {
    return url.startsWith("data:")
        || url.startsWith("blob:")
        || originOf(url).filter(origins::contains).isPresent();
  }

  /// Whether the address may be fetched by a page of this origin. What a provider's own page needs
  /// is the provider's business (JaaS loads from a CDN), as long as nobody on the way can change
  /// it.
  boolean allowsResource(String url, String initiator) {
    return allowsResource(url)
        || (isProvider(initiator)
            && originOf(url).filter(origin -> origin.scheme().equals("https")).isPresent());
  }

  /// Whether it is a page of a media provider: it may stand in a frame, and say what its
  /// connections are like.
  boolean isProvider(String url) {
    return originOf(url).filter(providers::contains).isPresent();
  }

  /// Whether it is a page of the backend: the only one that may speak freely to the console.
  boolean isHome(String url) {
    return originOf(url).filter(home::equals).isPresent();
  }

  /// What may be logged of an address: a query or a fragment may carry a ticket.
  static String loggable(String url) {
    return url.replaceFirst("[?#].*", "");
  }

  private static Optional<Origin> originOf(String url) {
    try {
      // A socket is of the origin of its page: ws as http, wss as https.
      String web = url.replaceFirst("^ws(s?):", "http$1:");
      int end = web.indexOf('#') < 0 ? web.length() : web.indexOf('#');
      int query = web.indexOf('?') < 0 ? end : Math.min(end, web.indexOf('?'));
      URI address = new URI(web.substring(0, query));
      // A name before the host is only ever there to deceive.
      return address.getRawUserInfo() == null ? Optional.of(Origin.of(address)) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
