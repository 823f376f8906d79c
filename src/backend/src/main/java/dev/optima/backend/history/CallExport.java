package dev.optima.backend.history;

import dev.optima.backend.account.Identity;
import dev.optima.protocol.rest.CallRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that fit, in their order, a part at a time: what is being written out needs not be kept.
public final class CallExport {
  private static final int PART = 500;

  private final CallSearch search;
  private final Identity who;
  private final CallFilter filter;
  private final CallOrder order;
  private final int most;
  private final @Nullable Long total;
  private final boolean exact;
  private CallSearch.@Nullable Part ready;
  private @Nullable Cursor after;
  private int given;

  /// @param most how many at most
  CallExport(CallSearch search, Identity who, CallFilter filter, CallOrder order, int most) {
    this.search = search;
    this.who = who;
    this.filter = filter;
    this.order = order;
    this.most = most;
    CallSearch.Part first = search.part(who, filter, order, null, Math.min(PART, most), true);
    this.ready = first;
    this.total = first.total();
    this.exact = first.exact();
  }

  /// The next ones; empty at the end.
  public Optional<List<CallRow>> next() {
    CallSearch.Part part = ready;
    if (part == null && after != null && given < most) {
      part = search.part(who, filter, order, after, Math.min(PART, most - given), false);
    }
    ready = null;
    if (part == null) {
      return Optional.empty();
    }
    after = part.next();
    given += part.rows().size();
    return Optional.of(part.rows());
  }

  /// Whether there are more than may be given out; known at the end.
  public boolean isCut() {
    return after != null;
  }

  /// How many fit, for whoever reads about it: `1234`, or `10000+`.
  String extent() {
    return total + (exact ? "" : "+");
  }
}
