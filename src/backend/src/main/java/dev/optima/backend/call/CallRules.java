package dev.optima.backend.call;

import dev.optima.protocol.call.CallTimers;
import java.time.Duration;

/// The settings of calls.
///
/// @param ringLimit how many rings of one applicant may stay unanswered within the window; 0: any
public record CallRules(CallTimers timers, int ringLimit, Duration ringWindow) {

  public static final CallRules DEFAULT =
      new CallRules(CallTimers.DEFAULT, 3, Duration.ofMinutes(30));
}
