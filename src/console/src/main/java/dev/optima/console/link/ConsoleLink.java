package dev.optima.console.link;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A link that opens the console at something. Anybody can write one on any page, so a link never
/// does anything by itself: it only shows where the recruiter can.
///
/// - `optima://join/<call>`: a call that goes on
/// - `optima://applicant/<id>`: the room with an applicant
/// - `optima://server?url=https%3A%2F%2F…`: from IT: the backend to sign in at
public sealed interface ConsoleLink {
  /// The scheme that installed consoles are registered for.
  String SCHEME = "optima";

  int LONGEST = 2048;
  Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /// Where a password may go without TLS: nowhere but to this machine.
  Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /// A call.
  record Join(CallId call) implements ConsoleLink {}

  /// A room.
  record Applicant(UserId applicant) implements ConsoleLink {}

  /// A backend: an `https` address of nothing but host, port and path, so that the host that is
  /// shown is the host that is meant. Without TLS only on this machine.
  record Server(URI address) implements ConsoleLink {}

  /// Reads what the system hands over; empty for anything else.
  static Optional<ConsoleLink> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<URI> read = uri(text.strip());
    if (read.isEmpty()
        || !SCHEME.equalsIgnoreCase(read.get().getScheme())
        || read.get().getRawAuthority() == null) {
      return Optional.empty();
    }
    URI uri = read.get();
    // Some systems put a slash at the end.
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("^/|/$", "");
    // Browsers may write the place in lower case, and people in upper case.
    return switch (uri.getRawAuthority().toLowerCase(Locale.ROOT)) {
      case "join" -> id(path).map(id -> new Join(new CallId(id)));
      case "applicant" -> id(path).map(id -> new Applicant(new UserId(id)));
      case "server" -> path.isEmpty() ? server(uri.getRawQuery()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// Whether it is to be read as a link at all.
  static boolean isLink(String text) {
    return text.strip().regionMatches(true, 0, SCHEME + ":", 0, SCHEME.length() + 1);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> id(String path) {
    return Optional.of(path).filter(id -> ID.matcher(id).matches());
  }

  private static Optional<ConsoleLink> server(@Nullable String query) {
    String key = "url=";
    if (query == null || !query.startsWith(key) || query.indexOf('&') >= 0) {
      return Optional.empty();
    }
    try {
      return uri(URLDecoder.decode(query.substring(key.length()), StandardCharsets.UTF_8))
          .filter(ConsoleLink::isServer)
          .map(Server::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isServer(URI address) {
    if (address.getHost() == null
        || address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      return false;
    }
    return "https".equalsIgnoreCase(address.getScheme())
        || ("http".equalsIgnoreCase(address.getScheme())
            && THIS_MACHINE.contains(address.getHost().toLowerCase(Locale.ROOT)));
  }
}
