package dev.optima.acceptance.check;

import java.util.List;
import java.util.Map;

/// What one device went through, and what it shows in the end.
///
/// @param device its name
/// @param person whose it is
/// @param rooms which rooms the person may see
/// @param shown the entries of each room in the end, without gaps from the first
/// @param unread what it counts as unread in the end, per room; rooms without any are left out
public record History(
    String device,
    String person,
    List<String> rooms,
    List<Seen> seen,
    Map<String, List<Entry>> shown,
    Map<String, Long> unread) {}
