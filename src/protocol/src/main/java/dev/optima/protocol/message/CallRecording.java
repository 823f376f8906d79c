package dev.optima.protocol.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a call is recorded, and what the applicant said to it. Nothing is recorded, and nothing
/// transcribed, without their consent.
///
/// @param askedBy the name of whoever asked
/// @param textVersion of the text that the applicant was, or is to be, asked with
/// @param answeredAt when the applicant agreed, refused or withdrew
/// @param recordingSince set while it is recorded
/// @param links where the recordings are; for the team only
/// @param version rises with each change: a client applies it only if it is newer than what it has
public record CallRecording(
    State state,
    @Nullable String askedBy,
    @Nullable Instant askedAt,
    @Nullable String textVersion,
    @Nullable Instant answeredAt,
    @Nullable Instant recordingSince,
    List<String> links,
    long version) {

  /// Nobody asked.
  public static final CallRecording NONE =
      new CallRecording(State.OFF, null, null, null, null, null, List.of(), 0);

  public CallRecording {
    links = List.copyOf(links);
  }

  /// As the applicant is told.
  public CallRecording withoutLinks() {
    return new CallRecording(
        state, askedBy, askedAt, textVersion, answeredAt, recordingSince, List.of(), version);
  }

  /// How far it is.
  public enum State {
    @JsonProperty("off")
    OFF,
    @JsonProperty("asked")
    ASKED,
    @JsonProperty("agreed")
    AGREED,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("recording")
    RECORDING
  }
}
