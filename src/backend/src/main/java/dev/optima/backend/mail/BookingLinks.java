package dev.optima.backend.mail;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;
import java.util.Optional;

/// Makes the link with which an applicant picks a time, in the moment in which its mail is sent. A
/// mail that is sent again brings the same.
@FunctionalInterface
public interface BookingLinks {

  /// @return empty if it is withdrawn, or used already: then there is no mail
  Optional<String> make(Tx tx, String bookingId, String mailId) throws SQLException;
}
