package dev.optima.console.client;

import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a request did not succeed. Never carries a token or a password.
public final class ApiException extends Exception {

  /// What kind of failure it is, so that the user is told what to do.
  public enum Kind {
    /// The backend answered with a problem; [#problem()] is there.
    REFUSED,
    /// No connection: name unknown, nothing listens, network down.
    UNREACHABLE,
    /// No answer in time.
    TIMEOUT,
    /// The certificate is not trusted, or no common protocol.
    TLS,
    /// Something answered, but not as Optima does: another server, a proxy, or a version that does
    /// not fit.
    NOT_OPTIMA
  }

  private final Kind kind;
  private final transient @Nullable Problem problem;

  ApiException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.problem = null;
  }

  ApiException(Problem problem) {
    super(problem.code() + (problem.detail() == null ? "" : ": " + problem.detail()));
    this.kind = Kind.REFUSED;
    this.problem = problem;
  }

  public Kind kind() {
    return kind;
  }

  public Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /// The code of the problem, if the backend gave one.
  public Optional<ErrorCode> code() {
    return problem().map(Problem::code);
  }

  /// Whether it was refused with this code.
  public boolean is(ErrorCode code) {
    return problem != null && problem.code() == code;
  }
}
