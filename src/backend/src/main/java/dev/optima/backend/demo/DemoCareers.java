package dev.optima.backend.demo;

import dev.optima.backend.demo.DemoScript.Deed;
import dev.optima.backend.demo.DemoScript.Planned;
import dev.optima.backend.demo.DemoScript.Rang;
import dev.optima.backend.demo.DemoScript.Turn;
import dev.optima.protocol.call.CallOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Makes up what happened with applicants whose time here is over: rings until they are reached, a
/// first call, then interviews that are held, missed or called off, in the three weeks before.
final class DemoCareers {
  static final int WORKDAYS = 17;

  /// UTC hours that lie in the working day of most.
  private static final int FIRST_HOUR = 7;

  private static final int HOURS = 8;
  private static final int TRIES = 12;

  /// Around noon nobody picks up.
  private static final int NOON = 10;

  private static final List<CallOutcome> REACHED =
      List.of(
          CallOutcome.COMPLETED, CallOutcome.COMPLETED, CallOutcome.COMPLETED, CallOutcome.DROPPED);
  private static final List<CallOutcome> NOT_REACHED =
      List.of(
          CallOutcome.NO_ANSWER,
          CallOutcome.NO_ANSWER,
          CallOutcome.REJECTED,
          CallOutcome.OFFLINE,
          CallOutcome.CANCELLED,
          CallOutcome.NOT_JOINED,
          CallOutcome.ABANDONED);
  private static final List<String> TURNS =
      Stream.concat(
              Collections.nCopies(13, "met").stream(),
              Stream.of("no_show", "no_show_recruiter", "cancelled", "cancelled"))
          .toList();
  private static final List<String> TITLES =
      List.of("First interview", "Technical interview", "Second interview", "Panel");
  private static final List<String> TEAM = List.of("elif", "mert", "selin");

  private final DemoTimes times;
  private final Random random;
  private final List<LocalDate> days;

  DemoCareers(Instant now, DemoTimes times, Random random) {
    this.times = times;
    this.random = random;
    this.days = DemoTimes.workdaysBefore(now, WORKDAYS);
  }

  /// What happened with this person, in order of time.
  List<Deed> of(DemoScript.Person person) {
    List<Deed> deeds = new ArrayList<>();
    int day = random.nextInt(WORKDAYS - 4);
    for (int rings = random.nextInt(4); rings > 0; rings--) {
      ring(person, day, any(NOT_REACHED)).ifPresent(deeds::add);
      day += random.nextInt(2);
    }
    CallOutcome first = any(REACHED);
    ring(person, day + 1, first).ifPresent(deeds::add);
    if (first == CallOutcome.DROPPED) {
      ring(person, day + 1, CallOutcome.COMPLETED).ifPresent(deeds::add);
    }
    int title = 0;
    for (day += 2 + random.nextInt(2); day < WORKDAYS; day += 1 + random.nextInt(3)) {
      deeds.addAll(interview(person, day, title++));
    }
    return deeds;
  }

  private Optional<Deed> ring(DemoScript.Person person, int day, CallOutcome outcome) {
    return hour(day, person.recruiter(), person.email())
        .map(at -> new Rang(at.plusSeconds(60L * random.nextInt(12)), outcome, talk(8, 24)));
  }

  /// Planned on the workday before; others of the team come to every third.
  private List<Deed> interview(DemoScript.Person person, int day, int title) {
    List<String> others =
        random.nextInt(3) > 0
            ? List.of()
            : TEAM.stream().filter(one -> !one.equals(person.recruiter())).limit(1).toList();
    List<String> all = new ArrayList<>(others);
    all.add(person.recruiter());
    all.add(person.email());
    Optional<Instant> time = hour(day, all.toArray(String[]::new));
    if (time.isEmpty()) {
      return List.of();
    }
    Instant planned =
        days.get(day - 1).atTime(16, title, random.nextInt(60)).toInstant(ZoneOffset.UTC);
    String act = TURNS.get(random.nextInt(TURNS.size()));
    Instant at =
        act.equals("cancelled")
            ? time.get().minus(Duration.ofHours(1))
            : time.get().plus(act.equals("met") ? Duration.ZERO : Duration.ofMinutes(14));
    return List.of(
        new Planned(planned, time.get(), 45, others, TITLES.get(Math.min(title, 3)), null),
        new Turn(at, act, List.of(), talk(18, 24), ""));
  }

  /// An hour of that day in which all of them are free.
  private Optional<Instant> hour(int day, String... who) {
    LocalDate date = days.get(Math.min(day, WORKDAYS - 1));
    for (int i = 0; i < TRIES; i++) {
      int hour = FIRST_HOUR + random.nextInt(HOURS);
      Instant at = date.atTime(hour, 0).toInstant(ZoneOffset.UTC);
      if (hour != NOON && times.take(at, who)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private Duration talk(int least, int more) {
    return Duration.ofSeconds(60L * least + random.nextInt(60 * more));
  }

  private CallOutcome any(List<CallOutcome> outcomes) {
    return outcomes.get(random.nextInt(outcomes.size()));
  }
}
