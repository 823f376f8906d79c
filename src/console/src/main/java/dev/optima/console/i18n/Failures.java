package dev.optima.console.i18n;

import dev.optima.protocol.message.ErrorCode;
import org.jspecify.annotations.Nullable;

/// The sentence for each refusal of the backend: what is the matter and what to do.
public final class Failures {
  private Failures() {}

  /// @param retryAfter seconds, with `rate_limited`
  public static Message of(ErrorCode code, @Nullable Long retryAfter) {
    return switch (code) {
      case BAD_CREDENTIALS -> Message.of("error.badCredentials");
      case UNAUTHENTICATED -> Message.of("error.unauthenticated");
      case FORBIDDEN -> Message.of("error.forbidden");
      case NOT_FOUND -> Message.of("error.notFound");
      case BUSY -> Message.of("error.busy");
      case OFFLINE -> Message.of("error.applicantOffline");
      case RATE_LIMITED -> Message.of("error.rateLimited", retryAfter == null ? 60 : retryAfter);
      case STALE, TOO_EARLY -> Message.of("error.stale");
      case FULL -> Message.of("error.full");
      case CONFLICT -> Message.of("error.conflict");
      case INVALID, MALFORMED, TOO_LARGE -> Message.of("error.invalid");
      case UNAVAILABLE -> Message.of("error.unavailable");
      case QUOTA_EXCEEDED -> Message.of("error.quotaExceeded");
      case INFECTED -> Message.of("error.infected");
      case MAIL_OFF -> Message.of("error.mailOff");
      case INVITATION_EXPIRED,
          INVITATION_USED,
          METHOD_NOT_ALLOWED,
          UNKNOWN_TYPE,
          UNSUPPORTED_MEDIA_TYPE,
          INTERNAL ->
          Message.of("error.internal");
    };
  }
}
