package dev.optima.backend.mail;

import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Instant;

/// Makes the link of a mail, in the moment in which it is sent: so no link is ever kept.
@FunctionalInterface
public interface AnswerLinks {

  /// A link by which an applicant comes in.
  ///
  /// @param by who invites
  /// @param until when it is over
  String make(Tx tx, UserId applicant, UserId by, Instant until) throws SQLException;
}
