package dev.optima.backend.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.call.CallRules;
import dev.optima.backend.meeting.BusySource;
import dev.optima.backend.meeting.BusyTime;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.store.StoreConfig;
import dev.optima.backend.world.ManualClock;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.Booking;
import dev.optima.protocol.rest.BookingOffer;
import dev.optima.protocol.rest.BookingRule;
import dev.optima.protocol.rest.CancelMeeting;
import dev.optima.protocol.rest.NewBooking;
import dev.optima.protocol.rest.PickSlot;
import dev.optima.protocol.rest.ScheduleMeeting;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An applicant picks a time with a link, on both databases.
class BookingTest {
  private static final int ROUNDS = Integer.getInteger("optima.booking.rounds", 60);

  @TempDir private Path folder;
  private final ManualClock clock = new ManualClock();

  private World world(Engine engine) {
    return new World(engine.open(folder), clock, CallRules.DEFAULT);
  }

  private Instant in(int hours) {
    return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(hours));
  }

  private static Refusal refused(Callable<?> command) {
    return catchThrowableOfType(Refusal.class, command::call);
  }

  private static NewBooking offer(
      @Nullable String key, Identity applicant, List<Instant> slots, Identity... interviewers) {
    List<UserId> ids = Stream.of(interviewers).map(Identity::userId).toList();
    return new NewBooking(
        key,
        applicant.userId(),
        "First interview",
        "About the team",
        30,
        ids,
        "Europe/Berlin",
        slots,
        null,
        null,
        null);
  }

  private static String code(Booking booking) {
    String url = Objects.requireNonNull(booking.url());
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static PickSlot pick(Instant start) {
    return new PickSlot(start, null);
  }

  private static Meeting only(World world, Identity who, Identity applicant) {
    return world.meetingList.ofApplicant(who, applicant.userId(), null, 10).meetings().getFirst();
  }

  @ParameterizedTest
  @EnumSource
  void aTimeIsSeenHeldAndBooked(Engine engine) {
    try (World world = world(engine)) {
      Identity elif = world.colleague("elif");
      Identity mert = world.colleague("mert");
      Identity john = world.applicant("john");
      Booking booking = world.bookings.offer(elif, offer("k", john, List.of(in(30), in(26)), mert));
      String code = code(booking);

      assertThat(booking.url()).startsWith("https://optima.example/b/");
      assertThat(code).hasSize(22);
      assertThat(world.bookings.offer(elif, offer("k", john, List.of(in(30), in(26)), mert)))
          .as("the same key is the same link")
          .isEqualTo(booking);
      Identity maria = world.applicant("maria");
      assertThat(
              refused(() -> world.bookings.offer(elif, offer("k", maria, List.of(in(30))))).code())
          .as("the key of another one's link")
          .isEqualTo(ErrorCode.INVALID);
      assertThat(world.bookings.list(elif, john.userId()).bookings())
          .singleElement()
          .satisfies(one -> assertThat(one.url()).isNull());

      BookingOffer seen = world.bookingLinks.look(code);
      assertThat(seen.slots()).containsExactly(in(26), in(30));
      assertThat(seen.interviewers()).containsExactly("Name of elif", "Name of mert");
      assertThat(seen.applicantName()).isEqualTo("Name of john");
      assertThat(seen.held()).isNull();

      BookingOffer held = world.bookingLinks.hold(code, pick(in(30)));
      assertThat(held.held()).isEqualTo(in(30));
      assertThat(held.heldUntil()).isEqualTo(clock.instant().plus(BookingLinkService.HOLD));
      assertThat(held.slots()).contains(in(30));
      assertThat(world.bookingLinks.hold(code, pick(in(26))).held()).isEqualTo(in(26));

      BookingOffer booked =
          world.bookingLinks.confirm(code, new PickSlot(in(26), "America/New_York"));
      assertThat(Objects.requireNonNull(booked.booked()).scheduledTime()).isEqualTo(in(26));
      assertThat(booked.slots()).isEmpty();
      assertThat(world.bookingLinks.confirm(code, pick(in(26)))).isEqualTo(booked);
      Meeting meeting = only(world, elif, john);
      assertThat(meeting.scheduledTime()).isEqualTo(in(26));
      assertThat(meeting.answer()).isEqualTo(MeetingAnswer.ACCEPTED);
      assertThat(meeting.adminId()).isEqualTo(elif.userId());
      assertThat(meeting.interviewers()).hasSize(2);
      assertThat(meeting.applicantTimeZone()).isEqualTo("America/New_York");
      assertThat(world.bookings.list(elif, john.userId()).bookings().getFirst().meetingId())
          .isEqualTo(meeting.meetingId());
      assertThat(refused(() -> world.bookingLinks.hold(code, pick(in(30)))).code())
          .isEqualTo(ErrorCode.STALE);
      world.meetings.cancel(elif, meeting.meetingId(), new CancelMeeting(null, null, null));
      assertThat(Objects.requireNonNull(world.bookingLinks.look(code).booked()).status())
          .isEqualTo(MeetingStatus.CANCELLED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsHeldIsNobodyElsesForTenMinutes(Engine engine) {
    try (World world = world(engine)) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Identity maria = world.applicant("maria");
      String johns = code(world.bookings.offer(elif, offer(null, john, List.of(in(5), in(7)))));
      String marias = code(world.bookings.offer(elif, offer(null, maria, List.of(in(5), in(7)))));
      world.bookingLinks.hold(johns, pick(in(5)));

      assertThat(world.bookingLinks.look(marias).slots()).containsExactly(in(7));
      Refusal taken = refused(() -> world.bookingLinks.hold(marias, pick(in(5))));
      assertThat(taken.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(taken.clash().orElseThrow().conflicts()).as("whose time it is").isEmpty();
      assertThat(taken.clash().orElseThrow().nextFree()).isEqualTo(in(7));
      assertThat(refused(() -> world.meetings.schedule(elif, plan(maria, in(5)))).code())
          .as("the recruiter cannot plan over it either")
          .isEqualTo(ErrorCode.CONFLICT);

      clock.advance(BookingLinkService.HOLD);
      assertThat(world.bookingLinks.look(johns).held()).isNull();
      assertThat(world.bookingLinks.hold(marias, pick(in(5))).held()).isEqualTo(in(5));
      assertThat(refused(() -> world.bookingLinks.confirm(johns, pick(in(5)))).code())
          .isEqualTo(ErrorCode.CONFLICT);
      assertThat(world.bookingLinks.confirm(johns, pick(in(7))).booked()).isNotNull();
      assertThat(refused(() -> world.bookingLinks.hold(marias, pick(in(6)))).code())
          .as("never offered")
          .isEqualTo(ErrorCode.CONFLICT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noLinkHoldsATimeForEver(Engine engine) {
    try (World world = world(engine)) {
      Instant five = in(5);
      Instant seven = in(7);
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Identity maria = world.applicant("maria");
      String johns = code(world.bookings.offer(elif, offer(null, john, List.of(five, seven))));
      String marias = code(world.bookings.offer(elif, offer(null, maria, List.of(five, seven))));
      for (int held = 0; held < 3; held++) {
        assertThat(world.bookingLinks.hold(johns, pick(five)).held()).isEqualTo(five);
        clock.advance(BookingLinkService.HOLD);
      }
      Refusal enough = refused(() -> world.bookingLinks.hold(johns, pick(five)));
      assertThat(enough.code()).isEqualTo(ErrorCode.RATE_LIMITED);
      assertThat(enough.retryAfter()).contains(HoldLimit.REST);
      assertThat(world.bookingLinks.look(marias).slots()).contains(five);
      assertThat(world.bookingLinks.hold(johns, pick(seven)).held())
          .as("another time is another matter")
          .isEqualTo(seven);

      clock.advance(HoldLimit.REST.minusMillis(1));
      assertThat(refused(() -> world.bookingLinks.hold(johns, pick(five))).code())
          .isEqualTo(ErrorCode.RATE_LIMITED);
      clock.advance(Duration.ofMillis(1));
      assertThat(world.bookingLinks.hold(johns, pick(five)).held()).isEqualTo(five);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverHeldItForLongMayStillBookWhatIsFree(Engine engine) {
    try (World world = world(engine)) {
      Instant five = in(5);
      Instant seven = in(7);
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      String johns = code(world.bookings.offer(elif, offer(null, john, List.of(five, seven))));
      for (int minute = 0; minute <= 20; minute += 5) {
        world.bookingLinks.hold(johns, pick(five));
        clock.advance(Duration.ofMinutes(5));
      }
      Instant until = world.bookingLinks.look(johns).heldUntil();
      assertThat(refused(() -> world.bookingLinks.hold(johns, pick(five))).code())
          .isEqualTo(ErrorCode.RATE_LIMITED);
      assertThat(world.bookingLinks.look(johns).heldUntil())
          .as("what is held stays held")
          .isEqualTo(until)
          .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
      assertThat(world.bookingLinks.confirm(johns, pick(five)).booked()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void hoppingBetweenTimesThatOverlapHoldsThemNoLonger(Engine engine) {
    try (World world = world(engine)) {
      Instant five = in(5);
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Instant near = five.plus(Duration.ofMinutes(15));
      String johns = code(world.bookings.offer(elif, offer(null, john, List.of(five, near))));
      for (int minute = 0; minute <= 20; minute++) {
        world.bookingLinks.hold(johns, pick(minute % 2 == 0 ? five : near));
        clock.advance(Duration.ofMinutes(1));
      }
      for (Instant start : List.of(five, near)) {
        assertThat(refused(() -> world.bookingLinks.hold(johns, pick(start))).code())
            .isEqualTo(ErrorCode.RATE_LIMITED);
      }
    }
  }

  private static ScheduleMeeting plan(Identity applicant, Instant at) {
    return new ScheduleMeeting(
        null,
        applicant.userId(),
        at,
        30,
        "Plan",
        null,
        null,
        "UTC",
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @ParameterizedTest
  @EnumSource
  void aLinkEndsIsRevokedAndIsUnknownToOthers(Engine engine) {
    try (World world = world(engine)) {
      Identity elif = world.colleague("elif");
      Identity mert = world.colleague("mert");
      Identity john = world.applicant("john");
      Booking booking = world.bookings.offer(elif, offer(null, john, List.of(in(5))));
      world.bookingLinks.hold(code(booking), pick(in(5)));
      world.bookings.revoke(mert, booking.bookingId());
      world.bookings.revoke(mert, booking.bookingId());

      assertThat(refused(() -> world.bookingLinks.look(code(booking))).code())
          .isEqualTo(ErrorCode.FORBIDDEN);
      assertThat(refused(() -> world.bookingLinks.look("guessed")).code())
          .isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(world.meetings.schedule(elif, plan(john, in(5))).fresh())
          .as("what it held is free again")
          .isTrue();

      Booking other = world.bookings.offer(elif, offer(null, john, List.of(in(500))));
      clock.advance(Duration.ofDays(15));
      assertThat(refused(() -> world.bookingLinks.hold(code(other), pick(in(200)))).code())
          .isEqualTo(ErrorCode.INVITATION_EXPIRED);
      assertThat(
              refused(() -> world.bookings.offer(john, offer(null, john, List.of(in(5))))).code())
          .isEqualTo(ErrorCode.FORBIDDEN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLinkOfAMailIsAlwaysTheSame(Engine engine) {
    try (World world = world(engine)) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Booking booking = world.bookings.offer(elif, offer(null, john, List.of(in(5))));
      String first =
          world.database.write(
              tx -> world.bookings.linkOfMail(tx, booking.bookingId(), "mail").orElseThrow());
      String again =
          world.database.write(
              tx -> world.bookings.linkOfMail(tx, booking.bookingId(), "mail").orElseThrow());

      assertThat(first).isEqualTo(again).isNotEqualTo(booking.url());
      assertThat(world.bookingLinks.look(first.substring(first.lastIndexOf('/') + 1)).slots())
          .containsExactly(in(5));
      world.bookings.revoke(elif, booking.bookingId());
      Optional<String> none =
          world.database.write(tx -> world.bookings.linkOfMail(tx, booking.bookingId(), "mail"));
      assertThat(none).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoLinksAtOnceOneWins(Engine engine) throws Exception {
    StoreConfig config = engine.fresh(folder);
    List<World> nodes =
        IntStream.range(0, engine == Engine.POSTGRES ? 2 : 1)
            .mapToObj(i -> new World(config.open(), clock, CallRules.DEFAULT))
            .toList();
    nodes.forEach(node -> node.bus.stopRecording());
    World one = nodes.getFirst();
    Identity elif = one.colleague("elif");
    List<Identity> applicants = List.of(one.applicant("a"), one.applicant("b"), one.applicant("c"));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        Instant at = in(2 * round + 5);
        List<Callable<Object>> picks = new ArrayList<>();
        for (int i = 0; i < applicants.size(); i++) {
          World node = nodes.get(i % nodes.size());
          String code = code(one.bookings.offer(elif, offer(null, applicants.get(i), List.of(at))));
          boolean held = round % 2 == 0;
          picks.add(
              () -> {
                try {
                  return held
                      ? node.bookingLinks.hold(code, pick(at))
                      : node.bookingLinks.confirm(code, pick(at));
                } catch (Refusal refusal) {
                  return refusal.code();
                }
              });
        }
        List<Object> answers = new ArrayList<>();
        for (Future<Object> answer : threads.invokeAll(picks)) {
          answers.add(answer.get());
        }
        assertThat(answers).filteredOn(BookingOffer.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(ErrorCode.CONFLICT::equals).hasSize(2);
      }
    }
    nodes.forEach(World::close);
  }

  @ParameterizedTest
  @EnumSource
  void whoLeftTheTeamIsLeftOut(Engine engine) {
    try (World world = world(engine)) {
      Identity elif = world.colleague("elif");
      Identity mert = world.colleague("mert");
      Identity john = world.applicant("john");
      String code = code(world.bookings.offer(elif, offer(null, john, List.of(in(5)), mert)));
      world.leaves(mert);

      assertThat(world.bookingLinks.look(code).interviewers()).containsExactly("Name of elif");
      assertThat(world.bookingLinks.confirm(code, pick(in(5))).booked()).isNotNull();
      assertThat(only(world, elif, john).interviewers())
          .extracting(Meeting.Interviewer::name)
          .containsExactly("Name of elif");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatElseLiesAtTheHeldTimeIsInTheWayAndNotTold(Engine engine) {
    try (World world = world(engine)) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      List<Instant> slots = List.of(in(5), in(7));
      String code = code(world.bookings.offer(elif, offer(null, john, slots)));
      world.bookingLinks.hold(code, pick(in(5)));
      List<BusyTime> dentist =
          List.of(new BusyTime(elif.userId(), null, in(5), in(5).plus(Duration.ofMinutes(30))));
      world.elsewhere = busyFrom(1, elif, dentist);

      assertThat(world.bookingLinks.look(code).slots()).containsExactly(in(7));

      world.elsewhere = busyFrom(2, elif, dentist); // noted after the slots were looked at
      Refusal taken = refused(() -> world.bookingLinks.confirm(code, pick(in(5))));
      assertThat(taken.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(taken.clash().orElseThrow().conflicts()).isEmpty();
      assertThat(taken.clash().orElseThrow().nextFree()).isEqualTo(in(7));
    }
  }

  /// Busy from the nth question on.
  private static BusySource busyFrom(int question, Identity who, List<BusyTime> times) {
    var asked = new AtomicInteger();
    return (tx, user, from, to) ->
        user.equals(who.userId()) && asked.incrementAndGet() >= question
            ? times.stream()
                .filter(one -> one.start().isBefore(to) && one.end().isAfter(from))
                .toList()
            : List.of();
  }

  @ParameterizedTest
  @EnumSource
  void whatWasBeforeMidnightIsInTheWayToo(Engine engine) {
    try (World world = world(engine)) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      Instant midnight =
          clock
              .instant()
              .atZone(ZoneId.of("Europe/Berlin"))
              .toLocalDate()
              .plusDays(1)
              .atStartOfDay(ZoneId.of("Europe/Berlin"))
              .toInstant();
      Instant slot = midnight.plus(Duration.ofMinutes(3));
      String code = code(world.bookings.offer(elif, offer(null, john, List.of(slot))));
      clock.advance(Duration.between(clock.instant(), midnight.plusSeconds(1)));
      world.elsewhere =
          busyFrom(
              1,
              elif,
              List.of(
                  new BusyTime(
                      elif.userId(), null, midnight.minusSeconds(600), midnight.minusSeconds(1))));

      assertThat(world.bookingLinks.look(code).slots()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void offersThatMakeNoSenseAreRefused(Engine engine) {
    try (World world = world(engine)) {
      Identity elif = world.colleague("elif");
      Identity john = world.applicant("john");
      assertThat(
              refused(() -> world.bookings.offer(elif, offer(null, john, List.of(in(99_999)))))
                  .code())
          .isEqualTo(ErrorCode.INVALID);
      var nights =
          new BookingRule(
              List.of(DayOfWeek.MONDAY), LocalTime.of(23, 0), LocalTime.of(23, 59), 0, 0, 5, 14);
      var wish =
          new NewBooking(
              null, john.userId(), "Long", null, 120, null, "UTC", null, nights, null, null);
      assertThat(refused(() -> world.bookings.offer(elif, wish)).code())
          .as("two hours do not fit before midnight")
          .isEqualTo(ErrorCode.INVALID);
    }
  }
}
