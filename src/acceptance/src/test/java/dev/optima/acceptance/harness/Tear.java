package dev.optima.acceptance.harness;

/// Where a cable tears.
public enum Tear {
  /// What the client sends next goes nowhere.
  BEFORE_IT_LEAVES,
  /// What the client sends next arrives; no answer comes back.
  BEFORE_THE_ANSWER,
  /// Half of what the client sends next arrives.
  INSIDE_WHAT_IS_SENT,
  /// Half of what the backend sends next arrives.
  INSIDE_WHAT_IS_RECEIVED
}
