package dev.optima.backend.booking;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import java.sql.SQLException;
import java.time.Instant;

/// Brings a link to the applicant by mail.
public interface BookingPost {

  /// Where no mail server is set.
  BookingPost OFF =
      new BookingPost() {
        @Override
        public void demandOn() {
          throw Refusal.of(ErrorCode.MAIL_OFF, "no mail server is set");
        }

        @Override
        public void send(
            Tx tx, Identity by, UserId applicant, String booking, String title, Instant until) {}
      };

  /// @throws Refusal `mail_off` if no mail server is set
  void demandOn();

  /// Queues the mail, inside the transaction that makes the link.
  void send(Tx tx, Identity by, UserId applicant, String booking, String title, Instant until)
      throws SQLException;
}
