package dev.optima.backend.refusal;

import dev.optima.protocol.message.Busy;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.MeetingCheck;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A service's "no": what was asked is not done, and nothing changed. It has no stack trace, since
/// it is an answer and not a fault; the socket turns it into an `error`, REST into a problem.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final @Nullable String field;
  private final transient @Nullable Subject subject;
  private final @Nullable Duration retryAfter;

  /// What is in the way.
  private sealed interface Subject {}

  private record Line(Busy busy) implements Subject {}

  private record Call(CallSnapshot present) implements Subject {}

  private record Planned(Meeting present) implements Subject {}

  private record Clash(MeetingCheck check) implements Subject {}

  private Refusal(
      ErrorCode code,
      String message,
      @Nullable String field,
      @Nullable Subject subject,
      @Nullable Duration retryAfter) {
    super(message, null, false, false);
    this.code = code;
    this.field = field;
    this.subject = subject;
    this.retryAfter = retryAfter;
  }

  /// A refusal that needs no more than its code and a sentence for developers.
  public static Refusal of(ErrorCode code, String message) {
    return new Refusal(code, message, null, null, null);
  }

  /// A value that is not allowed.
  public static Refusal invalid(String field, String message) {
    return new Refusal(ErrorCode.INVALID, message, field, null, null);
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
    return new Refusal(ErrorCode.BUSY, "the line is taken", null, new Line(busy), null);
  }

  /// Because of the state of a call, which is told along.
  public static Refusal about(ErrorCode code, String message, CallSnapshot call) {
    return new Refusal(code, message, null, new Call(call), null);
  }

  /// Because of the state of a meeting, which is told along.
  public static Refusal about(ErrorCode code, String message, Meeting meeting) {
    return new Refusal(code, message, null, new Planned(meeting), null);
  }

  /// Somebody has no time then.
  public static Refusal clash(MeetingCheck check) {
    return new Refusal(
        ErrorCode.CONFLICT, "somebody has no time then", null, new Clash(check), null);
  }

  /// Too often; possible again after `retryAfter`.
  public static Refusal rateLimited(String message, Duration retryAfter) {
    return new Refusal(ErrorCode.RATE_LIMITED, message, null, null, retryAfter);
  }

  /// Not now: the database is away or overloaded.
  public static Refusal unavailable(String message) {
    return unavailable(message, Duration.ofSeconds(1));
  }

  /// Not now; perhaps after `retryAfter`.
  public static Refusal unavailable(String message, Duration retryAfter) {
    return new Refusal(ErrorCode.UNAVAILABLE, message, null, null, retryAfter);
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
    return subject instanceof Line(Busy busy) ? Optional.of(busy) : Optional.empty();
  }

  /// The present state of the call that is concerned.
  public Optional<CallSnapshot> call() {
    return subject instanceof Call(CallSnapshot call) ? Optional.of(call) : Optional.empty();
  }

  /// The present state of the meeting that is concerned.
  public Optional<Meeting> meeting() {
    return subject instanceof Planned(Meeting meeting) ? Optional.of(meeting) : Optional.empty();
  }

  /// Why a time is not free.
  public Optional<MeetingCheck> clash() {
    return subject instanceof Clash(MeetingCheck check) ? Optional.of(check) : Optional.empty();
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
