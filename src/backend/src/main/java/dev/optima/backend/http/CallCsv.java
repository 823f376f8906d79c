package dev.optima.backend.http;

import dev.optima.protocol.message.CallSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Calls as RFC 4180 CSV. What a spreadsheet would take for a formula is disarmed by an apostrophe.
final class CallCsv {
  /// The most calls in one file.
  static final int MAX_ROWS = 50_000;

  private static final List<String> COLUMNS =
      List.of(
          "call_id",
          "room_id",
          "caller_id",
          "caller_name",
          "applicant_id",
          "applicant_name",
          "state",
          "outcome",
          "created_at",
          "started_at",
          "ended_at",
          "duration",
          "ended_by");

  private final StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
  private int rows;

  void add(List<CallSnapshot> calls) {
    for (CallSnapshot call : calls) {
      if (!hasRoom()) {
        return;
      }
      rows++;
      text.append(row(call)).append("\r\n");
    }
  }

  boolean hasRoom() {
    return rows < MAX_ROWS;
  }

  String text() {
    return text.toString();
  }

  private static String row(CallSnapshot call) {
    return Stream.of(
            field(call.callId()),
            field(call.roomId()),
            field(call.callerId()),
            field(call.callerName()),
            field(call.applicantId()),
            field(call.applicantName()),
            field(call.state()),
            field(call.outcome() == null ? null : call.outcome().name().toLowerCase(Locale.ROOT)),
            field(call.createdAt()),
            field(call.startedAt()),
            field(call.endedAt()),
            field(call.duration()),
            field(call.endedBy()))
        .collect(Collectors.joining(","));
  }

  static String field(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String plain = value.toString();
    String safe =
        !plain.isEmpty() && "=+-@\t\r".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }
}
