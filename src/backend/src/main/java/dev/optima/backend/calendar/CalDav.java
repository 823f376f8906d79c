package dev.optima.backend.calendar;

import static dev.optima.backend.calendar.Multistatus.CALDAV;
import static dev.optima.backend.calendar.Multistatus.CALENDAR_SERVER;
import static dev.optima.backend.calendar.Multistatus.DAV;

import dev.optima.backend.account.Secrets;
import dev.optima.backend.calendar.CalendarVisit.Answer;
import dev.optima.backend.calendar.FetchFailure.Problem;
import dev.optima.backend.calendar.Multistatus.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// Reads CalDAV (RFC 4791). The address may be one calendar, or anything that leads to all
/// calendars of an account: their home, the account itself, or just the server (RFC 6764, 6).
final class CalDav {
  private static final String WELL_KNOWN = "/.well-known/caldav";

  private final CalendarVisit visit;
  private final Instant from;
  private final Instant to;

  CalDav(CalendarVisit visit, Instant from, Instant to) {
    this.visit = visit;
    this.from = from;
    this.to = to;
  }

  /// A resource, and where it is.
  private record Place(HttpUrl url, Resource resource) {
    Optional<HttpUrl> link(String namespace, String name) {
      return resource.link(namespace, name).map(url::resolve).filter(Objects::nonNull);
    }

    /// Whether it tells when somebody is busy: not a list of tasks, and not one that its owner
    /// keeps out of it.
    boolean isCalendar() {
      boolean calendar =
          resource
              .property(DAV, "resourcetype")
              .filter(type -> !Multistatus.all(type, CALDAV, "calendar").isEmpty())
              .isPresent();
      boolean events =
          resource
              .property(CALDAV, "supported-calendar-component-set")
              .map(set -> Multistatus.all(set, CALDAV, "comp"))
              .filter(kinds -> !kinds.isEmpty())
              .map(
                  kinds ->
                      kinds.stream().anyMatch(kind -> kind.getAttribute("name").equals("VEVENT")))
              .orElse(true);
      boolean transparent =
          resource
              .property(CALDAV, "schedule-calendar-transp")
              .filter(value -> !Multistatus.all(value, CALDAV, "transparent").isEmpty())
              .isPresent();
      return calendar && events && !transparent;
    }
  }

  /// What the calendars say.
  ///
  /// @param mark what was said the last time; null to read in any case
  Said read(HttpUrl url, @Nullable String mark) throws FetchFailure {
    List<Place> calendars = calendars(url);
    String now = mark(calendars);
    if (now != null && now.equals(mark)) {
      return Said.unchanged(now);
    }
    List<String> files = new ArrayList<>();
    for (Place calendar : calendars) {
      files.addAll(events(calendar.url()));
    }
    return Said.files(files, now);
  }

  private List<Place> calendars(HttpUrl url) throws FetchFailure {
    Answer first = visit.ask("PROPFIND", url, 0, CalDavQuestions.WHAT);
    Optional<Place> here = place(first);
    if (here.isPresent() && here.get().isCalendar()) {
      return List.of(here.get());
    }
    Optional<HttpUrl> home = here.isPresent() ? home(here.get()) : Optional.empty();
    if (home.isEmpty()) {
      Optional<Place> known = look(Objects.requireNonNull(url.resolve(WELL_KNOWN)));
      home = known.isPresent() ? home(known.get()) : Optional.empty();
    }
    List<Place> calendars = home.isPresent() ? below(home.get()) : List.of();
    if (calendars.isEmpty() && here.isPresent()) {
      calendars = below(here.get().url());
    }
    if (calendars.isEmpty()) {
      throw new FetchFailure(problem(first.status()), "no calendars, status " + first.status());
    }
    return calendars;
  }

  /// What is wrong with an address that leads to no calendar.
  private static Problem problem(int status) {
    return switch (status) {
      case 403 -> Problem.UNAUTHORIZED;
      case 404, 410 -> Problem.NOT_FOUND;
      default -> Problem.NOT_A_CALENDAR;
    };
  }

  /// Where the calendars are of whom the login is.
  private Optional<HttpUrl> home(Place place) throws FetchFailure {
    Optional<HttpUrl> home = place.link(CALDAV, "calendar-home-set");
    Optional<HttpUrl> principal = place.link(DAV, "current-user-principal");
    if (home.isPresent() || principal.isEmpty()) {
      return home;
    }
    return look(principal.get()).flatMap(self -> self.link(CALDAV, "calendar-home-set"));
  }

  /// Empty if there is nothing, or nothing that knows of WebDAV.
  private Optional<Place> look(HttpUrl url) throws FetchFailure {
    return place(visit.ask("PROPFIND", url, 0, CalDavQuestions.WHAT));
  }

  private static Optional<Place> place(Answer answer) throws FetchFailure {
    if (answer.isMultistatus()) {
      return Multistatus.read(answer.body()).resources().stream()
          .findFirst()
          .map(resource -> new Place(answer.at(), resource));
    }
    boolean knowsNothingOfIt = answer.status() == 501;
    if (answer.status() == 401 || answer.status() >= 500 && !knowsNothingOfIt) {
      answer.demandGood();
    }
    return Optional.empty();
  }

  private List<Place> below(HttpUrl home) throws FetchFailure {
    Answer answer = visit.ask("PROPFIND", home, 1, CalDavQuestions.WHAT);
    if (!answer.isMultistatus()) {
      answer.demandGood();
      return List.of();
    }
    List<Place> calendars = new ArrayList<>();
    for (Resource resource : Multistatus.read(answer.body()).resources()) {
      HttpUrl url = answer.at().resolve(resource.href());
      if (url != null) {
        Place place = new Place(url, resource);
        if (place.isCalendar()) {
          calendars.add(place);
        }
      }
    }
    return calendars;
  }

  /// What changes when one of the calendars does; null if the server does not tell.
  private static @Nullable String mark(List<Place> calendars) {
    StringBuilder all = new StringBuilder();
    for (Place calendar : calendars) {
      Optional<String> tag = calendar.resource().text(CALENDAR_SERVER, "getctag");
      if (tag.isEmpty() || tag.get().isEmpty()) {
        return null;
      }
      all.append(calendar.url()).append(' ').append(tag.get()).append('\n');
    }
    return Secrets.hash(all.toString());
  }

  private List<String> events(HttpUrl calendar) throws FetchFailure {
    Answer answer = visit.ask("REPORT", calendar, 1, CalDavQuestions.events(from, to));
    if (answer.isMultistatus()) {
      return Multistatus.read(answer.body()).resources().stream()
          .flatMap(resource -> resource.property(CALDAV, "calendar-data").stream())
          .map(data -> data.getTextContent().strip())
          .filter(text -> !text.isEmpty())
          .toList();
    }
    if (answer.status() == 401) {
      answer.demandGood();
    }
    Answer busy = visit.ask("REPORT", calendar, 1, CalDavQuestions.busy(from, to));
    return List.of(busy.demandGood().body());
  }
}
