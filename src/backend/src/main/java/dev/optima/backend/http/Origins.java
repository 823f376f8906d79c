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

  /// Whether a page of this origin may act here. Without a configured address, the page has to come
  /// from the host that it asks.
  ///
  /// @param origin the header `Origin`; absent if it is no browser
  /// @param host the header `Host`
  public boolean allows(@Nullable String origin, @Nullable String host) {
    if (origin == null) {
      return true;
    }
    String asked = origin.toLowerCase(Locale.ROOT);
    if (others.contains(asked)) {
      return true;
    }
    return own.map(asked::equals)
        .orElseGet(
            () ->
                host != null
                    && (asked.equals("http://" + host.toLowerCase(Locale.ROOT))
                        || asked.equals("https://" + host.toLowerCase(Locale.ROOT))));
  }
}
