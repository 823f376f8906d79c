package dev.optima.backend.analytics;

import dev.optima.backend.store.Database;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.id.UserId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Calls and meetings of a time as chance has them, of all kinds, put straight into the tables. The
/// same seed gives the same office.
final class RandomOffice {
  static final List<UserId> TEAM =
      List.of(
          new UserId("elif"), new UserId("mert_1"), new UserId("mertx1"), new UserId("selin-ak"));
  static final List<String> POSITIONS = List.of("Backend engineer", "QA, 50 %", "Ürün tasarımcısı");

  private static final int APPLICANTS = 25;
  private static final int CALLS = 320;
  private static final int MEETINGS = 160;
  private static final List<String> STATUSES =
      List.of("COMPLETED", "COMPLETED", "COMPLETED", "NO_SHOW", "CANCELLED", "OPEN", "SCHEDULED");

  private final Random random;
  private final Instant from;
  private final Duration length;
  private int keys;

  private RandomOffice(long seed, Instant from, Duration length) {
    this.random = new Random(seed);
    this.from = from;
    this.length = length;
  }

  static void fill(Database database, long seed, Instant from, Duration length) {
    RandomOffice office = new RandomOffice(seed, from, length);
    database.<Boolean>write(
        tx -> {
          office.write(tx);
          return true;
        });
  }

  private void write(Tx tx) throws SQLException {
    for (UserId member : TEAM) {
      tx.update(
          "INSERT INTO accounts (id, email_key, email, name, role, language, password_hash,"
              + " created_at) VALUES (?, ?, ?, ?, 'RECRUITER', 'en', '', ?)",
          member,
          member + "@example.org",
          member + "@example.org",
          "Name of " + member,
          from);
    }
    for (int i = 0; i < APPLICANTS; i++) {
      applicant(tx, "a" + i);
    }
    for (int i = 0; i < CALLS; i++) {
      call(tx);
    }
    for (int i = 0; i < MEETINGS; i++) {
      meeting(tx);
    }
  }

  private void applicant(Tx tx, String id) throws SQLException {
    Instant added = from.minusSeconds(random.nextInt(30 * 86_400));
    String position =
        random.nextInt(5) == 0 ? null : POSITIONS.get(random.nextInt(POSITIONS.size()));
    tx.update(
        "INSERT INTO applicants (id, name, email, position, language, time_zone, search,"
            + " created_at, activity_at) VALUES (?, ?, '', ?, 'tr', 'UTC', '', ?, ?)",
        id,
        id,
        position,
        added,
        added);
    tx.update("INSERT INTO rooms (id, applicant_id) VALUES (?, ?)", "applicant_" + id, id);
  }

  private Instant someTime() {
    return from.plusMillis((long) (random.nextDouble() * length.toMillis()));
  }

  private String someApplicant() {
    return "a" + random.nextInt(APPLICANTS);
  }

  private void call(Tx tx) throws SQLException {
    boolean opened = random.nextInt(5) == 0;
    boolean live = random.nextInt(40) == 0;
    CallOutcome outcome =
        random.nextInt(2) == 0
            ? CallOutcome.COMPLETED
            : CallOutcome.values()[random.nextInt(CallOutcome.values().length)];
    boolean met = !live && (outcome == CallOutcome.COMPLETED || outcome == CallOutcome.DROPPED);
    List<UserId> team = new ArrayList<>(TEAM);
    Collections.shuffle(team, random);
    insert(tx, someTime(), team, opened, live ? null : outcome, met);
  }

  private void insert(
      Tx tx,
      Instant at,
      List<UserId> team,
      boolean opened,
      @Nullable CallOutcome outcome,
      boolean met)
      throws SQLException {
    String id = Ids.next();
    String applicant = outcome == null ? "live" + keys : someApplicant();
    if (outcome == null) {
      applicant(tx, applicant);
    }
    boolean callerIsIn = !opened || met || random.nextBoolean();
    tx.update(
        "INSERT INTO calls (id, room_id, applicant_id, caller_id, request_key, media_room, state,"
            + " outcome, version, created_at, deadline, together_millis, ended_at, opened, score)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
        id,
        "applicant_" + applicant,
        applicant,
        outcome == null ? new UserId("caller" + keys) : team.getFirst(),
        "key" + keys++,
        id,
        outcome == null ? "ACTIVE" : "ENDED",
        outcome,
        at,
        outcome == null ? at : null,
        met ? (long) (random.nextDouble() * 6_000_000) : 0L,
        outcome == null ? null : at.plusSeconds(1),
        opened ? 1 : 0,
        met && random.nextInt(3) > 0 ? (Double) (1 + random.nextInt(257) / 64.0) : null);
    seat(tx, id, new UserId(applicant), "APPLICANT", 0, met ? at : null);
    int people = 1 + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
    for (int i = 0; i < people; i++) {
      boolean there = met && (i == 0 ? random.nextInt(10) > 0 : random.nextBoolean());
      if (i > 0 || callerIsIn) {
        seat(tx, id, team.get(i), "RECRUITER", i + 1, there ? at : null);
      }
    }
  }

  private static void seat(
      Tx tx, String call, UserId who, String side, int place, @Nullable Instant joined)
      throws SQLException {
    tx.update(
        "INSERT INTO call_participants (call_id, user_id, place, name, side, joined_at)"
            + " VALUES (?, ?, ?, '', ?, ?)",
        call,
        who,
        place,
        side,
        joined);
  }

  private void meeting(Tx tx) throws SQLException {
    String id = Ids.next();
    String status = STATUSES.get(random.nextInt(STATUSES.size()));
    String absent = List.of("APPLICANT", "RECRUITER", "BOTH").get(random.nextInt(3));
    String applicant = someApplicant();
    List<UserId> team = new ArrayList<>(TEAM);
    Collections.shuffle(team, random);
    Instant at = someTime();
    tx.update(
        "INSERT INTO meetings (id, room_id, applicant_id, owner_id, request_key, media_room, title,"
            + " time_zone, send_email, remind_15_min, waiting_room, consent_to_record,"
            + " scheduled_at, ends_at, status, answer, overdue, absent, sequence, version,"
            + " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, '', 'UTC', 0, 0, 0, 0, ?, ?, ?,"
            + " 'INVITED', 'NONE', ?, 0, 1, ?, ?)",
        id,
        "applicant_" + applicant,
        applicant,
        team.getFirst(),
        "key" + keys++,
        id,
        at,
        at.plusSeconds(1800),
        status,
        status.equals("NO_SHOW") ? absent : null,
        at,
        at);
    for (int place = 0; place <= random.nextInt(3); place++) {
      tx.update(
          "INSERT INTO meeting_interviewers (meeting_id, user_id, place) VALUES (?, ?, ?)",
          id,
          team.get(place),
          place);
    }
  }
}
