package dev.optima.backend.applicant;

import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Secrets;
import dev.optima.backend.account.SessionService;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.Invitation;
import dev.optima.protocol.rest.InvitationInfo;
import dev.optima.protocol.rest.Redeemed;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Links by which applicants come in: for one use, for some days, for one applicant.
public final class InvitationService {

  /// How links are made.
  ///
  /// @param publicUrl where people reach this server
  /// @param organisation who invites
  /// @param life how long a link is good
  public record Terms(Supplier<URI> publicUrl, String organisation, Duration life) {}

  /// A redeemed invitation and the token of the session that it opened.
  public record Entered(Redeemed redeemed, String token) {
    /// Never prints the token.
    @Override
    public String toString() {
      return "Entered[" + redeemed + "]";
    }
  }

  private final Database database;
  private final SessionService sessions;
  private final Secrets secrets;
  private final InstantSource clock;
  private final Terms terms;
  private final Outbox outbox;
  private final LinkCodes codes;
  private final AuditLog audit;
  private final InvitationStore store = new InvitationStore();
  private final ApplicantStore applicants = new ApplicantStore();

  public InvitationService(
      Database database,
      SessionService sessions,
      Secrets secrets,
      InstantSource clock,
      Terms terms,
      Outbox outbox) {
    this.database = database;
    this.sessions = sessions;
    this.secrets = secrets;
    this.codes = new LinkCodes(secrets);
    this.clock = clock;
    this.terms = terms;
    this.outbox = outbox;
    this.audit = new AuditLog(clock);
  }

  /// Makes a link for an applicant; it is shown only now, and to whoever asks again with its key.
  ///
  /// @param byMail sends the applicant a link of its own too; refused with `mail_off` if no mail
  ///   server is set
  /// @param key who asks again with it is answered the same, and nothing more is sent
  public Invitation invite(Identity who, UserId applicant, boolean byMail, @Nullable String key) {
    if (!who.isTeam()) {
      throw Refusal.notFound("there is no such applicant");
    }
    if (byMail) {
      outbox.demandOn();
    }
    return database.write(tx -> invite(tx, who, applicant, byMail, key));
  }

  private Invitation invite(
      Tx tx, Identity who, UserId applicant, boolean byMail, @Nullable String key)
      throws SQLException {
    ApplicantStore.Stored invited =
        applicants
            .find(tx, applicant)
            .orElseThrow(() -> Refusal.notFound("there is no such applicant"));
    Instant now = now();
    Instant until = now.plus(terms.life());
    UserId by = who.userId();
    String code =
        key == null
            ? secrets.code()
            : codes.code(tx, now, "invitation", by.value(), applicant.value(), key);
    String hash = Secrets.hash(code);
    if (!store.add(tx, new InvitationStore.New(hash, applicant, by, now, until, null))) {
      return new Invitation(
          url(code), store.find(tx, hash, InvitationStore.Purpose.ENTER).orElseThrow().expiresAt());
    }
    if (byMail) {
      outbox.invite(tx, applicant, by, who.name(), now);
    }
    audit.note(
        tx,
        who,
        AuditAct.APPLICANT_INVITED,
        applicant.value(),
        invited.name(),
        byMail ? "mail" : "link");
    return new Invitation(url(code), until);
  }

  /// The link of a mail, made inside a transaction: however often it is sent, it brings the same.
  ///
  /// @param by who invites
  public String link(Tx tx, String mail, UserId applicant, UserId by, Instant until)
      throws SQLException {
    Instant now = now();
    String code = codes.code(tx, now, "mail", mail);
    store.addOrProlong(
        tx, new InvitationStore.New(Secrets.hash(code), applicant, by, now, until, mail));
    return url(code);
  }

  private String url(String code) {
    return terms.publicUrl().get() + "/a/" + code;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Who invites whom. Does not use the link up.
  public InvitationInfo look(String code) {
    return database.read(
        tx -> {
          InvitationStore.Stored invitation = good(tx, code);
          ApplicantStore.Stored applicant = applicant(tx, invitation);
          return new InvitationInfo(
              invitation.inviterName(),
              terms.organisation(),
              applicant.name(),
              applicant.language(),
              invitation.expiresAt());
        });
  }

  /// Uses the link up and opens a session of the applicant.
  public Entered redeem(String code) {
    return database.write(
        tx -> {
          InvitationStore.Stored invitation = good(tx, code);
          if (!store.redeem(tx, invitation.id(), clock.instant())) {
            throw used();
          }
          ApplicantStore.Stored applicant = applicant(tx, invitation);
          String token = sessions.open(tx, applicant.id(), Role.APPLICANT);
          return new Entered(
              new Redeemed(
                  applicant.id(),
                  RoomId.of(applicant.id()),
                  applicant.name(),
                  applicant.language(),
                  applicant.timeZone()),
              token);
        });
  }

  private InvitationStore.Stored good(Tx tx, String code) throws SQLException {
    InvitationStore.Stored invitation =
        store
            .find(tx, Secrets.hash(code), InvitationStore.Purpose.ENTER)
            .orElseThrow(() -> Refusal.notFound("this link is unknown; ask for a new one"));
    if (invitation.redeemedAt() != null) {
      throw used();
    }
    if (!clock.instant().isBefore(invitation.expiresAt())) {
      throw Refusal.of(ErrorCode.INVITATION_EXPIRED, "this link is over; ask for a new one");
    }
    return invitation;
  }

  private ApplicantStore.Stored applicant(Tx tx, InvitationStore.Stored invitation)
      throws SQLException {
    return applicants
        .find(tx, invitation.applicantId())
        .orElseThrow(() -> Refusal.notFound("this link is unknown; ask for a new one"));
  }

  private static Refusal used() {
    return Refusal.of(ErrorCode.INVITATION_USED, "this link was used already; ask for a new one");
  }
}
