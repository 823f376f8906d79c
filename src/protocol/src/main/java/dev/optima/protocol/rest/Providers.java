package dev.optima.protocol.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /api/providers`: what can carry the video here.
///
/// @param standard the organisation's: `direct`, `jitsi`, `jaas` or `link`
/// @param fallback whether those in a call of another one may go on over the built-in one
public record Providers(String standard, boolean fallback, List<Provider> providers) {
  public Providers {
    providers = List.copyOf(providers);
  }

  /// One that is configured.
  ///
  /// @param domain where it is; null for the built-in one
  public record Provider(String name, @Nullable String domain) {}
}
