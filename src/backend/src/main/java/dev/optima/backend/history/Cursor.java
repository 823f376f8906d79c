package dev.optima.backend.history;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.call.CallOutcome;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/// Where a page ended: the next one goes on behind that place, whatever was added or taken away
/// meanwhile. Clients get it as a text that says nothing to them.
///
/// @param key by which the calls are sorted, of the last call of the page; empty if by time
/// @param at when that was placed, in milliseconds
/// @param no its number
record Cursor(CallOrder order, String key, long at, long no) {
  private static final int MAX_LENGTH = 1_000;
  private static final int PARTS = 5;

  String text() {
    String plain =
        String.join(
            "|",
            order.by().name().toLowerCase(Locale.ROOT),
            order.ascending() ? "asc" : "desc",
            Long.toString(at),
            Long.toString(no),
            key);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads what a client gave back.
  ///
  /// @throws Refusal if it is none of ours, or of another order
  static Cursor read(String text, CallOrder order) {
    if (text.length() > MAX_LENGTH) {
      throw unknown();
    }
    Cursor cursor;
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split("\\|", PARTS);
      if (parts.length != PARTS || plain.indexOf(0) >= 0) {
        throw unknown();
      }
      var by = CallOrder.By.valueOf(parts[0].toUpperCase(Locale.ROOT));
      var said = new CallOrder(by, parts[1].equals("asc"));
      cursor =
          new Cursor(said, key(by, parts[4]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    if (!cursor.order.equals(order)) {
      throw Refusal.invalid("before", "before is the next of a page in another order");
    }
    return cursor;
  }

  /// A number is written anew: it becomes a part of what the database is asked.
  private static String key(CallOrder.By by, String text) {
    return switch (by) {
      case WHEN -> {
        if (!text.isEmpty()) {
          throw unknown();
        }
        yield "";
      }
      case APPLICANT, INTERVIEWER -> text;
      case LENGTH -> Long.toString(Long.parseLong(text));
      case OUTCOME -> {
        long outcome = Long.parseLong(text);
        if (outcome < 0 || outcome > CallOutcome.values().length) {
          throw unknown();
        }
        yield Long.toString(outcome);
      }
      case QUALITY -> {
        double score = Double.parseDouble(text);
        if (!Double.isFinite(score)) {
          throw unknown();
        }
        yield Double.toString(score);
      }
    };
  }

  /// Whether what the calls are sorted by is not known of the last one.
  boolean isUnknown() {
    return !order.by().isAlwaysKnown() && key.startsWith("-");
  }

  /// Whether only live calls come after the last one.
  boolean isBehindAllThatIsOver() {
    return order.by() == CallOrder.By.OUTCOME && key.equals("0");
  }

  private static Refusal unknown() {
    return Refusal.invalid("before", "before is not the next of a page");
  }
}
