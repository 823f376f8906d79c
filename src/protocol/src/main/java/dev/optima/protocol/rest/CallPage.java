package dev.optima.protocol.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /api/video-calls`: calls in the order asked for.
///
/// @param next to be given as `before` for the next page
/// @param total how many fit, as far as was counted; with the first page only
/// @param totalIsExact whether `total` is all of them, or there are at least that many
public record CallPage(
    List<CallRow> calls, @Nullable String next, @Nullable Long total, boolean totalIsExact) {
  public CallPage {
    calls = List.copyOf(calls);
  }
}
