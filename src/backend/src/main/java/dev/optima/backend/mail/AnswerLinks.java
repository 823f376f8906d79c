package dev.optima.backend.mail;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;

/// Makes the link of a mail, in the moment in which it is sent: so no link is ever kept. A mail
/// that is sent again brings the same.
@FunctionalInterface
public interface AnswerLinks {

  /// A link by which an applicant comes in.
  ///
  /// @param mail whose link it is
  /// @param by who invites
  /// @param until when it is over
  String make(Tx tx, String mail, UserId applicant, UserId by, Instant until) throws SQLException;
}
