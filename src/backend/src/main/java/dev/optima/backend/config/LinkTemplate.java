package dev.optima.backend.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address with blanks in it: `https://video.example.com/{room}`.
///
/// @param text with `{room}` or `{call}`, so that no two calls meet, and `{name}` at will
public record LinkTemplate(String text) {
  private static final Pattern BLANK = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern END_OF_PLACE = Pattern.compile("[/?#]");
  private static final Set<String> BLANKS = Set.of("room", "call", "name");

  /// What is wrong with it, and what to do.
  static Optional<String> problem(String text) {
    Matcher blanks = BLANK.matcher(text);
    boolean own = false;
    while (blanks.find()) {
      String blank = blanks.group(1);
      if (!BLANKS.contains(blank)) {
        return Optional.of(
            "{" + blank + "} means nothing in it; there are {room}, {call} and {name}");
      }
      own |= !blank.equals("name");
    }
    if (!own) {
      return Optional.of(
          "has neither {room} nor {call}, so all calls would meet in one place; give an address"
              + " such as https://video.example.com/{room}");
    }
    return isAddress(BLANK.matcher(text).replaceAll("x")) && !blankHost(text)
        ? Optional.empty()
        : Optional.of("is not an address; give one such as https://video.example.com/{room}");
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /// Where a call goes to is not for a name to say.
  private static boolean blankHost(String text) {
    String place = text.substring(text.indexOf("://") + 3);
    return END_OF_PLACE.split(place, 2)[0].contains("{");
  }

  /// Host, and port if it is not the usual one.
  public String domain() {
    return URI.create(BLANK.matcher(text).replaceAll("x")).getAuthority();
  }

  /// The address of one room for one person; what is filled in can mean nothing but itself.
  public String url(String room, String call, String name) {
    return BLANK
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    encoded(
                        switch (found.group(1)) {
                          case "room" -> room;
                          case "call" -> call;
                          default -> name;
                        })));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
