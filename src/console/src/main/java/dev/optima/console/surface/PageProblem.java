package dev.optima.console.surface;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What stands in the way of the call, as the page found it.
public enum PageProblem {
  @JsonProperty("camera_denied")
  CAMERA_DENIED,
  @JsonProperty("microphone_denied")
  MICROPHONE_DENIED,
  @JsonProperty("no_device")
  NO_DEVICE,
  @JsonProperty("device_busy")
  DEVICE_BUSY,
  @JsonProperty("insecure_origin")
  INSECURE_ORIGIN,
  @JsonProperty("room_full")
  ROOM_FULL,
  @JsonProperty("call_over")
  CALL_OVER,
  @JsonProperty("socket_lost")
  SOCKET_LOST,
  @JsonProperty("elsewhere")
  ELSEWHERE,
  @JsonProperty("ice_failed")
  ICE_FAILED,
  /// A newer page's problem that this console has no words for.
  @JsonEnumDefaultValue
  OTHER
}
