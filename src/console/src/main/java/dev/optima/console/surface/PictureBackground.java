package dev.optima.console.surface;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What stands behind one's own picture.
public enum PictureBackground {
  /// What is there.
  @JsonProperty("none")
  @JsonEnumDefaultValue
  NONE,
  /// The same, blurred.
  @JsonProperty("blur")
  BLUR
}
