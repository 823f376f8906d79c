package dev.optima.console.client;

import dev.optima.console.i18n.Failures;
import dev.optima.console.i18n.Message;

/// The sentence for whatever went wrong with a request.
public final class ApiFailures {
  private ApiFailures() {}

  public static Message explain(Exception failure) {
    if (!(failure instanceof ApiException api)) {
      return Message.of("error.internal");
    }
    return switch (api.kind()) {
      case UNREACHABLE -> Message.of("error.unreachable");
      case TIMEOUT -> Message.of("error.timeout");
      case TLS -> Message.of("error.tls");
      case NOT_OPTIMA -> Message.of("error.notOptima");
      case REFUSED ->
          api.problem()
              .map(problem -> Failures.of(problem.code(), problem.retryAfter()))
              .orElse(Message.of("error.internal"));
    };
  }
}
