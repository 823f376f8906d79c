package dev.optima.acceptance.check;

import java.util.ArrayList;
import java.util.List;

/// Compares what all devices went through with each other and with the database. Pure: no clock, no
/// network.
public final class HistoryChecker {
  private HistoryChecker() {}

  /// All promises that were not kept; none is what is hoped for.
  public static List<Violation> check(Truth truth, List<History> histories) {
    var found = new ArrayList<Violation>();
    new StoredRules(truth, histories, found).check();
    for (History history : histories) {
      new ShownRules(truth, history, found).check();
    }
    new ChangeRules(truth, histories, found).check();
    return found;
  }
}
