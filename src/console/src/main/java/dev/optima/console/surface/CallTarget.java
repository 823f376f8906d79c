package dev.optima.console.surface;

import dev.optima.protocol.message.JoinTicket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The call that a surface is to show.
///
/// @param joinUrl from `video_call_ready`; its fragment carries the ticket and is never logged
/// @param language `tr` or `en`: the page speaks it
/// @param providers origins of a media provider whose frames the page may hold; empty for `direct`
/// @param link the one link that the page may have opened beside the console; null for none
public record CallTarget(URI joinUrl, String language, Set<Origin> providers, @Nullable URI link) {
  public CallTarget {
    providers = Set.copyOf(providers);
    Origin.of(joinUrl);
  }

  /// A call with no provider of its own origin.
  public CallTarget(URI joinUrl, String language) {
    this(joinUrl, language, Set.of(), null);
  }

  /// The call that a ticket is for. What the ticket names wrongly is left out: then the fence stays
  /// closed, and the page says what it sees of that.
  public static CallTarget of(JoinTicket ticket, String language) {
    Set<Origin> providers = new LinkedHashSet<>();
    if (ticket.jitsi() != null) {
      webAddress("https://" + ticket.jitsi().domain() + "/")
          .map(Origin::of)
          .ifPresent(providers::add);
      webAddress(ticket.jitsi().scriptUrl()).map(Origin::of).ifPresent(providers::add);
    }
    URI link = ticket.linkUrl() == null ? null : webAddress(ticket.linkUrl()).orElse(null);
    return new CallTarget(URI.create(ticket.joinUrl()), language, providers, link);
  }

  /// The address, if it is one and nobody on the way can change what is there.
  private static Optional<URI> webAddress(String text) {
    try {
      URI address = new URI(text);
      boolean safe = "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
      return safe && address.getRawUserInfo() == null ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// Whether the media are in somebody else's room.
  boolean isElsewhere() {
    return !providers.isEmpty();
  }

  /// The backend's origin: the only one that may fill the window and speak to the console.
  public Origin home() {
    return Origin.of(joinUrl);
  }

  /// All origins whose pages may be loaded, in the page or in its frames.
  public Set<Origin> origins() {
    Set<Origin> all = new LinkedHashSet<>();
    all.add(home());
    all.addAll(providers);
    return all;
  }

  /// The page without its own controls, since the console draws them.
  URI hostedUrl() {
    return withQuery("host=console&lang=" + language);
  }

  /// The page with its own controls.
  URI plainUrl() {
    return withQuery("lang=" + language);
  }

  private URI withQuery(String more) {
    String url = joinUrl.toString();
    int hash = url.indexOf('#');
    String before = hash < 0 ? url : url.substring(0, hash);
    String fragment = hash < 0 ? "" : url.substring(hash);
    return URI.create(before + (before.indexOf('?') < 0 ? '?' : '&') + more + fragment);
  }

  /// Without the ticket.
  @Override
  public String toString() {
    return "CallTarget[" + home() + joinUrl.getPath() + ", " + language + ", " + providers + "]";
  }
}
