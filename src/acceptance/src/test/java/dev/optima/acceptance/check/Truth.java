package dev.optima.acceptance.check;

import java.util.List;
import java.util.Map;

/// What stands in the database in the end.
///
/// @param rooms all entries of each room by `seq`
/// @param read how far each person has read
/// @param unread counted row by row; zero is left out
public record Truth(
    Map<String, List<Entry>> rooms, Map<Place, Long> read, Map<Place, Long> unread) {

  /// A person in a room.
  public record Place(String person, String room) {}

  List<Entry> of(String room) {
    return rooms.getOrDefault(room, List.of());
  }
}
