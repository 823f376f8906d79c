package dev.optima.backend.http;

import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.message.Busy;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.MeetingCheck;
import dev.optima.protocol.rest.Problem;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever went wrong into an RFC 9457 problem document. Faults of ours go to the log, once,
/// with their trace; the client is told only that there was one.
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /// The refusal behind a failure, whatever its form.
  static Refusal refusal(Throwable failure, int status) {
    if (failure instanceof Refusal refusal) {
      return refusal;
    }
    if (failure instanceof HttpException http
        && http.getCause() instanceof ValidatorException validation) {
      return Violations.refusal(validation);
    }
    return switch (status) {
      case 400 -> Refusal.of(ErrorCode.MALFORMED, "the request is malformed");
      case 404 -> Refusal.notFound("there is nothing here");
      case 405 -> Refusal.of(ErrorCode.METHOD_NOT_ALLOWED, "this method is not allowed here");
      case 413 -> Refusal.of(ErrorCode.TOO_LARGE, "the body is larger than 64 KiB");
      case 415 -> Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "send application/json");
      case 503 -> Refusal.unavailable("the server cannot answer now; try again");
      default -> Refusal.of(ErrorCode.INTERNAL, "an error of ours; it was logged");
    };
  }

  static void send(RoutingContext context, Refusal refusal) {
    send(context, refusal, status(refusal.code()));
  }

  /// With another status than the code's own.
  static void send(RoutingContext context, Refusal refusal, int status) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    var response =
        context
            .response()
            .setStatusCode(status)
            .putHeader("Content-Type", Problem.MEDIA_TYPE)
            .putHeader("Cache-Control", "no-store");
    if (status == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    refusal
        .retryAfter()
        .ifPresent(time -> response.putHeader("Retry-After", Long.toString(seconds(time))));
    response.end(Json.write(problem(refusal, status)));
  }

  /// Notes a fault that nobody expected.
  static void log(RoutingContext context, Throwable failure) {
    LOG.error(
        "{} {} failed",
        context.request().method(),
        Redaction.path(context.request().path()),
        failure);
  }

  private static Problem problem(Refusal refusal, int status) {
    Optional<Busy> busy = refusal.busy();
    Optional<CallSnapshot> call = refusal.call();
    String code = refusal.code().name().toLowerCase(Locale.ROOT);
    return new Problem(
        "urn:optima:problem:" + code,
        title(refusal.code()),
        status,
        refusal.detail(),
        refusal.code(),
        refusal.field().orElse(null),
        busy.map(Busy::callId).or(() -> call.map(CallSnapshot::callId)).orElse(null),
        busy.map(Busy::who).orElse(null),
        busy.map(Busy::whoId).orElse(null),
        busy.map(Busy::since).orElse(null),
        busy.map(Busy::applicantName).orElse(null),
        call.orElse(null),
        refusal.retryAfter().map(Problems::seconds).orElse(null),
        refusal.clash().map(MeetingCheck::conflicts).orElse(null),
        refusal.clash().map(MeetingCheck::nextFree).orElse(null),
        refusal.meeting().orElse(null));
  }

  private static long seconds(Duration time) {
    return Math.max(1, time.plusMillis(999).toSeconds());
  }

  static int status(ErrorCode code) {
    return switch (code) {
      case MALFORMED, UNKNOWN_TYPE, INVALID -> 400;
      case UNAUTHENTICATED, BAD_CREDENTIALS -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case METHOD_NOT_ALLOWED -> 405;
      case BUSY, OFFLINE, STALE, TOO_EARLY, FULL, CONFLICT, MAIL_OFF -> 409;
      case INVITATION_EXPIRED, INVITATION_USED -> 410;
      case TOO_LARGE, QUOTA_EXCEEDED -> 413;
      case UNSUPPORTED_MEDIA_TYPE -> 415;
      case INFECTED -> 422;
      case RATE_LIMITED -> 429;
      case INTERNAL -> 500;
      case UNAVAILABLE -> 503;
    };
  }

  private static String title(ErrorCode code) {
    return switch (code) {
      case MALFORMED -> "Malformed request";
      case UNKNOWN_TYPE -> "Unknown type";
      case INVALID -> "A value is not allowed";
      case TOO_LARGE -> "Too large";
      case UNAUTHENTICATED -> "Not signed in";
      case BAD_CREDENTIALS -> "Wrong e-mail address or password";
      case FORBIDDEN -> "Not allowed";
      case NOT_FOUND -> "Not found";
      case BUSY -> "The line is taken";
      case OFFLINE -> "The applicant is offline";
      case RATE_LIMITED -> "Too often";
      case STALE -> "Past that state";
      case TOO_EARLY -> "Not yet";
      case FULL -> "The room is full";
      case CONFLICT -> "It exists already";
      case QUOTA_EXCEEDED -> "No room left for files";
      case INFECTED -> "The file was refused by the virus scanner";
      case MAIL_OFF -> "No mail server is set";
      case INVITATION_EXPIRED -> "The link is over";
      case INVITATION_USED -> "The link was used";
      case METHOD_NOT_ALLOWED -> "Method not allowed";
      case UNSUPPORTED_MEDIA_TYPE -> "Unsupported media type";
      case UNAVAILABLE -> "Not available now";
      case INTERNAL -> "An error of ours";
    };
  }
}
