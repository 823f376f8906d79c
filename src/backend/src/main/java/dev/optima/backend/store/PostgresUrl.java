package dev.optima.backend.store;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// `postgresql://user:password@host:port/name?options` in the form of JDBC.
final class PostgresUrl {
  private PostgresUrl() {}

  static String toJdbc(String url) {
    URI uri = URI.create(url);
    var jdbc = new StringBuilder("jdbc:postgresql://").append(uri.getHost());
    if (uri.getPort() >= 0) {
      jdbc.append(':').append(uri.getPort());
    }
    jdbc.append(uri.getRawPath());
    char separator = '?';
    if (uri.getRawQuery() != null) {
      jdbc.append(separator).append(uri.getRawQuery());
      separator = '&';
    }
    if (uri.getUserInfo() != null) {
      String[] parts = uri.getUserInfo().split(":", 2);
      jdbc.append(separator).append("user=").append(encoded(parts[0]));
      if (parts.length > 1) {
        jdbc.append("&password=").append(encoded(parts[1]));
      }
    }
    return jdbc.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
