package dev.optima.backend.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// Why a mail was not taken.
///
/// @param permanent another attempt would fail the same way
/// @param detail in the server's own words
public record MailFailure(Problem problem, boolean permanent, String detail) {
  private static final int LONGEST = 300;

  /// What was wrong, as REST tells it (in lower case).
  public enum Problem {
    /// Its name is unknown.
    HOST,
    /// It cannot be reached, or it fell silent.
    CONNECTION,
    /// No TLS, or a certificate that is not trusted.
    TLS,
    /// It does not accept user and password, or asks for them.
    CREDENTIALS,
    /// It does not send for this sender.
    SENDER,
    /// It does not take mail for this recipient.
    RECIPIENT,
    /// The link in the mail was over before it could be sent.
    EXPIRED,
    OTHER;

    /// Whether it lies with the server or the settings, so that other mails fail alike.
    boolean concernsAll() {
      return switch (this) {
        case HOST, CONNECTION, TLS, CREDENTIALS, SENDER -> true;
        case RECIPIENT, EXPIRED, OTHER -> false;
      };
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What an exception of the mail library means. Only what the server says of this mail for good
  /// is permanent; what an operator can mend is not.
  static MailFailure of(Exception failure) {
    for (Throwable cause : causes(failure)) {
      MailFailure known = known(cause);
      if (known != null) {
        return known;
      }
    }
    boolean atAll = failure instanceof MessagingException;
    return new MailFailure(atAll ? Problem.CONNECTION : Problem.OTHER, false, words(failure));
  }

  private static @Nullable MailFailure known(Throwable cause) {
    return switch (cause) {
      case UnknownHostException e -> new MailFailure(Problem.HOST, false, words(e));
      case SSLException e -> new MailFailure(Problem.TLS, false, words(e));
      case AuthenticationFailedException e -> new MailFailure(Problem.CREDENTIALS, false, words(e));
      case SMTPAddressFailedException e -> said(Problem.RECIPIENT, e.getReturnCode(), e);
      case SMTPSenderFailedException e -> said(Problem.SENDER, e.getReturnCode(), e);
      case SMTPSendFailedException e -> said(Problem.OTHER, e.getReturnCode(), e);
      case AddressException e -> new MailFailure(Problem.RECIPIENT, true, words(e));
      case MessagingException e when words(e).contains("STARTTLS") ->
          new MailFailure(Problem.TLS, false, words(e));
      default -> null;
    };
  }

  private static MailFailure said(Problem problem, int code, Exception e) {
    if (code == 530 || code == 534 || code == 535 || code == 538) {
      return new MailFailure(Problem.CREDENTIALS, false, words(e));
    }
    if (code == 421 || code <= 0) { // it goes away, or is gone
      return new MailFailure(Problem.CONNECTION, false, words(e));
    }
    return new MailFailure(problem, code >= 500 && !problem.concernsAll(), words(e));
  }

  /// The library hangs exceptions on one another in two ways. What says most comes last.
  private static Iterable<Throwable> causes(Throwable first) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> found = new ArrayDeque<>();
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(first);
    while (!open.isEmpty()) {
      Throwable one = open.removeFirst();
      if (!seen.add(one)) {
        continue;
      }
      found.addFirst(one);
      if (one.getCause() != null) {
        open.addLast(one.getCause());
      }
      if (one instanceof MessagingException mail && mail.getNextException() != null) {
        open.addLast(mail.getNextException());
      }
    }
    return found;
  }

  private static String words(Throwable failure) {
    String message = Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getName());
    String tidy = MailTexts.line(message);
    return tidy.length() > LONGEST ? tidy.substring(0, LONGEST) + "…" : tidy;
  }
}
