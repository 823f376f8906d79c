package dev.optima.console.link;

import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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

  /// A call.
  record Join(CallId call) implements ConsoleLink {}

  /// A room.
  record Applicant(UserId applicant) implements ConsoleLink {}

  /// A backend, as somebody would type its address.
  record Server(String address) implements ConsoleLink {}

  /// Reads what the system hands over; empty for anything else.
  static Optional<ConsoleLink> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    if (!SCHEME.equalsIgnoreCase(uri.getScheme()) || uri.getRawAuthority() == null) {
      return Optional.empty();
    }
    // Some systems put a slash at the end.
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("^/|/$", "");
    return switch (uri.getRawAuthority()) {
      case "join" -> id(path).map(id -> new Join(new CallId(id)));
      case "applicant" -> id(path).map(id -> new Applicant(new UserId(id)));
      case "server" -> address(uri.getRawQuery()).map(Server::new);
      default -> Optional.empty();
    };
  }

  /// Whether it is to be read as a link at all.
  static boolean isLink(String text) {
    return text.regionMatches(true, 0, SCHEME + ":", 0, SCHEME.length() + 1);
  }

  private static Optional<String> id(String path) {
    return Optional.of(path).filter(id -> ID.matcher(id).matches());
  }

  private static Optional<String> address(@Nullable String query) {
    String key = "url=";
    if (query == null || !query.startsWith(key)) {
      return Optional.empty();
    }
    try {
      String url = URLDecoder.decode(query.substring(key.length()), StandardCharsets.UTF_8);
      return Optional.of(url).filter(one -> one.startsWith("https://") || one.startsWith("http://"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
