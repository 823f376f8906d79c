package dev.optima.console.surface;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a device is for.
public enum DeviceKind {
  @JsonProperty("microphone")
  MICROPHONE,
  @JsonProperty("camera")
  CAMERA,
  @JsonProperty("speaker")
  SPEAKER
}
