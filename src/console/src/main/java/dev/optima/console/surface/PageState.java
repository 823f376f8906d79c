package dev.optima.console.surface;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How far the call page is.
public enum PageState {
  @JsonProperty("preparing")
  PREPARING,
  @JsonProperty("connecting")
  CONNECTING,
  @JsonProperty("connected")
  CONNECTED,
  @JsonProperty("reconnecting")
  RECONNECTING,
  @JsonProperty("ended")
  ENDED,
  @JsonProperty("failed")
  FAILED
}
