package dev.optima.backend.account;

import dev.optima.backend.refusal.Refusal;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;

/// What people type about themselves: made tidy, or refused with the field that is wrong.
public final class Inputs {

  /// The longest name, in characters.
  static final int MAX_NAME = 200;

  /// The shortest password, in characters (NIST SP 800-63B).
  static final int MIN_PASSWORD = 8;

  /// The longest password, in characters.
  static final int MAX_PASSWORD = 256;

  private static final int MAX_EMAIL = 254;
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Cntrl}<>\",;]+@[^@\\s\\p{Cntrl}<>\",;]+");

  private Inputs() {}

  /// Whether both databases keep this text as it is: without a NUL or half a surrogate pair.
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !pair)) {
        return false;
      }
      i += pair ? 1 : 0;
    }
    return true;
  }

  /// A name or another short line of text.
  public static String line(String field, String value) {
    String tidy = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    if (tidy.isEmpty() || tidy.length() > MAX_NAME) {
      throw Refusal.invalid(field, field + " has 1 to " + MAX_NAME + " characters");
    }
    if (tidy.chars().anyMatch(c -> Character.getType(c) == Character.CONTROL)
        || !isStorable(tidy)) {
      throw Refusal.invalid(field, field + " has a control character; write it in one line");
    }
    return tidy;
  }

  /// An e-mail address, as it was written.
  public static String email(String value) {
    String tidy = value.strip();
    if (tidy.length() > MAX_EMAIL || !EMAIL.matcher(tidy).matches()) {
      throw Refusal.invalid("email", "email is not an address such as ada@example.com");
    }
    return tidy;
  }

  /// Under which an e-mail address is found.
  public static String emailKey(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /// A password that is neither too short nor a way to keep the server busy.
  public static String password(String value) {
    if (value.length() < MIN_PASSWORD || value.length() > MAX_PASSWORD) {
      throw Refusal.invalid(
          "password", "password has " + MIN_PASSWORD + " to " + MAX_PASSWORD + " characters");
    }
    return value;
  }

  /// A language, BCP 47.
  public static String language(String value) {
    try {
      String tag = new Locale.Builder().setLanguageTag(value).build().toLanguageTag();
      if (!tag.equals("und")) {
        return tag;
      }
    } catch (IllformedLocaleException e) {
      throw notALanguage();
    }
    throw notALanguage();
  }

  /// A time zone, IANA.
  public static String timeZone(String value) {
    if (ZoneId.getAvailableZoneIds().contains(value)) {
      return value;
    }
    throw Refusal.invalid("time_zone", "time_zone is not an IANA zone such as Europe/Istanbul");
  }

  private static Refusal notALanguage() {
    return Refusal.invalid("language", "language is not a BCP 47 tag such as tr");
  }
}
