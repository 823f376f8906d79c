package dev.optima.console.booking;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.FreeQuery;
import dev.optima.console.client.MeetingsClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.id.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The times at which everybody is free, and those of them that are offered.
final class SlotsViewModel {
  private static final int SHOWN = 24;

  private final UserId applicant;
  private final MeetingsClient client;
  private final Tasks tasks;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ObservableList<Instant> free = FXCollections.observableArrayList();
  private final TreeSet<Instant> chosen = new TreeSet<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private LocalDate from;
  private int minutes;
  private List<UserId> interviewers = List.of();
  private int asked;

  SlotsViewModel(
      UserId applicant, MeetingsClient client, Tasks tasks, InstantSource clock, ZoneId zone) {
    this.applicant = applicant;
    this.client = client;
    this.tasks = tasks;
    this.clock = clock;
    this.zone = zone;
    from = clock.instant().atZone(zone).toLocalDate();
  }

  /// Looks for times of this length at which all of these are free; what was chosen for another
  /// length, or for others, may be free no more.
  void load(int length, List<UserId> leading) {
    if (length != minutes || !leading.equals(interviewers)) {
      minutes = length;
      interviewers = leading;
      chosen.clear();
      count.set(0);
    }
    int mine = ++asked;
    loading.set(true);
    Instant start = from.atStartOfDay(zone).toInstant();
    Instant now = clock.instant();
    FreeQuery query =
        new FreeQuery(
            applicant, leading, length, start.isBefore(now) ? now : start, SHOWN, zone.getId());
    tasks.run(
        () -> client.free(query).slots(),
        slots -> took(mine, slots, null),
        failure -> took(mine, List.of(), ApiFailures.explain(failure)));
  }

  private void took(int mine, List<Instant> slots, @Nullable Message wrong) {
    if (mine == asked) {
      loading.set(false);
      problem.set(wrong);
      free.setAll(slots);
    }
  }

  /// Shows the free times from this day on.
  void from(LocalDate day) {
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    from = day.isBefore(today) ? today : day;
    load(minutes, interviewers);
  }

  LocalDate from() {
    return from;
  }

  boolean isChosen(Instant slot) {
    return chosen.contains(slot);
  }

  void choose(Instant slot, boolean on) {
    if (on) {
      chosen.add(slot);
    } else {
      chosen.remove(slot);
    }
    count.set(chosen.size());
  }

  /// What is offered, earliest first.
  List<Instant> chosen() {
    return List.copyOf(chosen);
  }

  ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  ObservableList<Instant> free() {
    return free;
  }

  ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
