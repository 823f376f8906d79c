package dev.optima.backend.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From which web pages browsers may act on behalf of somebody: this server's own, and those that
/// the operator added.
public final class Origins {
  private final Optional<String> own;
  private final Set<String> others;

  public Origins(Optional<URI> publicUrl, Set<String> others) {
    this.own = publicUrl.map(url -> url.toString().toLowerCase(Locale.ROOT));
    this.others = Set.copyOf(others);
  }

  /// Whether a page of this origin may act here: one of this server's own, whichever of its names
  /// was asked for, or one of those that the operator named.
  ///
  /// @param origin the header `Origin`; absent if it is no browser
  /// @param host the header `Host`
  public boolean allows(@Nullable String origin, @Nullable String host) {
    return origin == null || isNamed(origin) || isOf(origin, host);
  }

  /// Whether it is the configured address or one that the operator added.
  public boolean isNamed(String origin) {
    String asked = origin.toLowerCase(Locale.ROOT);
    return others.contains(asked) || own.filter(asked::equals).isPresent();
  }

  private static boolean isOf(String origin, @Nullable String host) {
    return host != null
        && (origin.equalsIgnoreCase("http://" + host)
            || origin.equalsIgnoreCase("https://" + host));
  }
}
