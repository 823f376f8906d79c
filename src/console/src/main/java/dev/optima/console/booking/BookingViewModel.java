package dev.optima.console.booking;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.CalendarClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.meeting.Colleagues;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.Booking;
import dev.optima.protocol.rest.NewBooking;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A link with which an applicant picks the time of an interview: made here, and taken back here.
public final class BookingViewModel {
  private static final int LONGEST_TITLE = 200;

  private final Applicant applicant;
  private final CalendarClient client;
  private final Tasks tasks;
  private final InstantSource clock;
  private final ZoneId zone;
  private final SlotsViewModel slots;
  private final RuleViewModel rule = new RuleViewModel();
  private final Colleagues team;
  private final ObservableList<Meeting.Interviewer> interviewers;

  /// However often it is tried from here, it is one link.
  private String key = UUID.randomUUID().toString();

  private final StringProperty title;
  private final IntegerProperty minutes = new SimpleIntegerProperty(45);
  private final BooleanProperty byRule = new SimpleBooleanProperty();
  private final BooleanProperty sendEmail = new SimpleBooleanProperty(true);
  private final IntegerProperty validDays = new SimpleIntegerProperty(14);
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Booking> made = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Booking> open = FXCollections.observableArrayList();

  /// @param title what the interview is called unless the recruiter says otherwise
  /// @param team who may lead it; oneself does unless somebody else is chosen
  /// @param clock the backend's
  public BookingViewModel(
      Applicant applicant,
      String title,
      Colleagues team,
      ApiClient api,
      Tasks tasks,
      InstantSource clock,
      ZoneId zone) {
    this.applicant = applicant;
    this.team = team;
    interviewers = FXCollections.observableArrayList(List.of(team.me()));
    this.client = api.calendar();
    this.tasks = tasks;
    this.clock = clock;
    this.zone = zone;
    this.title = new SimpleStringProperty(title);
    slots = new SlotsViewModel(applicant.applicantId(), api.meetings(), tasks, clock, zone);
    minutes.addListener((_, _, _) -> loadSlots());
    interviewers.addListener((InvalidationListener) _ -> loadSlots());
  }

  private void loadSlots() {
    slots.load(minutes.get(), ids());
  }

  private List<UserId> ids() {
    return interviewers.stream().map(Meeting.Interviewer::userId).toList();
  }

  /// Asks for free times, and for the links that are open.
  public void load() {
    team.refresh();
    loadSlots();
    tasks.run(
        () -> client.offers(applicant.applicantId()).bookings(),
        all -> open.setAll(all.stream().filter(this::isOpen).toList()),
        failure -> problem.set(ApiFailures.explain(failure)));
  }

  private boolean isOpen(Booking booking) {
    return booking.revokedAt() == null
        && booking.meetingId() == null
        && clock.instant().isBefore(booking.expiresAt());
  }

  /// Makes the link.
  public void make() {
    Message wrong = check();
    problem.set(wrong);
    if (wrong != null || busy.get()) {
      return;
    }
    busy.set(true);
    NewBooking offer = offer();
    tasks.run(
        () -> client.offer(offer),
        booking -> {
          busy.set(false);
          key = UUID.randomUUID().toString();
          open.addFirst(booking);
          made.set(booking);
        },
        failure -> {
          busy.set(false);
          problem.set(ApiFailures.explain(failure));
        });
  }

  private @Nullable Message check() {
    if (title.get().isBlank() || title.get().length() > LONGEST_TITLE) {
      return Message.of("booking.titleMissing");
    }
    if (byRule.get()) {
      return rule.holds(minutes.get()) ? null : Message.of("booking.ruleWrong");
    }
    return slots.chosen().isEmpty() ? Message.of("booking.noSlots") : null;
  }

  private NewBooking offer() {
    Instant until = clock.instant().plus(Duration.ofDays(validDays.get()));
    return new NewBooking(
        key,
        applicant.applicantId(),
        title.get().strip(),
        null,
        minutes.get(),
        ids(),
        zone.getId(),
        byRule.get() ? null : slots.chosen(),
        byRule.get() ? rule.rule() : null,
        until,
        sendEmail.get());
  }

  /// Makes a link worthless.
  public void withdraw(Booking booking) {
    tasks.run(
        () -> {
          client.withdraw(booking.bookingId());
          return booking;
        },
        gone -> {
          open.remove(gone);
          problem.set(null);
        },
        failure -> problem.set(ApiFailures.explain(failure)));
  }

  public Applicant applicant() {
    return applicant;
  }

  /// Who leads the interview, its owner first.
  ObservableList<Meeting.Interviewer> interviewers() {
    return interviewers;
  }

  /// Who may.
  ObservableList<Meeting.Interviewer> team() {
    return team.all();
  }

  SlotsViewModel slots() {
    return slots;
  }

  RuleViewModel rule() {
    return rule;
  }

  public StringProperty title() {
    return title;
  }

  public IntegerProperty minutes() {
    return minutes;
  }

  /// Whether a rule is offered in place of single times.
  public BooleanProperty byRule() {
    return byRule;
  }

  public BooleanProperty sendEmail() {
    return sendEmail;
  }

  /// How long the link is good for.
  public IntegerProperty validDays() {
    return validDays;
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  /// The link, once it is made.
  public ReadOnlyObjectProperty<@Nullable Booking> made() {
    return made.getReadOnlyProperty();
  }

  /// The links of this applicant that may still be used, newest first.
  public ObservableList<Booking> open() {
    return open;
  }
}
