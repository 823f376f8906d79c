package dev.optima.acceptance.harness;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mail server (GreenMail), and what came to it.
public final class Mailbox implements AutoCloseable {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  private Mailbox() {}

  public static Mailbox open() {
    Mailbox mailbox = new Mailbox();
    mailbox.server.start();
    return mailbox;
  }

  /// The configuration with which a backend mails to it.
  public Map<String, String> settings() {
    return Map.of(
        "smtp.host", "127.0.0.1",
        "smtp.port", Integer.toString(server.getSmtp().getPort()),
        "smtp.security", "none",
        "smtp.from", "Acme Jobs <jobs@acme.example>");
  }

  /// A mail as its reader has it.
  ///
  /// @param text the words of its plain part
  /// @param calendar its iCalendar part with unfolded lines; empty if it has none
  public record Letter(String subject, String to, String text, String calendar) {
    private static final Pattern LINK = Pattern.compile("http://\\S+/m/[^\\s#]+");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    /// The link with which one answers.
    public URI link() {
      Matcher link = LINK.matcher(text);
      if (!link.find()) {
        throw new AssertionError("no link in " + text);
      }
      return URI.create(link.group());
    }

    /// The value of a line of the calendar, such as `SEQUENCE`, of the event if it has one too.
    public String line(String name) {
      int event = Math.max(0, calendar.indexOf("BEGIN:VEVENT"));
      Pattern line = Pattern.compile("(?m)^" + name + "(?:;[^:\r\n]*)?:(.*?)\r?$");
      Matcher inside = line.matcher(calendar.substring(event));
      Matcher whole = line.matcher(calendar);
      if (inside.find()) {
        return inside.group(1);
      }
      if (whole.find()) {
        return whole.group(1);
      }
      throw new AssertionError("no " + name + " in " + calendar);
    }

    /// When the event begins, as its own zone says.
    public Instant start() {
      Matcher start =
          Pattern.compile("DTSTART;TZID=\"?([^:\"]+)\"?:(\\d{8}T\\d{6})").matcher(calendar);
      if (!start.find()) {
        throw new AssertionError("no start with a zone in " + calendar);
      }
      return LocalDateTime.parse(start.group(2), LOCAL)
          .atZone(ZoneId.of(start.group(1)))
          .toInstant();
    }
  }

  /// All that came, oldest first.
  public List<Letter> letters() {
    List<Letter> letters = new ArrayList<>();
    for (MimeMessage mail : server.getReceivedMessages()) {
      letters.add(read(mail));
    }
    return letters;
  }

  /// The letter of that number, counted from one, as soon as it is there.
  public Letter await(int number) {
    return Wait.value(
            Wait.LONG,
            () -> {
              List<Letter> letters = letters();
              return letters.size() < number ? null : letters.get(number - 1);
            })
        .orElseThrow(() -> new AssertionError("no mail number " + number + ": " + letters()));
  }

  private static Letter read(MimeMessage mail) {
    try {
      return new Letter(
          mail.getSubject(),
          mail.getAllRecipients()[0].toString(),
          find(mail, "text/plain").orElse(""),
          find(mail, "text/calendar").orElse("").replaceAll("\r?\n[ \t]", ""));
    } catch (MessagingException | IOException e) {
      throw new AssertionError("a mail cannot be read", e);
    }
  }

  private static Optional<String> find(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      try (var in = part.getInputStream()) {
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    if (part.getContent() instanceof MimeMultipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        Optional<String> found = find(inner, type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    server.stop();
  }
}
