package dev.optima.backend.http;

import dev.optima.backend.mail.MailService;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.MailKind;
import dev.optima.protocol.rest.MailTest;
import dev.optima.protocol.rest.OutboxMails;
import java.util.List;
import java.util.Locale;

/// Mails: a look at one before it is sent, a try of the mail server, and the outbox.
public final class MailRoutes {
  private final MailService mails;

  public MailRoutes(MailService mails) {
    this.mails = mails;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "previewMail",
            Access.TEAM_HIDDEN,
            request ->
                Reply.ok(
                    mails.preview(
                        request.identity(),
                        request.path("applicantId", UserId::new),
                        request
                            .query("kind", kind -> MailKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                            .orElse(MailKind.INVITATION)))),
        new Endpoint(
            "testMail",
            Access.ADMIN,
            request -> Reply.ok(mails.test(request.identity(), request.body(MailTest.class).to()))),
        new Endpoint(
            "listMails",
            Access.ADMIN,
            request ->
                Reply.ok(
                    mails.list(
                        request
                            .query(
                                "state",
                                state -> OutboxMails.State.valueOf(state.toUpperCase(Locale.ROOT)))
                            .orElse(null),
                        request.query("after").orElse(null),
                        request.limit()))),
        new Endpoint(
            "retryMail",
            Access.ADMIN,
            request -> {
              mails.retry(request.identity(), request.path("mailId"));
              return Reply.nothing();
            }),
        new Endpoint(
            "deleteMail",
            Access.ADMIN,
            request -> {
              mails.delete(request.identity(), request.path("mailId"));
              return Reply.nothing();
            }));
  }
}
