package dev.optima.backend.http;

import java.util.regex.Pattern;

/// Takes secrets out of what is logged: codes and, by mistake, tokens of providers stand in paths;
/// queries, headers, cookies and bodies are never logged at all.
final class Redaction {
  private static final Pattern CODE =
      Pattern.compile(
          "^(/a/|/b/|/m/|/setup/|/feeds/|/api/(invitations|booking-links|meeting-links)/)[^/]+");
  private static final Pattern TOKEN = Pattern.compile("(?i)(jwt=)[^&#;/]+");
  private static final Pattern ODD = Pattern.compile("[^\\x21-\\x7E]");
  private static final int LONGEST = 200;

  private Redaction() {}

  static String path(String path) {
    String coded = CODE.matcher(ODD.matcher(path).replaceAll("?")).replaceFirst("$1…");
    String tidy = TOKEN.matcher(coded).replaceAll("$1…");
    return tidy.length() > LONGEST ? tidy.substring(0, LONGEST) + "…" : tidy;
  }
}
