package dev.optima.backend.bus;

import dev.optima.protocol.id.CallId;
import org.jspecify.annotations.Nullable;

/// Which sockets of a person a message is for.
///
/// @param reach of which kind
/// @param call the call that the kind is about
/// @param only this connection and no other
/// @param except every one but this connection
public record Audience(
    Reach reach, @Nullable CallId call, @Nullable String only, @Nullable String except) {

  /// Of which kind a socket is.
  public enum Reach {
    /// The console's, or the applicant's page's.
    MAIN,
    /// These, and the call pages of the call.
    MAIN_AND_PAGES,
    /// Those that joined the call; if there is none, all of them.
    JOINED
  }

  public static final Audience MAIN = new Audience(Reach.MAIN, null, null, null);

  public static Audience ofCall(CallId call) {
    return new Audience(Reach.MAIN_AND_PAGES, call, null, null);
  }

  public static Audience joined(CallId call) {
    return new Audience(Reach.JOINED, call, null, null);
  }

  /// One main socket; all of them if it is not known which.
  public static Audience mainOnly(@Nullable String connection) {
    return connection == null ? MAIN : new Audience(Reach.MAIN, null, connection, null);
  }

  /// All main sockets but one.
  public static Audience mainExcept(@Nullable String connection) {
    return connection == null ? MAIN : new Audience(Reach.MAIN, null, null, connection);
  }
}
