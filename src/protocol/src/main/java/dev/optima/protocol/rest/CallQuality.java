package dev.optima.protocol.rest;

import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /api/video-calls/{callId}/quality`: how well a call went, for the team.
///
/// @param score of the whole call, 1.0 to 5.0; null if nothing was measured, as are the next two
/// @param audio mean opinion score of the sound, by the E-model (ITU-T G.107)
/// @param video score of the picture; null too if there was none
/// @param reasons why it was bad, the worst first; empty if it was not
/// @param people what each side measured
public record CallQuality(
    CallId callId,
    @Nullable Double score,
    @Nullable Double audio,
    @Nullable Double video,
    List<Reason> reasons,
    List<Person> people) {
  public CallQuality {
    reasons = List.copyOf(reasons);
    people = List.copyOf(people);
  }

  /// Why it was bad.
  ///
  /// @param userId whose side it was; null if it cannot be told
  /// @param share of the measured time, 0 to 1
  /// @param value the worst that was typical: seconds for a delay, 0 to 1 for losses, bits a second
  ///   for a bandwidth
  public record Reason(
      Cause cause,
      @Nullable UserId userId,
      @Nullable String name,
      double share,
      @Nullable Double value) {}

  /// What makes a call bad: `loss`, `slow_computer`, … on the wire.
  public enum Cause {
    /// Packets were lost on the way.
    LOSS,
    /// The way was long, or packets queued.
    DELAY,
    /// Packets came unevenly.
    JITTER,
    /// The line carried too little.
    BANDWIDTH,
    /// The computer could not keep up.
    SLOW_COMPUTER,
    /// The connection broke.
    BROKEN,
    /// Nothing was measured wrong, but the picture stood still.
    FROZEN
  }

  /// What one participant measured of what they received.
  ///
  /// @param step seconds that a sample stands for
  /// @param samples in order of time; empty if they are so old that only the scores are left
  public record Person(
      UserId userId,
      String name,
      Side role,
      @Nullable Double score,
      int step,
      List<Sample> samples) {
    public Person {
      samples = List.copyOf(samples);
    }
  }

  /// The figures of a time of `step` seconds; what was not known is absent.
  ///
  /// @param at its beginning
  /// @param rtt seconds
  /// @param loss 0 to 1
  /// @param jitter seconds
  /// @param bitrate bits a second, received
  /// @param fps decoded frames a second
  /// @param score 1.0 to 5.0
  public record Sample(
      Instant at,
      @Nullable Double rtt,
      @Nullable Double loss,
      @Nullable Double jitter,
      @Nullable Double bitrate,
      @Nullable Double fps,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable Double score) {}
}
