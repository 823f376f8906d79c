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
      return Refusal.invalid(field(schema.getOutputUnit()).orElse("body"), message);
    }
    if (violation.type() == ValidatorErrorType.UNSUPPORTED_VALUE_FORMAT) {
      return Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "send application/json");
    }
    return Refusal.of(ErrorCode.MALFORMED, message);
  }

  private static Optional<String> field(OutputUnit output) {
    List<OutputUnit> errors = Optional.ofNullable(output.getErrors()).orElse(List.of());
    for (OutputUnit error : errors.reversed()) {
      Matcher missing = MISSING.matcher(Optional.ofNullable(error.getError()).orElse(""));
      if (missing.find()) {
        return Optional.of(missing.group(1));
      }
      String location = Optional.ofNullable(error.getInstanceLocation()).orElse("");
      if (location.startsWith("#/")) {
        return Optional.of(location.substring(2).replace('/', '.'));
      }
    }
    return Optional.empty();
  }
}
