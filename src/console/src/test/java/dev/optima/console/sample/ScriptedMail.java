package dev.optima.console.sample;

import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.rest.MailKind;
import dev.optima.protocol.rest.MailTest;
import dev.optima.protocol.rest.MailTested;
import dev.optima.protocol.rest.OutboxMails;
import dev.optima.protocol.rest.OutboxMails.Mail;
import dev.optima.protocol.rest.OutboxMails.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The mail of [ScriptedBackend]: an outbox that is tried again and deleted from, and a mail server
/// that answers as it is told.
public final class ScriptedMail {
  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final List<String> tested = new CopyOnWriteArrayList<>();
  private volatile MailTested answer = new MailTested(true, null, null);

  ScriptedMail() {
    mails.add(mail("m1", State.DEAD, "550 5.1.1 no such mailbox"));
    mails.add(mail("m2", State.QUEUED, null));
    mails.add(mail("m3", State.SENT, null));
  }

  private static Mail mail(String id, State state, @Nullable String problem) {
    Instant at = Instant.parse("2026-11-22T10:00:00Z");
    return new Mail(
        id,
        MailKind.INVITATION,
        "hannah@example.org",
        "Kuzey Yazılım invites you",
        state,
        state == State.DEAD ? 6 : 1,
        at,
        state == State.QUEUED ? at.plusSeconds(9000) : null,
        state == State.SENT ? at.plusSeconds(2) : null,
        problem == null ? null : "recipient",
        problem);
  }

  /// What the mail server says to the next test.
  public void answerTests(MailTested next) {
    answer = next;
  }

  /// The addresses to which test mails were sent.
  public List<String> tested() {
    return tested;
  }

  Answer answer(String method, String[] path, String query, String body) throws JsonRefusal {
    if (path[3].equals("test")) {
      tested.add(Json.read(body, MailTest.class).to());
      return Answer.json(answer);
    }
    if (path.length == 4) {
      return Answer.json(
          new OutboxMails(
              mails.stream()
                  .filter(m -> query.contains("state=" + m.state().name().toLowerCase(Locale.ROOT)))
                  .toList(),
              true,
              null));
    }
    mails.removeIf(mail -> mail.mailId().equals(path[4]));
    if (!method.equals("DELETE")) {
      mails.add(mail(path[4], State.QUEUED, null));
    }
    return new Answer(204, "application/json", "");
  }
}
