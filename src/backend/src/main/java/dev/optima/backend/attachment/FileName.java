package dev.optima.backend.attachment;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// Makes a name harmless that somebody else's machine gave to a file. It is only shown and offered
/// for saving; our own file is never called so.
final class FileName {
  /// The longest name, in UTF-8 bytes: what file systems take, with room for a browser's " (1)".
  static final int MAX_BYTES = 200;

  /// The longest extension that is kept when a name is shortened, in characters.
  private static final int MAX_EXTENSION = 16;

  private static final String NAMELESS = "file";
  private static final String FORBIDDEN = "<>:\"|?*";
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "conin$", "conout$", "com0", "com1", "com2", "com3", "com4",
          "com5", "com6", "com7", "com8", "com9", "com¹", "com²", "com³", "lpt0", "lpt1", "lpt2",
          "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "lpt¹", "lpt²", "lpt³");

  private FileName() {}

  /// A name without a path, without characters that hide or turn round what is read, and without
  /// what an operating system takes for something else. Its extension stays.
  static String harmless(String given) {
    String last = given.substring(1 + Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')));
    String seen = visible(Normalizer.normalize(visible(last), Normalizer.Form.NFC));
    String whole = trimmed(shortened(trimmed(seen)));
    if (whole.isEmpty()) {
      return NAMELESS;
    }
    return isDevice(whole) ? "_" + whole : whole;
  }

  private static String visible(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !hides(c))
        .map(c -> Character.isSpaceChar(c) ? ' ' : c)
        .map(c -> FORBIDDEN.indexOf(c) >= 0 ? '_' : c)
        .forEach(out::appendCodePoint);
    return out.toString().replaceAll(" {2,}", " ");
  }

  /// Controls, bidirectional and other invisible marks (but the joiner that emoji and some scripts
  /// need is of that class too: a name does without it), halves of pairs, unassigned characters,
  /// tags and variation selectors.
  private static boolean hides(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isBlank(c);
    };
  }

  /// Letters and marks that show nothing: Hangul fillers, the Braille blank, variation selectors.
  private static boolean isBlank(int c) {
    return c == 0x115F
        || c == 0x1160
        || c == 0x3164
        || c == 0xFFA0
        || c == 0x2800
        || c == 0x034F
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  /// Windows drops dots and blanks at the end, so that another name would come out; a dot at the
  /// beginning hides a file elsewhere.
  private static String trimmed(String name) {
    int begin = 0;
    int end = name.length();
    while (begin < end && (name.charAt(begin) == ' ' || name.charAt(begin) == '.')) {
      begin++;
    }
    while (end > begin && (name.charAt(end - 1) == ' ' || name.charAt(end - 1) == '.')) {
      end--;
    }
    return name.substring(begin, end);
  }

  private static String shortened(String name) {
    if (bytes(name) <= MAX_BYTES) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    boolean extended = dot > 0 && name.length() - dot <= MAX_EXTENSION + 1;
    String extension = extended ? name.substring(dot) : "";
    String stem = extended ? name.substring(0, dot) : name;
    int end = stem.length();
    while (end > 0 && bytes(stem.substring(0, end)) + bytes(extension) > MAX_BYTES) {
      end = stem.offsetByCodePoints(end, -1);
    }
    return trimmed(stem.substring(0, end)) + extension;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isDevice(String name) {
    int dot = name.indexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return DEVICES.contains(stem.strip().toLowerCase(Locale.ROOT));
  }
}
