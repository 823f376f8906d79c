package dev.optima.backend;

import dev.optima.backend.meeting.MeetingKernel;
import dev.optima.backend.meeting.MeetingList;
import dev.optima.backend.meeting.MeetingRules;
import dev.optima.backend.meeting.MeetingService;
import dev.optima.backend.store.Database;

/// Planned interviews, wired.
record Meetings(MeetingService service, MeetingList list) {

  static Meetings wire(Database database, Chat chat, Surroundings around) {
    MeetingKernel kernel =
        new MeetingKernel(
            database,
            new MeetingKernel.Voices(chat.entries(), chat.feed(), chat.bus()),
            MeetingKernel.Outside.none(around.publicUrl()),
            MeetingRules.DEFAULT,
            around.clock());
    return new Meetings(kernel.service(), kernel.list());
  }
}
