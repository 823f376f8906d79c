package dev.optima.backend.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Finds the iCalendar of a mail: the part that mail programs act on, or else a file.
final class CalendarPart {
  private static final int DEEPEST = 6;
  private static final int LONGEST = 256 << 10;

  private CalendarPart() {}

  static Optional<String> of(Part mail) throws MessagingException, IOException {
    Optional<String> part = first(mail, "text/calendar", DEEPEST);
    return part.isPresent() ? part : first(mail, "application/ics", DEEPEST);
  }

  private static Optional<String> first(Part part, String type, int depth)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return text(part);
    }
    if (!part.isMimeType("multipart/*") || depth == 0) {
      return Optional.empty();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        Optional<String> found = first(parts.getBodyPart(i), type, depth - 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(Part part) throws MessagingException, IOException {
    if (part.getSize() > LONGEST * 2) {
      return Optional.empty();
    }
    try (InputStream content = part.getInputStream()) {
      byte[] bytes = content.readNBytes(LONGEST + 1);
      return bytes.length > LONGEST
          ? Optional.empty()
          : Optional.of(new String(bytes, charset(part.getContentType())));
    }
  }

  private static Charset charset(String type) throws MessagingException {
    String name = new ContentType(type).getParameter("charset");
    try {
      return name == null
          ? StandardCharsets.UTF_8
          : Charset.forName(MimeUtility.javaCharset(name.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
