package dev.optima.console.chat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A piece of what somebody wrote: words, an address that can be opened, or an emoji.
sealed interface Piece {
  Set<String> SCHEMES = Set.of("http", "https", "mailto");
  Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\b(?:https?://[^\\s<>\"]+|mailto:[^\\s<>\"]+|[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+)");
  String TRAILING = ".,;:!?'\u2019\u201d";

  /// Words.
  record Words(String text) implements Piece {}

  /// An address, shown as it was written.
  record Link(String text, URI target) implements Piece {}

  /// One emoji of those that have a picture.
  record Picture(String emoji) implements Piece {}

  /// Takes a text apart.
  static List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = ADDRESS.matcher(text);
    int at = 0;
    while (matcher.find(at)) {
      String shown = trimmed(matcher.group());
      Optional<URI> target = target(shown);
      int end = matcher.start() + shown.length();
      if (target.isPresent()) {
        words(text.substring(at, matcher.start()), pieces);
        pieces.add(new Link(shown, target.get()));
      } else {
        words(text.substring(at, end), pieces);
      }
      at = end;
    }
    words(text.substring(at), pieces);
    return pieces;
  }

  /// What closes a sentence or a bracket around the address is not part of it.
  private static String trimmed(String found) {
    int end = found.length();
    while (end > 1
        && (TRAILING.indexOf(found.charAt(end - 1)) >= 0 || isLoose(found.substring(0, end)))) {
      end--;
    }
    return found.substring(0, end);
  }

  private static boolean isLoose(String address) {
    return address.endsWith(")") && address.indexOf('(') < 0
        || address.endsWith("]") && address.indexOf('[') < 0;
  }

  private static Optional<URI> target(String shown) {
    boolean bare = !shown.contains(":");
    try {
      URI uri = new URI(bare ? "mailto:" + shown : shown);
      return Optional.of(uri).filter(Piece::mayOpen);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// Whether an address may be handed to the system's browser.
  static boolean mayOpen(URI uri) {
    return uri.getScheme() != null
        && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
        && (uri.isOpaque() || uri.getHost() != null);
  }

  private static void words(String text, List<Piece> pieces) {
    int from = 0;
    int at = 0;
    while (at < text.length()) {
      Optional<String> emoji = Emoji.at(text, at);
      if (emoji.isEmpty()) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      if (at > from) {
        pieces.add(new Words(text.substring(from, at)));
      }
      pieces.add(new Picture(emoji.get()));
      at += emoji.get().length();
      from = at;
    }
    if (from < text.length()) {
      pieces.add(new Words(text.substring(from)));
    }
  }
}
