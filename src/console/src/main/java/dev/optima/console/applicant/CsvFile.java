package dev.optima.console.applicant;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a CSV file as spreadsheets write it: UTF-8 or UTF-16 with a mark, UTF-8 without one,
/// else the code page of a Turkish Windows, in which western letters read right too.
final class CsvFile {
  /// Bytes; the request's limit less what JSON adds.
  static final long MOST = 900 * 1024;

  private static final Charset WINDOWS = Charset.forName("windows-1254");
  private static final char MARK = '\uFEFF';

  private CsvFile() {}

  static String read(Path file) throws IOException {
    return decode(Files.readAllBytes(file));
  }

  static String decode(byte[] bytes) {
    if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
      return bare(new String(bytes, StandardCharsets.UTF_16));
    }
    try {
      return bare(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }

  private static boolean begins(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static String bare(String text) {
    return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
  }
}
