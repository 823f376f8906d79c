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
  /// The media provider does not answer.
  @JsonProperty("provider_down")
  PROVIDER_DOWN,
  /// The media provider lets no other page show it in a frame.
  @JsonProperty("provider_blocked")
  PROVIDER_BLOCKED,
  /// The media provider does not take the token.
  @JsonProperty("provider_refused")
  PROVIDER_REFUSED,
  /// The media provider wants its own users to sign in.
  @JsonProperty("provider_login")
  PROVIDER_LOGIN,
  /// The media provider has no room for one more.
  @JsonProperty("provider_full")
  PROVIDER_FULL,
  /// Somebody in the provider's room put this side out.
  @JsonProperty("kicked")
  KICKED,
  /// A newer page's problem that this console has no words for.
  @JsonEnumDefaultValue
  OTHER
}
