package dev.optima.backend.history;

import dev.optima.backend.search.SearchText;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.CallId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A history made up by chance, the same for each seed, with many calls that are alike in what they
/// are sorted by.
final class SampleCalls {
  static final List<String> TEAM = List.of("ayse", "burak", "cinar", "zoe");
  static final List<String> POSITIONS =
      List.of("R&D \"Lead\"", "Mühendis", "12", "İstanbul, Şef", "Data Engineer");
  private static final List<String> NAMES =
      List.of(
          "Işıl Şahin",
          "İbrahim Öz",
          "Ismail Kaya",
          "John Doe",
          "jane DOE",
          "Çağla Ünal",
          "Zoë Åberg");

  private final Random random;
  private final List<Applicant> applicants = new ArrayList<>();
  final List<Sample> calls = new ArrayList<>();

  /// Somebody who was rung.
  record Applicant(String id, String name, @Nullable String position) {}

  /// A call, as plain as can be.
  record Sample(
      CallId id,
      Instant createdAt,
      @Nullable CallOutcome outcome,
      CallState state,
      Applicant applicant,
      String caller,
      List<String> guests,
      long millis,
      boolean met,
      @Nullable Double score,
      boolean opened,
      @Nullable String meeting) {

    @Nullable Long length() {
      return outcome == null || !met ? null : (millis + 500) / 1000;
    }

    boolean rang() {
      return outcome != null
          && !opened
          && outcome != CallOutcome.OFFLINE
          && outcome != CallOutcome.CANCELLED;
    }
  }

  SampleCalls(long seed) {
    random = new Random(seed);
  }

  /// Stores applicants and calls as the backend before had them, then makes the history of them.
  SampleCalls fill(Database database, int people, int count, Instant from, Instant to) {
    database.<Boolean>write(
        tx -> {
          for (int i = 0; i < people; i++) {
            applicant(tx, i);
          }
          for (int i = 0; i < count; i++) {
            long span = (to.toEpochMilli() - from.toEpochMilli()) / 600_000;
            Instant at = from.plusMillis(random.nextLong(span) * 600_000);
            call(tx, "c%05d".formatted(i), at, i < people && i % 10 == 0);
          }
          return true;
        });
    return this;
  }

  private void applicant(Tx tx, int i) throws SQLException {
    String position =
        random.nextInt(5) == 0 ? null : POSITIONS.get(random.nextInt(POSITIONS.size()));
    var one = new Applicant("p" + i, NAMES.get(random.nextInt(NAMES.size())), position);
    applicants.add(one);
    tx.update(
        "INSERT INTO applicants (id, name, email, position, language, time_zone, search,"
            + " created_at, activity_at) VALUES (?, ?, ?, ?, 'tr', 'Europe/Istanbul', '', 0, 0)",
        one.id(),
        one.name(),
        one.id() + "@example.com",
        position);
    tx.update(
        "INSERT INTO rooms (id, applicant_id) VALUES (?, ?)", "applicant_" + one.id(), one.id());
  }

  /// One more call.
  Sample call(Tx tx, String id, Instant at, boolean live) throws SQLException {
    Applicant applicant =
        live
            ? applicants.get(Integer.parseInt(id.substring(1)))
            : applicants.get(random.nextInt(applicants.size()));
    CallOutcome outcome =
        live ? null : CallOutcome.values()[random.nextInt(CallOutcome.values().length)];
    boolean met = outcome == CallOutcome.COMPLETED || outcome == CallOutcome.DROPPED;
    String caller = TEAM.get(random.nextInt(TEAM.size()));
    List<String> guests =
        met && random.nextInt(4) == 0
            ? TEAM.stream().filter(who -> !who.equals(caller)).limit(1).toList()
            : List.of();
    boolean opened = random.nextInt(6) == 0;
    var call =
        new Sample(
            new CallId(id),
            at,
            outcome,
            outcome == null ? CallState.ACTIVE : state(outcome),
            applicant,
            caller,
            guests,
            met ? random.nextInt(8) * 450L * 100 : 0,
            met,
            met && random.nextInt(3) > 0 ? (10 + random.nextInt(40)) / 10.0 : null,
            opened,
            opened && random.nextBoolean() ? "Görüşme " + random.nextInt(3) : null);
    store(tx, call);
    calls.add(call);
    return call;
  }

