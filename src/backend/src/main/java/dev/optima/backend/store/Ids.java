package dev.optima.backend.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/// New identifiers.
public final class Ids {
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final SecureRandom SECURE = new SecureRandom();
  private static final AtomicLong COUNT = new AtomicLong();

  private Ids() {}

  /// 26 characters: 50 bits of time, then 80 random ones. New ones sort behind older ones, so an
  /// index grows at its end. Unique, but not secret.
  public static String next() {
    var random = ThreadLocalRandom.current();
    var text = new char[26];
    put(text, 0, 10, System.currentTimeMillis());
    put(text, 10, 8, random.nextLong());
    put(text, 18, 8, random.nextLong());
    return new String(text);
  }

  /// 26 characters that sort by this time; those of one moment, and of one process, in the order in
  /// which they were made.
  public static String at(Instant time) {
    var text = new char[26];
    put(text, 0, 10, time.toEpochMilli());
    put(text, 10, 8, COUNT.incrementAndGet());
    put(text, 18, 8, ThreadLocalRandom.current().nextLong());
    return new String(text);
  }

  /// What sorts before every id of this time or later, and behind every earlier one.
  public static String from(Instant time) {
    var text = new char[10];
    put(text, 0, 10, Math.max(0, time.toEpochMilli()));
    return new String(text);
  }

  /// 128 bits that nobody can guess, in 32 lower-case hexadecimal digits.
  public static String secret() {
    var bytes = new byte[16];
    SECURE.nextBytes(bytes);
    var text = new StringBuilder(32);
    for (byte b : bytes) {
      text.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return text.toString();
  }

  private static void put(char[] text, int from, int count, long bits) {
    long rest = bits;
    for (int i = from + count - 1; i >= from; i--) {
      text[i] = ALPHABET[(int) (rest & 31)];
      rest >>>= 5;
    }
  }
}
