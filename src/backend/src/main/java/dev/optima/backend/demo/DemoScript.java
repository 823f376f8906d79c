package dev.optima.backend.demo;

import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.rest.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What happens in the demo: read from a text that people can write (its head says how).
///
/// @param past whose time here is over: what happened with them is made up
record DemoScript(List<Person> people, List<Person> past) {
  private static final String RESOURCE = "script.txt";
  private static final Pattern LINE =
      Pattern.compile("(m-\\d+|-\\d+ \\d\\d:\\d\\d) (>>|<<|[<>!*^+~]) (.*)");

  /// One applicant.
  ///
  /// @param recruiter who looks after them: a first name
  /// @param unread how many of their last messages the team has not read
  /// @param notes what the team keeps with the profile; empty for none
  record Person(
      String name,
      String email,
      String phone,
      String position,
      String language,
      String timeZone,
      String recruiter,
      int unread,
      Stage stage,
      String notes,
      List<Deed> deeds) {
    private Person noted(String text) {
      return new Person(
          name, email, phone, position, language, timeZone, recruiter, unread, stage, text, deeds);
    }
  }

  /// Something that happened.
  sealed interface Deed {
    Instant at();
  }

  /// Somebody said something.
  ///
  /// @param reply to the last that the other side said
  record Said(Instant at, boolean byApplicant, boolean reply, String text) implements Deed {}

  /// The recruiter wrote a note for the team.
  record Noted(Instant at, String text) implements Deed {}

  /// The recruiter reacted to the last that the applicant said.
  record Reacted(Instant at, String emoji) implements Deed {}

  /// The recruiter planned an interview.
  ///
  /// @param others who leads it too: first names
  /// @param provider over which it is recorded; null: over the built-in one, which records nothing
  record Planned(
      Instant at,
      Instant time,
      int minutes,
      List<String> others,
      String title,
      @Nullable String provider)
      implements Deed {}

  /// Something happened to the interview that was planned last.
  ///
  /// @param act what: `accepted`, `declined`, `asked_to_move`, `cancelled` by the applicant,
  ///   `called_off` by the recruiter, `met`, `no_show`, `no_show_recruiter`
  /// @param times that were asked for
  /// @param talked how long they met
  /// @param text what was said with it; empty for nothing
  record Turn(Instant at, String act, List<Instant> times, Duration talked, String text)
      implements Deed {}

  /// The recruiter rang.
  record Rang(Instant at, CallOutcome outcome, Duration talked) implements Deed {}

  /// Reads the script as it lies before `now`.
  static DemoScript read(Instant now) {
    List<Person> people = new ArrayList<>();
    List<Person> past = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(DemoScript.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("@ ")) {
          people.add(person(line.substring(2)));
        } else if (line.startsWith("& ")) {
          past.add(person(line.substring(2)));
        } else if (line.startsWith("= ")) {
          people.add(people.removeLast().noted(line.substring(2)));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          people.getLast().deeds().add(deed(line, now));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DemoScript(List.copyOf(people), List.copyOf(past));
  }

  private static Person person(String line) {
    String[] parts = line.split("\\|", -1);
    return new Person(
        parts[0].strip(),
        parts[1].strip(),
        parts[2].strip(),
        parts[3].strip(),
        parts[4].strip(),
        parts[5].strip(),
        parts[6].strip(),
        Integer.parseInt(parts[7].strip()),
        Stage.valueOf(parts[8].strip().toUpperCase(Locale.ROOT)),
        "",
        new ArrayList<>());
  }

  private static Deed deed(String line, Instant now) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalStateException("not a line of the demo: " + line);
    }
    Instant at = at(matcher.group(1), now);
    String rest = matcher.group(3);
    return switch (matcher.group(2)) {
      case ">" -> new Said(at, true, false, rest);
      case "<" -> new Said(at, false, false, rest);
      case ">>" -> new Said(at, true, true, rest);
      case "<<" -> new Said(at, false, true, rest);
      case "*" -> new Noted(at, rest);
      case "^" -> new Reacted(at, rest);
      case "+" -> DemoMeetingLine.planned(at, rest, now);
      case "~" -> DemoMeetingLine.turn(at, rest, now);
      default -> rang(at, rest);
    };
  }

  private static Rang rang(Instant at, String rest) {
    String[] parts = rest.split(" ", -1);
    CallOutcome outcome = CallOutcome.valueOf(parts[0].toUpperCase(Locale.ROOT));
    return new Rang(at, outcome, parts.length > 1 ? talked(parts[1]) : Duration.ZERO);
  }

  static Duration talked(String text) {
    String[] parts = text.split(":", -1);
    return Duration.ofMinutes(Long.parseLong(parts[0])).plusSeconds(Long.parseLong(parts[1]));
  }

  private static Instant at(String text, Instant now) {
    if (text.startsWith("m-")) {
      return now.minus(Long.parseLong(text.substring(2)), ChronoUnit.MINUTES);
    }
    String[] parts = text.split(" ", -1);
    return now.atZone(ZoneOffset.UTC)
        .toLocalDate()
        .plusDays(Long.parseLong(parts[0]))
        .atTime(LocalTime.parse(parts[1]))
        .toInstant(ZoneOffset.UTC);
  }
}
