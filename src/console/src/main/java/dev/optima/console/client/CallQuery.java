package dev.optima.console.client;

import org.jspecify.annotations.Nullable;

/// Which calls are asked for; what is null does not matter.
///
/// @param state as on the wire
/// @param outcome as on the wire
/// @param person the id of somebody who is in the call
/// @param before the `next` of the page before
public record CallQuery(
    @Nullable String state,
    @Nullable String outcome,
    @Nullable String person,
    @Nullable String before,
    int limit) {

  /// The newest calls, whatever became of them.
  public static CallQuery newest(int limit) {
    return new CallQuery(null, null, null, null, limit);
  }

  /// The next page of the same question.
  public CallQuery before(String next) {
    return new CallQuery(state, outcome, person, next, limit);
  }
}
