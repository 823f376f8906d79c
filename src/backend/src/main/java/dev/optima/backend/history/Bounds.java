package dev.optima.backend.history;

/// Up to how many calls something is done, see ADR 0024.
///
/// @param sorted so many are read and sorted
/// @param covered so many are sorted where an index has all that is asked, so that none is read
/// @param found so many that words find are read and sorted, where the walk meets them too seldom
/// @param probed of so many the words are read before all that have them are found
/// @param counted beyond that they are not counted where nothing leaves few
/// @param lookedAt so many are looked at to count them, the newest
record Bounds(int sorted, int covered, int found, int probed, int counted, int lookedAt) {
  static final Bounds USUAL = new Bounds(10_000, 100_000, 100_000, 10_000, 10_000, 200_000);
}
