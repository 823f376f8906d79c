package dev.optima.console.surface;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

/// The call that a surface is to show.
///
/// @param joinUrl from `video_call_ready`; its fragment carries the ticket and is never logged
/// @param language `tr` or `en`: the page speaks it
/// @param providers origins of a media provider whose frames the page may hold; empty for `direct`
public record CallTarget(URI joinUrl, String language, Set<Origin> providers) {
  public CallTarget {
    providers = Set.copyOf(providers);
    Origin.of(joinUrl);
  }

  /// A call with no provider of its own origin.
  public CallTarget(URI joinUrl, String language) {
    this(joinUrl, language, Set.of());
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
