package dev.optima.backend.http;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.message.ErrorCode;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorErrorType;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in one sentence, and with the field, how a request breaks the contract.
final class Violations {
  private static final Pattern PARAMETER = Pattern.compile("(path|query) parameter (\\w+)");
  private static final Pattern MISSING = Pattern.compile("required property \"(\\w+)\"");

  private Violations() {}

  static Refusal refusal(ValidatorException violation) {
    String message = Optional.ofNullable(violation.getMessage()).orElse("malformed");
    Matcher parameter = PARAMETER.matcher(message);
    if (parameter.find()) {
      return "path".equals(parameter.group(1))
          ? Refusal.notFound("there is nothing of this id")
          : Refusal.invalid(parameter.group(2), message);
    }
    if (violation instanceof SchemaValidationException schema) {
      return ofBody(schema.getOutputUnit());
    }
    if (violation.type() == ValidatorErrorType.UNSUPPORTED_VALUE_FORMAT) {
      return Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "send application/json");
    }
    return Refusal.of(ErrorCode.MALFORMED, message);
  }

  /// The first thing that is wrong with the body: what is missing, or what has a bad value.
  private static Refusal ofBody(OutputUnit output) {
    for (OutputUnit error : Optional.ofNullable(output.getErrors()).orElse(List.of())) {
      String text = Optional.ofNullable(error.getError()).orElse("");
      Matcher missing = MISSING.matcher(text);
      if (missing.find()) {
        return Refusal.invalid(missing.group(1), missing.group(1) + " is missing");
      }
      String location = Optional.ofNullable(error.getInstanceLocation()).orElse("");
      if (location.startsWith("#/")) {
        String field = location.substring(2).replace('/', '.');
        return Refusal.invalid(field, field + " is not allowed: " + text);
      }
    }
    return Refusal.invalid("body", "the body is not what the contract says");
  }
}
