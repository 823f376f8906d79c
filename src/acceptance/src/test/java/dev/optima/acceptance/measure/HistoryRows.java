package dev.optima.acceptance.measure;

import dev.optima.acceptance.measure.HistoryCalls.Call;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The rows of a made-up history, as the backend would have stored them.
final class HistoryRows {
  private final HistoryCalls calls;
  private final Map<String, Long> keys = new HashMap<>();

  HistoryRows(HistoryCalls calls) {
    this.calls = calls;
  }

  /// A database that takes many rows at once.
  interface Sink {
    /// @param row gives the values of a row; null for none
    void load(
        String table, String columns, int count, IntFunction<@Nullable Object @Nullable []> row)
        throws Exception;
  }

  void into(Sink sink) throws Exception {
    sink.load(
        "applicants",
        "id, name, email, position, language, time_zone, search, created_at, activity_at",
        HistoryCalls.APPLICANTS,
        i -> {
          String id = HistoryCalls.applicantId(i);
          String name = HistoryCalls.applicantName(i);
          String position = HistoryCalls.position(i);
          return new Object[] {id, name, id + "@example.org", position, "en", "UTC", "", 0, 0};
        });
    sink.load(
        "rooms",
        "id, applicant_id",
        HistoryCalls.APPLICANTS,
        i ->
            new Object[] {"applicant_" + HistoryCalls.applicantId(i), HistoryCalls.applicantId(i)});
    sink.load(
        "calls",
        "id, room_id, applicant_id, caller_id, request_key, media_room, state, outcome, version,"
            + " created_at, started_at, together_millis, ended_at, score, in_history",
        HistoryCalls.CALLS,
        i -> call(calls.call(i)));
    people(sink);
    sink.load(
        "call_history",
        "no, call_id, created_at, outcome, length, score, rang, week_hour, caller, applicant,"
            + " position, applicant_key, interviewer_key",
        HistoryCalls.CALLS,
        i -> history(calls.call(i)));
    sink.load(
        "call_history_guests",
        "person, no",
        HistoryCalls.CALLS,
        i -> {
          Call call = calls.call(i);
          return call.guest() < 0
              ? null
              : new Object[] {key(HistoryCalls.memberId(call.guest())), i + 1};
        });
    sink.load(
        "call_words",
        "no, words",
        HistoryCalls.CALLS,
        i -> new Object[] {i + 1, HistoryCalls.words(calls.call(i))});
  }

  private void people(Sink sink) throws Exception {
    String columns = "call_id, user_id, place, name, side";
    sink.load(
        "call_participants",
        columns,
        2 * HistoryCalls.CALLS,
        i -> {
          Call call = calls.call(i / 2);
          return i % 2 == 0
              ? new Object[] {
                call.id(),
                HistoryCalls.memberId(call.caller()),
                0,
                HistoryCalls.memberName(call.caller()),
                "RECRUITER"
              }
              : new Object[] {
                call.id(),
                HistoryCalls.applicantId(call.applicant()),
                1,
                HistoryCalls.applicantName(call.applicant()),
                "APPLICANT"
              };
        });
  }

  private static @Nullable Object[] call(Call call) {
    String applicant = HistoryCalls.applicantId(call.applicant());
    return new @Nullable Object[] {
      call.id(),
      "applicant_" + applicant,
      applicant,
      HistoryCalls.memberId(call.caller()),
      call.id(),
      call.id(),
      call.state(),
      call.outcome(),
      2,
      call.at(),
      call.met() ? call.at() + 5_000 : null,
      Math.max(0, call.length()) * 1_000L,
      call.at() + 10_000 + Math.max(0, call.length()) * 1_000L,
      call.score(),
      1
    };
  }

  private Object[] history(Call call) {
    Double score = call.score();
    return new Object[] {
      call.number() + 1,
      call.id(),
      call.at(),
      call.outcomeNumber(),
      call.length(),
      score == null ? -1.0 : score,
      call.rang() ? 1 : 0,
      HistoryCalls.weekHour(call.at()),
      key(HistoryCalls.memberId(call.caller())),
      key(HistoryCalls.applicantId(call.applicant())),
      key(HistoryCalls.position(call.applicant())),
      HistoryCalls.folded(HistoryCalls.applicantName(call.applicant())),
      HistoryCalls.folded(HistoryCalls.memberName(call.caller()))
    };
  }

  private long key(String text) {
    return keys.computeIfAbsent(text, HistoryCalls::key);
  }
}
