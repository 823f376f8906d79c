package dev.optima.backend.meeting;

import dev.optima.backend.store.Tx;
import java.sql.SQLException;

/// Brings the state of a meeting into the calendars of those concerned. Called inside the
/// transaction in which the state changes, so that what is queued here is sent if and only if the
/// change is durable.
public interface CalendarPost {

  /// Tells nobody.
  CalendarPost NONE =
      new CalendarPost() {
        @Override
        public void update(Tx tx, StoredMeeting meeting, MeetingDeed deed) {}

        @Override
        public void cancel(Tx tx, StoredMeeting meeting, MeetingDeed deed) {}

        @Override
        public void again(Tx tx, StoredMeeting meeting, MeetingDeed deed) {}
      };

  /// It is new, or its `sequence` rose: a request.
  ///
  /// @param deed who did it, and whether the applicant is to have a mail
  void update(Tx tx, StoredMeeting meeting, MeetingDeed deed) throws SQLException;

  /// It is called off.
  void cancel(Tx tx, StoredMeeting meeting, MeetingDeed deed) throws SQLException;

  /// Somebody asks for the invitation to be sent once more, as it is. Refuses if there is no mail.
  void again(Tx tx, StoredMeeting meeting, MeetingDeed deed) throws SQLException;
}
