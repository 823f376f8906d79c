package dev.optima.backend.mail;

import dev.optima.backend.config.SmtpSettings;
import dev.optima.backend.config.SmtpSettings.Login;
import dev.optima.backend.config.SmtpSettings.Security;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.api.email.CalendarMethod;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to the mail server. A connection for each mail, so that none waits for another.
public final class SmtpPost {

  /// A mail as it goes out.
  ///
  /// @param id the same for each attempt, so that a double can be recognized
  public record Envelope(String id, String toName, String toAddress, MailContent content) {}

  private static final Logger LOG = LoggerFactory.getLogger(SmtpPost.class);

  private final SmtpSettings settings;
  private final Session session;

  public SmtpPost(SmtpSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  /// Hands a mail to the server. Blocks, for some time-outs at most.
  ///
  /// @return why not, or empty once the server has taken it
  public Optional<MailFailure> send(Envelope envelope, Instant now) {
    try {
      MimeMessage message = message(envelope, now);
      handOver(message);
      return Optional.empty();
    } catch (MessagingException | UnsupportedEncodingException | RuntimeException e) {
      return Optional.of(MailFailure.of(e));
    }
  }

  private void handOver(MimeMessage message) throws MessagingException {
    Login login = settings.login().orElse(null);
    Transport transport = session.getTransport("smtp");
    try {
      transport.connect(
          settings.host(),
          settings.port(),
          login == null ? null : login.user(),
          login == null ? null : login.password());
      transport.sendMessage(message, message.getRecipients(Message.RecipientType.TO));
    } finally {
      leave(transport);
    }
  }

  /// How the parting goes says nothing about the mail.
  private static void leave(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("The mail server was left without a word: {}", e.toString());
    }
  }

  private MimeMessage message(Envelope envelope, Instant now)
      throws MessagingException, UnsupportedEncodingException {
    EmailPopulatingBuilder email =
        EmailBuilder.startingBlank()
            .fixingMessageId("<" + envelope.id() + "@" + domain() + ">")
            .fixingSentDate(Date.from(now))
            .from(address(settings.fromName(), settings.fromAddress()))
            .to(address(envelope.toName(), envelope.toAddress()))
            .withSubject(MailTexts.line(envelope.content().subject()))
            .withPlainText(envelope.content().text())
            .withHTMLText(envelope.content().html())
            .withHeader("Auto-Submitted", "auto-generated")
            .withHeader("X-Auto-Response-Suppress", "All");
    MailContent.Calendar calendar = envelope.content().calendar();
    if (calendar != null) {
      attach(email, calendar);
    }
    MimeMessage message = EmailConverter.emailToMimeMessage(email.buildEmail(), session);
    message.saveChanges();
    return message;
  }

  /// As a part that mail programs act on, and as a file for those that do not.
  private static void attach(EmailPopulatingBuilder email, MailContent.Calendar calendar) {
    email.withCalendarText(CalendarMethod.valueOf(calendar.method().name()), calendar.text());
    email.withAttachment(
        calendar.method().file(),
        calendar.text().getBytes(StandardCharsets.UTF_8),
        "application/ics");
  }

  private static InternetAddress address(String name, String address)
      throws MessagingException, UnsupportedEncodingException {
    InternetAddress tidy =
        new InternetAddress(address, MailTexts.line(name), StandardCharsets.UTF_8.name());
    tidy.validate();
    return tidy;
  }

  private String domain() {
    return settings.fromAddress().substring(settings.fromAddress().indexOf('@') + 1);
  }

  private static Properties properties(SmtpSettings settings) {
    String patience = Long.toString(settings.patience().toMillis());
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", patience);
    properties.put("mail.smtp.timeout", patience);
    properties.put("mail.smtp.writetimeout", patience);
    properties.put("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
    // The answer to QUIT says nothing about the mail.
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean starttls = settings.security() == Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(starttls));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
    @Nullable Object trust =
        settings
            .certificate()
            .map(file -> TrustedCertificates.factory("smtp.certificate", file))
            .orElse(null);
    if (trust != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust);
    }
    return properties;
  }
}
