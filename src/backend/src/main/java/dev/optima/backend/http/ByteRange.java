package dev.optima.backend.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A part of a file that was asked for (RFC 9110, 14.2): one range; of several the whole file is
/// sent, which the RFC allows.
///
/// @param from the first byte, from 0
/// @param length bytes; 0 if there is nothing of it
record ByteRange(long from, long length) {
  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /// Empty if the whole is to be sent.
  static Optional<ByteRange> of(@Nullable String header, long size) {
    Matcher matcher = ONE.matcher(header == null ? "" : header.replace(" ", ""));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(last), size));
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
    if (to < from) {
      return Optional.empty();
    }
    return Optional.of(
        from >= size
            ? new ByteRange(0, 0)
            : new ByteRange(from, Math.min(to, size - 1) - from + 1));
  }

  private static ByteRange suffix(long count, long size) {
    long length = Math.min(count, size);
    return new ByteRange(size - length, length);
  }

  boolean isEmpty() {
    return length == 0;
  }

  /// As `Content-Range` says it.
  String header(long size) {
    return isEmpty() ? "bytes */" + size : "bytes " + from + "-" + (from + length - 1) + "/" + size;
  }
}
