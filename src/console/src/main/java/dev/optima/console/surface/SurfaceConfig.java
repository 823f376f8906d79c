package dev.optima.console.surface;

import java.nio.file.Path;
import java.util.List;

/// What the surfaces are set up with.
///
/// @param setting the user's choice
/// @param home a directory of the user's own: profiles that are kept live below it
/// @param cache one for what can be made again: the unpacked engine and its profile
/// @param arguments further switches for Chromium
public record SurfaceConfig(SurfaceSetting setting, Path home, Path cache, List<String> arguments) {
  /// `;`-separated switches, for tests: such as `--use-fake-device-for-media-stream`.
  private static final String ARGUMENTS = "optima.chromium.arguments";

  public SurfaceConfig {
    arguments = List.copyOf(arguments);
  }

  /// With the switches of the system property `optima.chromium.arguments`.
  public static SurfaceConfig of(SurfaceSetting setting, Path home, Path cache) {
    List<String> arguments =
        List.of(System.getProperty(ARGUMENTS, "").split(";")).stream()
            .map(String::strip)
            .filter(argument -> !argument.isEmpty())
            .toList();
    return new SurfaceConfig(setting, home, cache, arguments);
  }
}
