package dev.optima.backend.http;

import dev.optima.backend.history.CallExport;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.CallRow;
import dev.optima.protocol.rest.CutTable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Calls as RFC 4180 CSV, a part at a time. What a spreadsheet would take for a formula is disarmed
/// by an apostrophe. Where there are more than the file may hold, its last line says so.
final class CallCsv {
  /// The most calls in one file.
  static final int MAX_ROWS = 100_000;

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
          "ended_by",
          "interviewers",
          "provider",
          "meeting",
          "drops",
          "recorded",
          "created_local",
          "started_local",
          "ended_local",
          "time_zone");

  /// What only the team is told.
  private static final List<String> OF_THE_TEAM = List.of("position", "score");

  private static final String END = "\r\n";
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final CallExport calls;
  private final int most;
  private final ZoneId zone;
  private final boolean team;
  private boolean begun;
  private boolean ended;

  /// @param most as many as the export has at most
  CallCsv(CallExport calls, int most, ZoneId zone, boolean team) {
    this.calls = calls;
    this.most = most;
    this.zone = zone;
    this.team = team;
  }

  /// The next lines; empty at the end.
  Optional<String> next() {
    if (ended) {
      return Optional.empty();
    }
    var lines = new StringBuilder(begun ? "" : head());
    begun = true;
    Optional<List<CallRow>> part = calls.next();
    if (part.isPresent()) {
      part.get().forEach(row -> lines.append(line(row)).append(END));
    } else {
      ended = true;
      if (calls.isCut()) {
        lines.append(CutTable.line(most)).append(END);
      }
    }
    return Optional.of(lines.toString());
  }

  private String head() {
    List<String> names = new ArrayList<>(COLUMNS);
    if (team) {
      names.addAll(OF_THE_TEAM);
    }
    return String.join(",", names) + END;
  }

  private String line(CallRow row) {
    CallSnapshot call = row.call();
    List<@Nullable Object> values =
        new ArrayList<>(
            Arrays.<@Nullable Object>asList(
                call.callId(),
                call.roomId(),
                call.callerId(),
                call.callerName(),
                call.applicantId(),
                call.applicantName(),
                call.state(),
                call.outcome() == null ? null : call.outcome().name().toLowerCase(Locale.ROOT),
                call.createdAt(),
                call.startedAt(),
                call.endedAt(),
                call.duration(),
                call.endedBy(),
                interviewers(call),
                row.provider(),
                row.meetingTitle(),
                row.drops(),
                row.recorded(),
                local(call.createdAt()),
                local(call.startedAt()),
                local(call.endedAt()),
                zone.getId()));
    if (team) {
      values.add(row.position());
      values.add(row.score());
    }
    return values.stream().map(CallCsv::field).collect(Collectors.joining(","));
  }

  private static String interviewers(CallSnapshot call) {
    return call.participants().stream()
        .filter(person -> !person.userId().equals(call.applicantId()))
        .map(CallSnapshot.Person::name)
        .collect(Collectors.joining("; "));
  }

  private @Nullable String local(@Nullable Instant at) {
    return at == null ? null : LOCAL.format(at.atZone(zone));
  }

  static String field(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String plain = value.toString();
    String safe = isFormula(plain) ? "'" + plain : plain;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }

  /// Spreadsheets look past blanks, and read full-width signs too.
  private static boolean isFormula(String text) {
    String begin = text.strip();
    return !begin.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20".indexOf(begin.charAt(0)) >= 0
        || text.startsWith("\t")
        || text.startsWith("\r");
  }
}
