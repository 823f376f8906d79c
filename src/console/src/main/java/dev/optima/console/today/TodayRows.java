package dev.optima.console.today;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.MeetingTimes;
import dev.optima.protocol.message.Meeting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// Makes the rows of the sections, each with the step that fits.
final class TodayRows {
  private final Words words;
  private final TodayViewModel model;
  private final TodayView.Actions actions;

  TodayRows(Words words, TodayViewModel model, TodayView.Actions actions) {
    this.words = words;
    this.model = model;
    this.actions = actions;
  }

  private MeetingLine line(Meeting meeting) {
    return new MeetingLine(
        words, meeting, model.now().get(), () -> actions.open().accept(meeting.roomId()));
  }

  /// One that comes later: a way in once it is open, the calendar until then.
  Node later(Meeting meeting) {
    if (MeetingTimes.isJoinable(meeting, model.now().get())) {
      return line(meeting)
          .with(
              Nodes.button(
                  Ids.TODAY_LINE_JOIN + meeting.meetingId(),
                  words.get("meeting.join"),
                  () -> actions.doors().join().accept(meeting.meetingId()),
                  "success"));
    }
    return line(meeting).with(show(meeting));
  }

  private Button show(Meeting meeting) {
    return Nodes.button(
        Ids.TODAY_SHOW + meeting.meetingId(),
        words.get("today.show"),
        () -> actions.doors().show().accept(meeting.meetingId()));
  }

  /// One that the applicant has not said yes to.
  Node waiting(Meeting meeting) {
    MeetingLine line = line(meeting);
    if (meeting.note() != null) {
      line.saying(meeting.note());
    }
    return switch (meeting.answer()) {
      case ASKED_TO_MOVE -> line.offering(proposals(meeting));
      case DECLINED ->
          line.offering(
              List.of(
                  move(meeting, null, words.get("today.otherTime")),
                  Nodes.button(
                      "",
                      words.get("today.write"),
                      () -> actions.open().accept(meeting.roomId()))));
      case INVITED, ACCEPTED -> line.with(show(meeting));
    };
  }

  /// The times that the applicant asks for; one press opens the change, filled in.
  private List<Node> proposals(Meeting meeting) {
    List<Node> offers = new ArrayList<>();
    Instant now = model.now().get();
    List<Instant> asked = meeting.proposals() == null ? List.of() : meeting.proposals();
    for (Instant proposal : asked) {
      if (proposal.isAfter(now)) {
        String when =
            words.formats().dayAhead(proposal, now) + " " + words.formats().time(proposal);
        String there = MeetingTimes.there(words, meeting, proposal);
        Button take = move(meeting, proposal, there.isEmpty() ? when : when + " (" + there + ")");
        take.getStyleClass().add("accent");
        offers.add(take);
      }
    }
    offers.add(move(meeting, null, words.get("today.otherTime")));
    return offers;
  }

  private Button move(Meeting meeting, @Nullable Instant to, String text) {
    return Nodes.button(
        to == null ? Ids.TODAY_OTHER_TIME : Ids.TODAY_PROPOSAL,
        text,
        () -> actions.doors().move().accept(meeting.meetingId(), to));
  }

  /// One of which nobody said what became.
  Node review(Meeting meeting) {
    return line(meeting)
        .offering(
            List.of(
                Nodes.button(
                    Ids.TODAY_COMPLETE + meeting.meetingId(),
                    words.get("today.tookPlace"),
                    () -> actions.acts().complete(meeting),
                    "accent"),
                new AbsentMenu(
                    words, meeting.applicantName(), who -> actions.acts().noShow(meeting, who)),
                move(meeting, null, words.get("today.move"))));
  }

  /// A no-show that can still be taken back.
  Node absence(Meeting meeting) {
    return line(meeting)
        .with(
            Nodes.button(
                Ids.TODAY_UNDO + meeting.meetingId(),
                words.get("meeting.undo"),
                () -> actions.acts().undo(meeting)));
  }
}