  /// What somebody of the team is called.
  static String name(String member) {
    return member.equals("cinar") ? "Çınar Işık" : member;
  }

  static CallState state(CallOutcome outcome) {
    return switch (outcome) {
      case COMPLETED, DROPPED, ABANDONED -> CallState.ENDED;
      case NOT_JOINED -> CallState.FAILED;
      case REJECTED -> CallState.REJECTED;
      case NO_ANSWER, OFFLINE -> CallState.MISSED;
      case CANCELLED -> CallState.CANCELLED;
    };
  }

  private static void store(Tx tx, Sample call) throws SQLException {
    String meeting = call.meeting() == null ? null : "m-" + call.id().value();
    if (meeting != null) {
      meeting(tx, meeting, call);
    }
    tx.update(
        "INSERT INTO calls (id, room_id, applicant_id, caller_id, request_key, meeting_id,"
            + " media_room, state, outcome, version, created_at, started_at, together_millis,"
            + " ended_at, opened, score, deadline) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?,"
            + " ?, ?, ?)",
        call.id(),
        "applicant_" + call.applicant().id(),
        call.applicant().id(),
        call.caller(),
        call.id(),
        meeting,
        call.id(),
        call.state(),
        call.outcome(),
        call.createdAt(),
        call.met() ? call.createdAt() : null,
        call.millis(),
        call.outcome() == null ? null : call.createdAt().plusMillis(call.millis()),
        call.opened() || call.outcome() == null ? 1 : 0,
        call.score(),
        call.outcome() == null ? Long.valueOf(Long.MAX_VALUE) : null);
    person(tx, call, call.applicant().id(), "as it was then", "APPLICANT", 1);
    person(tx, call, call.caller(), name(call.caller()), "RECRUITER", 0);
    for (String guest : call.guests()) {
      person(tx, call, guest, name(guest), "RECRUITER", 2);
    }
  }

  private static void meeting(Tx tx, String id, Sample call) throws SQLException {
    tx.update(
        "INSERT INTO meetings (id, room_id, applicant_id, owner_id, request_key, media_room, title,"
            + " time_zone, send_email, remind_15_min, waiting_room, consent_to_record,"
            + " scheduled_at, ends_at, status, answer, overdue, sequence, version, created_at,"
            + " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'UTC', 0, 0, 0, 0, 0, 0, 'COMPLETED',"
            + " 'ACCEPTED', 'NONE', 0, 1, 0, 0)",
        id,
        "applicant_" + call.applicant().id(),
        call.applicant().id(),
        call.caller(),
        id,
        id,
        call.meeting());
  }

  private static void person(Tx tx, Sample call, String id, String name, String side, int place)
      throws SQLException {
    tx.update(
        "INSERT INTO call_participants (call_id, user_id, place, name, side) VALUES (?, ?, ?, ?, ?)",
        call.id(),
        id,
        place,
        name,
        side);
  }

  /// All that it is found by.
  static List<String> words(Sample call) {
    List<String> texts = new ArrayList<>(List.of(call.applicant().name(), name(call.caller())));
    call.guests().forEach(guest -> texts.add(name(guest)));
    if (call.applicant().position() != null) {
      texts.add(call.applicant().position());
    }
    if (call.meeting() != null) {
      texts.add(call.meeting());
    }
    return texts.stream()
        .flatMap(text -> List.of(SearchText.of(text).split("[^\\p{L}\\p{N}]+")).stream())
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
