package dev.optima.protocol.quality;

import static java.util.Comparator.comparingDouble;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.CallQuality.Cause;
import dev.optima.protocol.rest.CallQuality.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why a call was bad, in the order of what it cost. What counts as bad is said by [Symptoms];
/// something is a reason from a twentieth of somebody's measured time and ten seconds on, a broken
/// connection always.
///
/// Whose side it was is only said where the figures can tell:
///
/// - A slow computer is that of whoever measured it.
/// - Somebody who lost the backend together with the others had no network (the caller knows that
///   of a [Break]).
/// - What is lost, late or uneven between two browsers may come from either end of the line, and
///   Jitsi lets two people talk directly too. Nobody is named.
/// - Over a server with three or more in the call, the delay and the bandwidth that somebody
///   measures are those of their own line to the server; losses and unevenness are if nobody else
///   had them, for what one of the others failed to send all would have missed.
/// - A picture that stood still though nothing else was wrong: nobody is named.
public final class Diagnosis {
  private static final double LEAST_SHARE = 0.05;
  private static final double LEAST_SECONDS = 10;

  /// Of a symptom so rare nobody is said to have had it.
  private static final double HARDLY = 0.02;

  private static final double WORST = 4;

  private Diagnosis() {}

  /// How the media goes.
  public enum Way {
    /// From browser to browser, perhaps through a relay.
    DIRECT,
    /// Through a media server, as far as it wants.
    SERVER
  }

  /// What somebody measured.
  ///
  /// @param step seconds that a sample stands for
  public record Person(UserId userId, String name, double step, List<Measured> samples) {
    public Person {
      samples = List.copyOf(samples);
    }

    double seconds() {
      return step * samples.size();
    }
  }

  /// The connection was away for a time.
  ///
  /// @param userId whose network was away; null if it cannot be told
  public record Break(@Nullable UserId userId, @Nullable String name, double seconds) {}

  /// One cause, as one person met it.
  private record Finding(Person person, Cause cause, List<Measured> bad) {
    double seconds() {
      return person.step() * bad.size();
    }

    double share() {
      return bad.size() / (double) person.samples().size();
    }

    boolean counts() {
      return share() >= LEAST_SHARE && seconds() >= LEAST_SECONDS;
    }

    /// What the scores fell short by, over the time.
    double cost() {
      return bad.stream().mapToDouble(Finding::shortfall).sum() * person.step();
    }

    private static double shortfall(Measured sample) {
      Double score = CallScore.of(sample).total();
      return score == null ? 1 : 5 - score;
    }
  }

  private record Weighed(Reason reason, double cost) {}

  /// The reasons, the worst first; empty if there is nothing to complain of.
  public static List<Reason> of(Way way, List<Person> people, List<Break> breaks) {
    List<Person> measured = people.stream().filter(p -> !p.samples().isEmpty()).toList();
    List<Finding> findings = measured.stream().flatMap(p -> findings(p).stream()).toList();
    var found = new ArrayList<Weighed>();
    for (Cause cause : Cause.values()) {
      List<Finding> those = findings.stream().filter(f -> f.cause() == cause).toList();
      List<Finding> bad = those.stream().filter(Finding::counts).toList();
      List<Finding> told = bad.stream().filter(f -> isTold(way, measured, those, f)).toList();
      told.forEach(f -> found.add(weighed(List.of(f), f.person())));
      List<Finding> untold = bad.stream().filter(f -> !told.contains(f)).toList();
      if (!untold.isEmpty()) {
        found.add(weighed(untold, null));
      }
    }
    found.addAll(broken(measured, breaks));
    return found.stream()
        .sorted(comparingDouble(Weighed::cost).reversed())
        .map(Weighed::reason)
        .toList();
  }

  private static List<Finding> findings(Person person) {
    return person.samples().stream()
        .flatMap(s -> Symptoms.of(s).stream().map(cause -> new Met(cause, s)))
        .collect(
            Collectors.groupingBy(Met::cause, Collectors.mapping(Met::sample, Collectors.toList())))
        .entrySet()
        .stream()
        .map(e -> new Finding(person, e.getKey(), e.getValue()))
        .toList();
  }

  private record Met(Cause cause, Measured sample) {}

  /// Whether it can be told that it was on the side of whoever measured it.
  private static boolean isTold(
      Way way, List<Person> measured, List<Finding> those, Finding finding) {
    boolean ownLine = way == Way.SERVER && measured.size() >= 3;
    return switch (finding.cause()) {
      case SLOW_COMPUTER -> true;
      case DELAY, BANDWIDTH -> ownLine;
      case LOSS, JITTER ->
          ownLine && those.stream().allMatch(f -> f == finding || f.share() <= HARDLY);
      case BROKEN, FROZEN -> false;
    };
  }

  private static Weighed weighed(List<Finding> findings, @Nullable Person side) {
    Finding worst = findings.stream().max(comparingDouble(Finding::share)).orElseThrow();
    List<Measured> bad = findings.stream().flatMap(f -> f.bad().stream()).toList();
    return new Weighed(
        new Reason(
            worst.cause(),
            side == null ? null : side.userId(),
            side == null ? null : side.name(),
            worst.share(),
            Symptoms.typical(worst.cause(), bad)),
        findings.stream().mapToDouble(Finding::cost).sum());
  }

  private static List<Weighed> broken(List<Person> measured, List<Break> breaks) {
    double longest = measured.stream().mapToDouble(Person::seconds).max().orElse(0);
    double away = breaks.stream().mapToDouble(Break::seconds).sum();
    return breaks.stream()
        .collect(Collectors.groupingBy(b -> new Side(b.userId(), b.name())))
        .entrySet()
        .stream()
        .map(
            e -> {
              Side side = e.getKey();
              double seconds = e.getValue().stream().mapToDouble(Break::seconds).sum();
              double share = seconds == 0 ? 0 : seconds / (longest + away);
              return new Weighed(
                  new Reason(Cause.BROKEN, side.userId(), side.name(), share, null),
                  seconds * WORST);
            })
        .toList();
  }

  private record Side(@Nullable UserId userId, @Nullable String name) {}
}
