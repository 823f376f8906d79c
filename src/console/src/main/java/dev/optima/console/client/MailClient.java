package dev.optima.console.client;

import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.Invitation;
import dev.optima.protocol.rest.MailKind;
import dev.optima.protocol.rest.MailPreview;
import dev.optima.protocol.rest.MailTest;
import dev.optima.protocol.rest.MailTested;
import dev.optima.protocol.rest.NewInvitation;
import dev.optima.protocol.rest.OutboxMails;
import java.util.Locale;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// What the backend's REST interface offers of mail. Every method waits for the network.
public final class MailClient {
  private final HttpExchange http;
  private final Requests requests;

  /// Makes requests of the person who asks.
  interface Requests {
    HttpUrl.Builder path(String... segments);

    Request.Builder request(HttpUrl url);
  }

  MailClient(HttpExchange http, Requests requests) {
    this.http = http;
    this.requests = requests;
  }

  private Request.Builder to(String... segments) {
    return requests.request(requests.path(segments).build());
  }

  /// A mail to an applicant as it would be sent now.
  public MailPreview preview(UserId applicant, MailKind kind) throws ApiException {
    HttpUrl url =
        requests
            .path("applicants", applicant.value(), "mail-preview")
            .addQueryParameter("kind", kind.name().toLowerCase(Locale.ROOT))
            .build();
    return http.send(requests.request(url), MailPreview.class);
  }

  /// Sends a new link to the applicant's address.
  ///
  /// @param key of this one: asked again with it, the answer is the same and no second mail is sent
  public Invitation invite(UserId applicant, String key) throws ApiException {
    return http.send(
        to("applicants", applicant.value(), "invitations")
            .post(http.body(new NewInvitation(true, key))),
        Invitation.class);
  }

  /// Sends a test mail and waits for the mail server's answer.
  public MailTested test(String address) throws ApiException {
    return http.send(to("mail", "test").post(http.body(new MailTest(address))), MailTested.class);
  }

  /// One page of the outbox, newest first.
  public OutboxMails outbox(OutboxMails.State state, @Nullable String after, int limit)
      throws ApiException {
    HttpUrl.Builder url =
        requests
            .path("mail", "outbox")
            .addQueryParameter("state", state.name().toLowerCase(Locale.ROOT))
            .addQueryParameter("limit", Integer.toString(limit));
    if (after != null) {
      url.addQueryParameter("after", after);
    }
    return http.send(requests.request(url.build()), OutboxMails.class);
  }

  /// Tries a mail again that was given up.
  public void retry(String mail) throws ApiException {
    http.send(to("mail", "outbox", mail, "retry").post(http.emptyBody()));
  }

  /// Takes a mail out of the outbox.
  public void delete(String mail) throws ApiException {
    http.send(to("mail", "outbox", mail).delete());
  }
}
