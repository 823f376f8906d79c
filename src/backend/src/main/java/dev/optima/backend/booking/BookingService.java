package dev.optima.backend.booking;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.applicant.LinkCodes;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.Booking;
import dev.optima.protocol.rest.Bookings;
import dev.optima.protocol.rest.NewBooking;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the team does with booking links. All methods block.
public final class BookingService {
  private static final int MOST = 200;

  private final Database database;
  private final Outbox outbox;
  private final Supplier<URI> publicUrl;
  private final InstantSource clock;
  private final LinkCodes codes;
  private final AuditLog audit;
  private final BookingStore bookings = new BookingStore();
  private final BookingPeople people = new BookingPeople();

  /// @param outbox brings links to applicants
  /// @param publicUrl where people reach this server
  public BookingService(
      Database database,
      Secrets secrets,
      Outbox outbox,
      Supplier<URI> publicUrl,
      InstantSource clock) {
    this.database = database;
    this.codes = new LinkCodes(secrets);
    this.outbox = outbox;
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.audit = new AuditLog(clock);
  }

  /// Makes a link; it is told only now, and to whoever asks again with its key.
  public Booking offer(Identity who, NewBooking wanted) {
    demandTeam(who);
    boolean byMail = Boolean.TRUE.equals(wanted.sendEmail());
    if (byMail) {
      outbox.demandOn();
    }
    Instant now = now();
    return database.write(tx -> offer(tx, who, wanted, byMail, now));
  }

  private Booking offer(Tx tx, Identity who, NewBooking wanted, boolean byMail, Instant now)
      throws SQLException {
    StoredBooking fresh = BookingInputs.fresh(wanted, who.userId(), now);
    checkPeople(tx, who, fresh);
    boolean added = bookings.add(tx, fresh);
    StoredBooking stored =
        added ? fresh : bookings.byKey(tx, who.userId(), fresh.requestKey()).orElseThrow();
    if (!stored.applicantId().equals(wanted.applicantId())) {
      throw Refusal.invalid("key", "the key belongs to a link for somebody else");
    }
    String code = codes.code(tx, now, "booking", stored.id());
    if (added) {
      bookings.addCode(tx, stored.id(), Secrets.hash(code));
      note(tx, who, AuditAct.BOOKING_OFFERED, stored);
      if (byMail) {
        mail(tx, who, stored, now);
      }
    }
    return view(stored, url(code));
  }

  private void note(Tx tx, Identity who, AuditAct act, StoredBooking booking) throws SQLException {
    String applicant =
        people.applicant(tx, booking.applicantId()).map(BookingPeople.Applicant::name).orElse(null);
    audit.note(tx, who, act, booking.id(), booking.title(), applicant);
  }

  private void mail(Tx tx, Identity who, StoredBooking stored, Instant now) throws SQLException {
    outbox.booking(
        tx,
        stored.applicantId(),
        who.userId(),
        who.name(),
        stored.id(),
        stored.title(),
        stored.expiresAt(),
        now);
  }

  private void checkPeople(Tx tx, Identity who, StoredBooking fresh) throws SQLException {
    if (people.applicant(tx, fresh.applicantId()).isEmpty()) {
      throw Refusal.notFound("there is no such applicant");
    }
    for (UserId interviewer : fresh.interviewers()) {
      if (!interviewer.equals(who.userId()) && people.colleague(tx, interviewer).isEmpty()) {
        throw Refusal.invalid("interviewer_ids", "there is no such colleague: " + interviewer);
      }
    }
  }

  /// The links of an applicant, newest first.
  public Bookings list(Identity who, UserId applicant) {
    demandTeam(who);
    List<StoredBooking> all = database.read(tx -> bookings.ofApplicant(tx, applicant, MOST));
    return new Bookings(all.stream().map(one -> view(one, null)).toList());
  }

  /// Makes a link worthless, and lets go of what it holds. One that was revoked stays so; one with
  /// which a time was booked is refused as `stale`: the meeting can be cancelled.
  public void revoke(Identity who, String id) {
    demandTeam(who);
    Instant now = now();
    database.<Boolean>write(
        tx -> {
          StoredBooking booking =
              bookings
                  .find(tx, id)
                  .orElseThrow(() -> Refusal.notFound("there is no such booking link"));
          if (bookings.revoke(tx, id, now)) {
            note(tx, who, AuditAct.BOOKING_REVOKED, booking);
          } else if (booking.revokedAt() == null) {
            throw Refusal.of(ErrorCode.STALE, "a time was booked with this link already");
          }
          bookings.release(tx, id);
          return true;
        });
  }

  /// The link of a mail, made when it is sent: however often that is, it brings the same.
  ///
  /// @return nothing if the link is worth nothing any more
  public Optional<String> linkOfMail(Tx tx, String id, String mail) throws SQLException {
    Instant now = now();
    Optional<StoredBooking> booking = bookings.find(tx, id);
    if (booking.isEmpty()
        || booking.get().revokedAt() != null
        || booking.get().meetingId() != null
        || !now.isBefore(booking.get().expiresAt())) {
      return Optional.empty();
    }
    String code = codes.code(tx, now, "booking-mail", id, mail);
    bookings.addCode(tx, id, Secrets.hash(code));
    return Optional.of(url(code));
  }

  private String url(String code) {
    return publicUrl.get() + "/b/" + code;
  }

  private static Booking view(StoredBooking booking, @Nullable String url) {
    return new Booking(
        booking.id(),
        booking.applicantId(),
        booking.title(),
        (int) booking.length().toMinutes(),
        url,
        booking.createdAt(),
        booking.expiresAt(),
        booking.revokedAt(),
        booking.meetingId());
  }

  private static void demandTeam(Identity who) {
    if (!who.isTeam() || who.callId() != null) {
      throw Refusal.forbidden("this is for recruiters");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
