package dev.optima.backend;

import dev.optima.backend.call.CallKernel;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.meeting.MeetingEntrance;
import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.MeetingList;
import dev.optima.backend.meeting.MeetingRules;
import dev.optima.backend.meeting.MeetingService;
import dev.optima.backend.meeting.MeetingSweeper;
import dev.optima.backend.provider.Providers;
import dev.optima.backend.store.Database;
import dev.optima.protocol.meeting.MeetingTimers;

/// Planned interviews, and the calls that are held for them.
record Meetings(
    MeetingKernel kernel,
    MeetingService service,
    MeetingList list,
    MeetingSweeper sweeper,
    MeetingEntrance entrance,
    Calls calls) {

  static Meetings wire(
      Database database,
      Chat chat,
      Providers providers,
      Outbox outbox,
      MeetingKernel.Outside outside,
      Surroundings around) {
    MeetingKernel kernel =
        new MeetingKernel(
            database,
            new MeetingKernel.Voices(chat.entries(), chat.feed(), chat.bus()),
            outside,
            new MeetingRules(
                MeetingTimers.DEFAULT,
                around.config().meetings().pause(),
                around.config().meetings().dayReminder(),
                providers.names()),
            around.clock());
    var neighbours = new CallKernel.Neighbours(outbox, kernel.calls());
    Calls calls = Calls.wire(database, chat, providers, neighbours, around);
    kernel.watch(calls.news()::meetingChanged);
    return new Meetings(
        kernel,
        kernel.service(),
        kernel.list(),
        kernel.sweeper(),
        kernel.entrance(calls.rooms()),
        calls);
  }
}
