package dev.optima.backend.mail;

import dev.optima.backend.account.AccountStore;
import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Inputs;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Ids;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.MailKind;
import dev.optima.protocol.rest.MailPreview;
import dev.optima.protocol.rest.MailTested;
import dev.optima.protocol.rest.OutboxMails;
import dev.optima.protocol.rest.OutboxMails.Mail;
import dev.optima.protocol.rest.OutboxMails.State;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the team does with mails: look at one before it is sent, try the mail server, see what
/// waits and what was given up.
public final class MailService {
  private static final Logger LOG = LoggerFactory.getLogger(MailService.class);
  private static final String NOWHERE = "/a/preview";

  /// What it works with.
  ///
  /// @param post the way to the mail server; null if none is set
  public record Tools(@Nullable SmtpPost post, MailTexts texts, Supplier<URI> publicUrl) {}

  private final Database database;
  private final Outbox outbox;
  private final Tools tools;
  private final InstantSource clock;
  private final AuditLog audit;
  private final OutboxStore store = new OutboxStore();
  private final AccountStore accounts = new AccountStore();

  public MailService(Database database, Outbox outbox, Tools tools, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.tools = tools;
    this.clock = clock;
    this.audit = new AuditLog(clock);
  }

  /// A mail as it would be sent now; its link leads nowhere.
  public MailPreview preview(Identity who, UserId applicant, MailKind kind) {
    if (kind != MailKind.INVITATION && kind != MailKind.MISSED_CALL) {
      throw Refusal.invalid("kind", "kind is invitation or missed_call");
    }
    MailTopic.Reader reader = reader(who, applicant);
    Instant now = now();
    MailTopic.Link link =
        new MailTopic.Link(tools.publicUrl().get() + NOWHERE, now.plus(outbox.linkLife()));
    return preview(MailTopic.of(kind, reader, who.name(), now, link));
  }

  /// The mail about a meeting as it would be sent now; its links lead nowhere.
  ///
  /// @param until when they would be over
  public MailPreview preview(Identity who, UserId applicant, MeetingFacts meeting, Instant until) {
    MailTopic.Reader reader = reader(who, applicant);
    MailTopic.Link link = new MailTopic.Link(tools.publicUrl().get() + NOWHERE, until);
    return preview(MailTopic.of(MailKind.MEETING, reader, who.name(), now(), link, meeting));
  }

  /// Whether the applicant was invited to a meeting by mail.
  public boolean hasInvited(MeetingId meeting) {
    return database.read(tx -> outbox.hasInvited(tx, meeting));
  }

  private MailPreview preview(MailTopic topic) {
    MailContent content = tools.texts().write(topic);
    return new MailPreview(
        topic.reader().email(), content.subject(), content.html(), content.text());
  }

  private MailTopic.Reader reader(Identity who, UserId applicant) {
    if (!who.isTeam()) {
      throw Refusal.notFound("there is no such applicant");
    }
    return database
        .read(tx -> store.reader(tx, applicant))
        .orElseThrow(() -> Refusal.notFound("there is no such applicant"));
  }

  /// Sends a mail past the outbox, and waits for what the server says.
  public MailTested test(Identity who, String to) {
    outbox.demandOn();
    String address = Inputs.email(to);
    Instant now = now();
    MailContent content =
        tools
            .texts()
            .write(MailTopic.of(MailKind.TEST, reader(who, address), who.name(), now, null));
    Optional<MailFailure> failure =
        Objects.requireNonNull(tools.post())
            .send(new SmtpPost.Envelope("test-" + Ids.next(), "", address, content), now);
    String outcome = failure.map(f -> f.problem().word()).orElse("sent");
    database.<Boolean>write(
        tx -> {
          audit.note(tx, who, AuditAct.MAIL_TESTED, null, address, outcome);
          return true;
        });
    LOG.info(
        "{} tried the mail server: {}",
        who.userId(),
        failure.map(f -> f.problem().word() + " " + f.detail()).orElse("taken"));
    return failure
        .map(f -> new MailTested(false, f.problem().word(), f.detail()))
        .orElseGet(() -> new MailTested(true, null, null));
  }

  /// A page of the outbox, newest first.
  ///
  /// @param after the `next` of the page before
  public OutboxMails list(@Nullable State state, @Nullable String after, int limit) {
    List<Mail> found = database.read(tx -> store.list(tx, state, after, limit + 1));
    boolean more = found.size() > limit;
    List<Mail> page = more ? List.copyOf(found.subList(0, limit)) : found;
    return new OutboxMails(page, outbox.isOn(), more ? page.getLast().mailId() : null);
  }

  /// Sends a mail that waits or was given up again, at once and as if it were new. One that is on
  /// its way just now goes on.
  public void retry(Identity who, String id) {
    outbox.demandOn();
    Instant now = now();
    database.write(
        tx -> {
          if (!store.retry(tx, id, now, now.plus(outbox.linkLife()))) {
            return demandUnsent(store.state(tx, id));
          }
          String recipient = store.recipient(tx, id).orElse(null);
          audit.note(tx, who, AuditAct.MAIL_SENT_AGAIN, id, recipient, null);
          return true;
        });
    LOG.info("{} asked for mail {} anew", who.userId(), id);
  }

  /// Takes a mail that waits or was given up out of the outbox.
  public void delete(Identity who, String id) {
    database.write(
        tx -> {
          String recipient = store.recipient(tx, id).orElse(null);
          if (!store.delete(tx, id)) {
            return demandUnsent(store.state(tx, id));
          }
          audit.note(tx, who, AuditAct.MAIL_DELETED, id, recipient, null);
          return true;
        });
    LOG.info("{} took mail {} out of the outbox", who.userId(), id);
  }

  private static boolean demandUnsent(Optional<State> state) {
    if (state.isEmpty()) {
      throw Refusal.notFound("there is no such mail");
    }
    if (state.get() == State.SENT) {
      throw Refusal.of(ErrorCode.STALE, "this mail was sent already");
    }
    return true;
  }

  /// In the language and the time zone of whoever tries it.
  private MailTopic.Reader reader(Identity who, String address) {
    return database
        .read(tx -> accounts.byId(tx, who.userId()))
        .map(
            stored ->
                new MailTopic.Reader(
                    who.name(),
                    address,
                    stored.account().language(),
                    Objects.requireNonNullElse(stored.timeZone(), "UTC")))
        .orElseThrow(() -> Refusal.of(ErrorCode.UNAUTHENTICATED, "this session is over"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
