package dev.optima.console.meeting;

import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.RoomId;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a meeting leads to, from wherever it is shown.
///
/// @param join goes into its room
/// @param move opens it to be moved, to the given time if there is one
/// @param show shows it in the calendar
/// @param plan plans another one with the applicant of a room
/// @param offer lets that applicant pick a time
public record MeetingDoors(
    Consumer<MeetingId> join,
    Mover move,
    Consumer<MeetingId> show,
    Consumer<RoomId> plan,
    Consumer<RoomId> offer) {

  /// Opens a meeting to be moved.
  @FunctionalInterface
  public interface Mover extends BiConsumer<MeetingId, @Nullable Instant> {
    @Override
    void accept(MeetingId meeting, @Nullable Instant proposed);
  }
}
