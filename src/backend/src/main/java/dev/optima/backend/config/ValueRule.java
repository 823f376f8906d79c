package dev.optima.backend.config;

import dev.optima.backend.outbound.PrivateNetworks;
import java.net.Inet6Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a value may be: answers with the sentence that says what is wrong and what to do.
final class ValueRule {

  private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug");
  private static final Pattern ICE_URL =
      Pattern.compile("(stuns?|turns?):[^\\s,?]+(\\?transport=(udp|tcp))?");
  private static final Pattern CLAMD_ADDRESS =
      Pattern.compile("/[^\\x00]+|clamd://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]+");

  /// A name, or for tests a whole address on this machine.
  private static final Pattern PUSH_HOST =
      Pattern.compile("(\\*\\.)?([a-zA-Z0-9-]+\\.)+[a-zA-Z]{2,}|http://127\\.0\\.0\\.1:\\d{1,5}");

  private static final Pattern MAILBOX_FORM =
      Pattern.compile(
          "[^@\\s\\p{Cntrl}<>\",;]+@[^@\\s\\p{Cntrl}<>\",;]+"
              + "|[^\\p{Cntrl}<>\"]*<[^@\\s\\p{Cntrl}<>\",;]+@[^@\\s\\p{Cntrl}<>\",;]+>");

  private static final Pattern HOST_NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

  static final ValueRule TEXT = new ValueRule(false, value -> null);
  static final ValueRule HOST = new ValueRule(false, ValueRule::host);
  static final ValueRule BASE_URL = new ValueRule(false, ValueRule::baseUrl);
  static final ValueRule ORIGINS = each(ValueRule::origin);
  static final ValueRule ADDRESSES =
      each(
          value ->
              ADDRESS.matcher(value).matches()
                  ? null
                  : "\"" + value + "\" is not an IP address; give one such as 10.0.0.5");
  static final ValueRule NETWORKS =
      each(
          value ->
              PrivateNetworks.isNetwork(value)
                  ? null
                  : "\"" + value + "\" is not a network; give one such as 10.1.0.0/16");
  static final ValueRule DATABASE =
      new ValueRule(
          false,
          value ->
              value.startsWith("jdbc:postgresql:")
                      || value.startsWith("postgresql://")
                      || value.startsWith("postgres://")
                  ? null
                  : "is not a database that Optima knows; give postgresql://host/name, or nothing"
                      + " for SQLite in the data directory");
  static final ValueRule ICE =
      each(
          value ->
              ICE_URL.matcher(value).matches()
                  ? null
                  : "\""
                      + value
                      + "\" is not a STUN or TURN server; give one such as"
                      + " stun:stun.example.com:3478");
  static final ValueRule FILE = new ValueRule(false, ValueRule::file);
  static final ValueRule CLAMD =
      new ValueRule(
          false,
          value ->
              CLAMD_ADDRESS.matcher(value).matches()
                  ? null
                  : "\""
                      + value
                      + "\" is not an address of clamd; give clamd://127.0.0.1:3310, or the path of"
                      + " its socket");
  static final ValueRule LEVEL =
      new ValueRule(
          false,
          value ->
              LEVELS.contains(value.toLowerCase(Locale.ROOT))
                  ? null
                  : "\"" + value + "\" is not a level; give error, warn, info or debug");
  static final ValueRule SMTP_SECURITY =
      new ValueRule(
          false,
          value ->
              Set.of("starttls", "tls", "none").contains(value)
                  ? null
                  : "\"" + value + "\" is no way to protect mail; give starttls, tls or none");
  static final ValueRule MAILBOX =
      new ValueRule(
          false,
          value ->
              MAILBOX_FORM.matcher(value).matches()
                  ? null
                  : "\""
                      + value
                      + "\" is not a sender; give one such as Acme Jobs <jobs@example.com>");
  static final ValueRule PUSH_HOSTS =
      each(
          value ->
              PUSH_HOST.matcher(value).matches()
                  ? null
                  : "\"" + value + "\" is no push service; give names such as *.push.example.com");
  static final ValueRule NOT_YET_NATS =
      new ValueRule(
          false,
          value ->
              "several nodes over NATS are not in this version of Optima; leave it out and run one"
                  + " node");

  private final boolean number;
  private final Function<String, @Nullable String> check;

  private ValueRule(boolean number, Function<String, @Nullable String> check) {
    this.number = number;
    this.check = check;
  }

  Optional<String> problem(String value) {
    return Optional.ofNullable(check.apply(value));
  }

  boolean isNumber() {
    return number;
  }

  static ValueRule number(int least, int most) {
    return new ValueRule(true, value -> range(value, least, most, ""));
  }

  static ValueRule seconds(int least, int most) {
    return new ValueRule(true, value -> range(value, least, most, " seconds"));
  }

  /// The parts of a list: separated by commas, blanks around them do not count.
  static List<String> parts(String value) {
    return value.isBlank()
        ? List.of()
        : Pattern.compile(",")
            .splitAsStream(value)
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
  }

  /// A rule of somebody else.
  static ValueRule of(Function<String, @Nullable String> check) {
    return new ValueRule(false, check);
  }

  static ValueRule each(Function<String, @Nullable String> check) {
    return new ValueRule(
        false,
        value -> {
          for (String part : parts(value)) {
            String problem = check.apply(part);
            if (problem != null) {
              return problem;
            }
          }
          return null;
        });
  }

  private static @Nullable String range(String value, int least, int most, String unit) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return null;
      }
    } catch (NumberFormatException e) {
      return "\"" + value + "\" is not a whole number; give " + least + " to " + most + unit;
    }
    return value + " is out of range; give " + least + " to " + most + unit;
  }

  private static @Nullable String host(String value) {
    return HOST_NAME.matcher(value).matches() || isIpv6(value)
        ? null
        : "\""
            + value
            + "\" is no address to listen on; give 127.0.0.1, 0.0.0.0, :: or one of this machine's"
            + " own, without a port";
  }

  private static boolean isIpv6(String value) {
    if (value.startsWith("[")) {
      return false;
    }
    try {
      Inet6Address.ofLiteral(value);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable String baseUrl(String value) {
    URI uri = uri(value);
    if (uri == null
        || uri.getHost() == null
        || !isWeb(uri)
        || uri.getQuery() != null
        || uri.getFragment() != null) {
      return "\"" + value + "\" is not an address; give one such as https://optima.example.com";
    }
    if (uri.getPath() != null && !uri.getPath().isEmpty() && !uri.getPath().equals("/")) {
      return "\"" + value + "\" has a path; Optima is served at the root of its host name";
    }
    return null;
  }

  private static @Nullable String origin(String value) {
    URI uri = uri(value);
    return uri != null
            && uri.getHost() != null
            && isWeb(uri)
            && (uri.getPath() == null || uri.getPath().isEmpty())
        ? null
        : "\"" + value + "\" is not an origin; give one such as https://jobs.example.com";
  }

  private static @Nullable String file(String value) {
    try {
      return Files.isReadable(Path.of(value))
          ? null
          : "the file " + value + " cannot be read; check the path and its permissions";
    } catch (InvalidPathException e) {
      return "\"" + value + "\" is not a path; give the name of a file";
    }
  }

  private static boolean isWeb(URI uri) {
    return "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
  }

  private static @Nullable URI uri(String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
