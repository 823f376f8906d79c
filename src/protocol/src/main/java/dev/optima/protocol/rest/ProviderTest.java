package dev.optima.protocol.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /api/providers/{name}/test`: what a look at a provider found.
///
/// @param ok whether calls can be expected to work
public record ProviderTest(boolean ok, List<Check> checks) {
  public ProviderTest {
    checks = List.copyOf(checks);
  }

  /// One thing that was looked at.
  ///
  /// @param check what: `token`, `script`, `clock`, `frame`, `server`, `link` or `ice`
  /// @param code what was found; clients have words for it
  /// @param detail a name or figure to go with it
  public record Check(String check, boolean ok, String code, @Nullable String detail) {}
}
