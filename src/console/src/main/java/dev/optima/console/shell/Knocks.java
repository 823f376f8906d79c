package dev.optima.console.shell;

import dev.optima.console.call.CallPhase;
import dev.optima.console.call.CallViewModel;
import dev.optima.console.i18n.Words;
import dev.optima.console.today.KnocksView;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.Meeting;

/// Shows who waits to be let in, in each window that one may be looking at.
final class Knocks {
  private final Words words;
  private final Desk desk;

  Knocks(Words words, Desk desk) {
    this.words = words;
    this.desk = desk;
  }

  /// Belongs to the caller, who closes it.
  KnocksView view() {
    CallViewModel calls = desk.calls();
    var ways = new KnocksView.Ways(meeting -> isIn(calls.phase().get(), meeting), this::admit);
    return new KnocksView(words, desk.planning().today().knocking(), ways, calls.phase());
  }

  private void admit(Meeting meeting, boolean joins) {
    Planning planning = desk.planning();
    planning
        .acts()
        .admit(
            meeting,
            () -> {
              if (joins) {
                planning.entry().join(meeting.meetingId());
              }
            });
  }

  private static boolean isIn(CallPhase phase, MeetingId meeting) {
    return phase instanceof CallPhase.Live(CallSnapshot call) && meeting.equals(call.meetingId());
  }
}
