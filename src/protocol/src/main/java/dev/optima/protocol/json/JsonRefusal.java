package dev.optima.protocol.json;

import dev.optima.protocol.message.ErrorCode;

/// Why a text is not a message: its code is `malformed` or `unknown_type`.
public final class JsonRefusal extends Exception {
  private final ErrorCode code;

  JsonRefusal(ErrorCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}
