package dev.optima.backend.provider;

import dev.optima.backend.outbound.OwnServers.Answer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a page may be shown inside of a page of ours, as browsers judge it (CSP 3, 6.4.2; RFC
/// 7034, which does not count beside `frame-ancestors`).
final class FrameRules {
  private static final String DIRECTIVE = "frame-ancestors";

  private FrameRules() {}

  /// The header that forbids it; null if none does.
  ///
  /// @param own where our page is
  static @Nullable String hindrance(Answer answer, URI own) {
    boolean ruled = false;
    for (String policy : answer.headers().values("Content-Security-Policy")) {
      for (String part : policy.split("[;,]")) {
        List<String> words = Arrays.asList(part.strip().split("\\s+"));
        if (words.getFirst().equalsIgnoreCase(DIRECTIVE)) {
          ruled = true;
          if (words.stream().skip(1).noneMatch(source -> lets(source, own, answer))) {
            return "Content-Security-Policy: " + part.strip();
          }
        }
      }
    }
    String options = answer.header("X-Frame-Options");
    boolean same = isSame(own, answer.at().uri());
    if (options == null || ruled) {
      return null;
    }
    boolean forbids =
        options.strip().equalsIgnoreCase("DENY")
            || (options.strip().equalsIgnoreCase("SAMEORIGIN") && !same);
    return forbids ? "X-Frame-Options: " + options.strip() : null;
  }

  private static boolean lets(String source, URI own, Answer answer) {
    String said = source.toLowerCase(Locale.ROOT);
    if (said.startsWith("'")) {
      return said.equals("'self'") && isSame(own, answer.at().uri());
    }
    if (said.equals("*")) {
      return true;
    }
    if (said.endsWith(":") && !said.contains("/")) {
      return isScheme(said.substring(0, said.length() - 1), own);
    }
    int end = said.indexOf("://");
    return (end < 0 || isScheme(said.substring(0, end), own))
        && isHost(end < 0 ? said : said.substring(end + 3), own);
  }

  /// `http:` means `https:` too.
  private static boolean isScheme(String scheme, URI own) {
    return scheme.equals(own.getScheme())
        || (scheme.equals("http") && "https".equals(own.getScheme()));
  }

  private static boolean isHost(String source, URI own) {
    String bare = source.replaceFirst("/.*$", "");
    int colon = bare.lastIndexOf(':');
    boolean hasPort = colon > bare.lastIndexOf(']');
    String host = hasPort ? bare.substring(0, colon) : bare;
    String port = hasPort ? bare.substring(colon + 1) : "";
    String ours = own.getHost().toLowerCase(Locale.ROOT);
    boolean fits = host.startsWith("*.") ? ours.endsWith(host.substring(1)) : ours.equals(host);
    return fits
        && (port.equals("*")
            || (port.isEmpty() ? port(own) == usual(own) : port.equals("" + port(own))));
  }

  private static boolean isSame(URI a, URI b) {
    return a.getScheme().equals(b.getScheme())
        && a.getHost().equalsIgnoreCase(b.getHost())
        && port(a) == port(b);
  }

  private static int port(URI address) {
    return address.getPort() < 0 ? usual(address) : address.getPort();
  }

  private static int usual(URI address) {
    return "https".equals(address.getScheme()) ? 443 : 80;
  }
}
