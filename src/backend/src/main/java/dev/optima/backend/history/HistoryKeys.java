package dev.optima.backend.history;

import dev.optima.backend.search.SearchText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What stands in the narrow columns of the history.
final class HistoryKeys {
  /// Names that are alike for so long are sorted by time.
  private static final int MAX_NAME = 60;

  private static final long HOUR = 3_600_000;
  static final int WEEK = 168;

  /// 1970-01-01 was a Thursday.
  static final int THURSDAY = 72;

  private HistoryKeys() {}

  /// A number for an id, or for the text of a position: never 0, and of two that differ never the
  /// same (of a million people with a chance of 1 in 20 million).
  static long of(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Math.max(1, ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same of a position; 0 for none.
  static long ofPosition(@Nullable String position) {
    return position == null ? 0 : of(position);
  }

  /// A name as it is sorted: as if it had no accents.
  static String name(String name) {
    String folded = SearchText.of(name).strip();
    int end = folded.offsetByCodePoints(0, Math.min(MAX_NAME, codePoints(folded)));
    return folded.substring(0, end);
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  /// The hour of the week in UTC; 0 is Monday 00:00.
  static int weekHour(Instant at) {
    return (int) Math.floorMod(Math.floorDiv(at.toEpochMilli(), HOUR) + THURSDAY, (long) WEEK);
  }
}
