package dev.optima.backend.meeting.invite;

import static dev.optima.backend.meeting.invite.Received.event;
import static dev.optima.backend.meeting.invite.Received.parts;
import static dev.optima.backend.meeting.invite.Received.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Booking;
import dev.optima.protocol.rest.BookingOffer;
import dev.optima.protocol.rest.NewBooking;
import dev.optima.protocol.rest.PickSlot;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An applicant picks a time from a mail, on both databases, through a real mail server.
class BookingMailTest {
  /// Tuesday, 11:00 in Berlin, 13:00 in Istanbul.
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

  private static final Pattern LINK = Pattern.compile("https://optima\\.example/b/([^\\s#\"<]+)");

  @TempDir private Path folder;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @EnumSource
  void fromTheOfferToTheCalendar(Engine engine) throws Exception {
    try (MailedWorld world = world(engine)) {
      Booking booking = world.world.bookings.offer(world.elif, offer(world, "key", true));
      world.world.bookings.offer(world.elif, offer(world, "key", true));
      world.courier.round();

      assertThat(only().getSubject()).isEqualTo("Optima mülakatınız için zaman seçin");
      String code = code(only());
      assertThat(Objects.requireNonNull(booking.url())).doesNotEndWith(code);
      assertThat(world.bookingLinks.look(code).slots()).containsExactly(TUESDAY);
      assertThat(refused(() -> world.bookingLinks.booked(code))).isEqualTo(ErrorCode.NOT_FOUND);
      server.purgeEmailFromAllMailboxes();

      BookingOffer booked = world.bookingLinks.confirm(code, new PickSlot(TUESDAY, null));
      world.courier.round();
      assertThat(Objects.requireNonNull(booked.booked()).scheduledTime()).isEqualTo(TUESDAY);
      assertThat(only().getSubject()).startsWith("Onaylandı: First interview");
      VEvent mailed = event(text(parts((MimeMultipart) only().getContent()).get(3)));
      assertThat(said(mailed)).isEqualTo("ACCEPTED");
      VEvent file = event(world.links.calendarOfBooked(world.bookingLinks.booked(code)));
      assertThat(file.getRequiredProperty(Property.UID).getValue())
          .isEqualTo(mailed.getRequiredProperty(Property.UID).getValue());
      assertThat(file.getRequiredProperty(Property.DTSTART).getValue())
          .isEqualTo("20261124T130000");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasWithdrawnIsNotMailed(Engine engine) {
    try (MailedWorld world = world(engine)) {
      Booking booking = world.world.bookings.offer(world.elif, offer(world, null, true));
      world.world.bookings.offer(world.elif, offer(world, null, false));
      world.world.bookings.revoke(world.elif, booking.bookingId());
      world.courier.round();
      assertThat(server.getReceivedMessages()).isEmpty();
      assertThat(world.waiting()).isZero();
    }
  }

  private static NewBooking offer(MailedWorld world, @Nullable String key, boolean byMail) {
    return new NewBooking(
        key,
        world.john.userId(),
        "First interview",
        "About the team",
        30,
        List.of(),
        "Europe/Berlin",
        List.of(TUESDAY),
        null,
        null,
        byMail);
  }

  private MailedWorld world(Engine engine) {
    return new MailedWorld(engine.open(folder), server.getSmtp().getPort());
  }

  private MimeMessage only() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private static String code(MimeMessage mail) throws Exception {
    Matcher link = LINK.matcher(text(parts((MimeMultipart) mail.getContent()).getFirst()));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static String said(VEvent event) {
    return event
        .getRequiredProperty(Property.ATTENDEE)
        .getRequiredParameter(Parameter.PARTSTAT)
        .getValue();
  }

  private static ErrorCode refused(Runnable act) {
    return catchThrowableOfType(Refusal.class, act::run).code();
  }
}
