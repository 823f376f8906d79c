package dev.optima.console.call;

import dev.optima.protocol.rest.CallRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts a fresh first page before what was loaded behind the old one.
final class HistoryRows {
  private HistoryRows() {}

  /// The first page, and what followed its last row before. If that row was not there before, what
  /// follows is not known: only the page.
  static List<CallRow> renewed(List<CallRow> before, List<CallRow> page) {
    if (page.isEmpty()) {
      return page;
    }
    int behind = indexOf(before, page.getLast());
    if (behind < 0) {
      return page;
    }
    Map<String, CallRow> there = new HashMap<>();
    page.forEach(row -> there.put(row.call().callId().value(), row));
    List<CallRow> all = new ArrayList<>(page);
    before.stream()
        .skip(behind + 1L)
        .filter(row -> !there.containsKey(row.call().callId().value()))
        .forEach(all::add);
    return all;
  }

  /// All of `before`, and of `page` what is not among it.
  static List<CallRow> continued(List<CallRow> before, List<CallRow> page) {
    List<CallRow> all = new ArrayList<>(before);
    page.stream().filter(row -> indexOf(before, row) < 0).forEach(all::add);
    return all;
  }

  /// Where the call of a row is; -1 if it is not there.
  static int indexOf(List<CallRow> rows, CallRow wanted) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).call().callId().equals(wanted.call().callId())) {
        return i;
      }
    }
    return -1;
  }
}
