package dev.optima.backend.http;

import dev.optima.backend.audit.AuditExport;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The audit log as RFC 4180 CSV, a part at a time. Where there are more entries than the file may
/// hold, its last line says so.
final class AuditCsv {
  /// The most entries in one file.
  static final int MAX_ROWS = 100_000;

  private static final List<String> COLUMNS =
      List.of("id", "at", "actor_id", "actor", "act", "subject_id", "subject", "detail", "address");
  private static final String END = "\r\n";

  private final AuditExport entries;
  private final int most;
  private boolean begun;
  private boolean ended;

  /// @param most as many as the export has at most
  AuditCsv(AuditExport entries, int most) {
    this.entries = entries;
    this.most = most;
  }

  /// The next lines; empty at the end.
  Optional<String> next() {
    if (ended) {
      return Optional.empty();
    }
    var lines = new StringBuilder(begun ? "" : String.join(",", COLUMNS) + END);
    begun = true;
    Optional<List<Entry>> part = entries.next();
    if (part.isPresent()) {
      part.get().forEach(entry -> lines.append(row(entry)).append(END));
    } else {
      ended = true;
      if (entries.isCut()) {
        lines
            .append("# Only the newest ")
            .append(most)
            .append(" entries: there are more that fit")
            .append(END);
      }
    }
    return Optional.of(lines.toString());
  }

  private static String row(Entry entry) {
    return Stream.of(
            CallCsv.field(entry.id()),
            CallCsv.field(entry.at()),
            CallCsv.field(entry.actorId()),
            CallCsv.field(entry.actor()),
            CallCsv.field(entry.act().name().toLowerCase(Locale.ROOT)),
            CallCsv.field(entry.subjectId()),
            CallCsv.field(entry.subject()),
            CallCsv.field(entry.detail()),
            CallCsv.field(entry.address()))
        .collect(Collectors.joining(","));
  }
}
