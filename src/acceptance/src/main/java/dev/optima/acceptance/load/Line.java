package dev.optima.acceptance.load;

import java.util.ArrayDeque;
import java.util.Deque;

/// One recruiter, one applicant, and the call between them.
final class Line {
  final Connection caller;
  final Connection callee;

  /// Calls that are due but wait for the one before: their latency counts from here.
  final Deque<Long> due = new ArrayDeque<>();

  boolean busy;
  String callId = "";
  long requestedAt;
  long acceptedAt;
  boolean rang;
  int ready;
  int started;
  int ended;

  Line(Connection caller, Connection callee) {
    this.caller = caller;
    this.callee = callee;
  }

  void begin(long at) {
    busy = true;
    rang = false;
    ready = 0;
    started = 0;
    ended = 0;
    requestedAt = at;
  }
}
