package dev.optima.backend.http;

import dev.optima.protocol.rest.AuditEntries.Entry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The audit log as RFC 4180 CSV.
final class AuditCsv {
  private static final List<String> COLUMNS =
      List.of("id", "at", "actor_id", "actor", "act", "subject_id", "subject", "detail", "address");

  private final StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");

  void add(List<Entry> entries) {
    entries.forEach(entry -> text.append(row(entry)).append("\r\n"));
  }

  String text() {
    return text.toString();
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
