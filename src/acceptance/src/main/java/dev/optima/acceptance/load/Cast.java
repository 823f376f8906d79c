package dev.optima.acceptance.load;

import java.util.List;
import java.util.stream.IntStream;

/// Who takes part: recruiter `i` rings applicant `i`; in the room of applicant `i` are that
/// applicant and the first three recruiters; the applicants are those who wait.
record Cast(List<Identity> recruiters, List<Identity> applicants) {

  /// How many recruiters read along in every room: with the applicant, four.
  static final int READERS = 3;

  /// For servers that take everybody at their word.
  static Cast named(int recruiters, int applicants) {
    return new Cast(
        IntStream.range(0, recruiters).mapToObj(i -> Identity.named("recruiter" + i)).toList(),
        IntStream.range(0, applicants)
            .mapToObj(i -> new Identity("applicant" + i, "", "room" + i))
            .toList());
  }
}
