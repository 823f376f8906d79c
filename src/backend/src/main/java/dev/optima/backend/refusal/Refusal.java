package dev.optima.backend.refusal;

import dev.optima.protocol.message.Busy;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A service's "no": what was asked is not done, and nothing changed. It has no stack trace, since
/// it is an answer and not a fault; the socket turns it into an `error`, REST into a problem.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final @Nullable String field;
  private final transient @Nullable Busy busy;
  private final transient @Nullable CallSnapshot call;
  private final @Nullable Duration retryAfter;

  private Refusal(
      ErrorCode code,
      String message,
      @Nullable String field,
      @Nullable Busy busy,
      @Nullable CallSnapshot call,
      @Nullable Duration retryAfter) {
    super(message, null, false, false);
    this.code = code;
    this.field = field;
    this.busy = busy;
    this.call = call;
    this.retryAfter = retryAfter;
  }

  /// A refusal that needs no more than its code and a sentence for developers.
  public static Refusal of(ErrorCode code, String message) {
    return new Refusal(code, message, null, null, null, null);
  }

  /// A value that is not allowed.
  public static Refusal invalid(String field, String message) {
    return new Refusal(ErrorCode.INVALID, message, field, null, null, null);
  }

  /// Not there, or not yours: the two are never told apart.
  public static Refusal notFound(String message) {
    return of(ErrorCode.NOT_FOUND, message);
  }

  public static Refusal forbidden(String message) {
    return of(ErrorCode.FORBIDDEN, message);
  }

  /// The line is taken.
  public static Refusal busy(Busy busy) {
    return new Refusal(ErrorCode.BUSY, "the line is taken", null, busy, null, null);
  }

  /// Because of the state of a call, which is told along.
  public static Refusal about(ErrorCode code, String message, CallSnapshot call) {
    return new Refusal(code, message, null, null, call, null);
  }

  /// Too often; possible again after `retryAfter`.
  public static Refusal rateLimited(String message, Duration retryAfter) {
    return new Refusal(ErrorCode.RATE_LIMITED, message, null, null, null, retryAfter);
  }

  /// Not now: the database is away or overloaded.
  public static Refusal unavailable(String message) {
    return unavailable(message, Duration.ofSeconds(1));
  }

  /// Not now; perhaps after `retryAfter`.
  public static Refusal unavailable(String message, Duration retryAfter) {
    return new Refusal(ErrorCode.UNAVAILABLE, message, null, null, null, retryAfter);
  }

  public ErrorCode code() {
    return code;
  }

  /// The sentence, in English, for developers.
  public String detail() {
    return Optional.ofNullable(getMessage()).orElse("");
  }

  /// The field that is wrong, with code `invalid`.
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }

  public Optional<Busy> busy() {
    return Optional.ofNullable(busy);
  }

  /// The present state of the call that is concerned.
  public Optional<CallSnapshot> call() {
    return Optional.ofNullable(call);
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
