package dev.optima.backend.http;

import dev.optima.protocol.json.Json;
import java.util.List;

/// What a browser has to know to install the applicant's page as an app
/// (<https://www.w3.org/TR/appmanifest/>): it bears the name of the organisation.
record WebManifest(
    String id,
    String name,
    String shortName,
    String lang,
    String startUrl,
    String scope,
    String display,
    String themeColor,
    String backgroundColor,
    List<Icon> icons) {

  /// One picture.
  ///
  /// @param purpose `any`, or `maskable` for one that may be cut to any shape
  record Icon(String src, String sizes, String type, String purpose) {}

  /// @param language of the name: the page itself speaks each applicant's own
  static String of(String organisation, String language) {
    return Json.write(
        new WebManifest(
            "/a",
            organisation,
            organisation,
            language,
            "/a",
            "/a",
            "standalone",
            "#ffffff",
            "#f6f8fa",
            List.of(
                new Icon("/pages/shared/icon.svg", "any", "image/svg+xml", "any"),
                new Icon("/pages/shared/icon-192.png", "192x192", "image/png", "any"),
                new Icon("/pages/shared/icon-512.png", "512x512", "image/png", "any"),
                new Icon(
                    "/pages/shared/icon-maskable-512.png", "512x512", "image/png", "maskable"))));
  }
}
