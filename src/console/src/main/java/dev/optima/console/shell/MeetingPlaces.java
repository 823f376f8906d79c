package dev.optima.console.shell;

import dev.optima.console.i18n.Words;
import dev.optima.console.meeting.MeetingDoors;
import dev.optima.console.today.TodayView;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.Meeting;
import java.util.function.Consumer;

/// The pages of meetings, and where a meeting leads to from any other page.
final class MeetingPlaces implements AutoCloseable {
  private final Desk desk;
  private final Consumer<RoomId> openRoom;
  private final MeetingDoors doors;
  private final TodayView today;

  MeetingPlaces(Words words, Desk desk, Consumer<RoomId> openRoom, Consumer<RoomId> offer) {
    this.desk = desk;
    this.openRoom = openRoom;
    doors =
        new MeetingDoors(
            desk.planning().entry()::join,
            (meeting, _) -> openRoomOf(meeting),
            this::openRoomOf,
            openRoom,
            offer);
    today =
        new TodayView(
            words,
            desk.planning().today(),
            desk.history(),
            new TodayView.Actions(desk::call, openRoom, doors, desk.planning().acts()));
  }

  private void openRoomOf(MeetingId meeting) {
    desk.planning().feed().find(meeting).map(Meeting::roomId).ifPresent(openRoom);
  }

  /// What a meeting leads to.
  MeetingDoors doors() {
    return doors;
  }

  TodayView today() {
    return today;
  }

  @Override
  public void close() {
    today.close();
  }
}
