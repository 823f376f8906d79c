package dev.optima.backend.meeting.invite;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/// Mails that were received, as mail and calendar programs read them.
final class Received {
  private Received() {}

  static List<BodyPart> parts(MimeMultipart whole) throws Exception {
    List<BodyPart> all = new ArrayList<>();
    for (int i = 0; i < whole.getCount(); i++) {
      all.add(whole.getBodyPart(i));
      if (whole.getBodyPart(i).getContent() instanceof MimeMultipart inner) {
        all.addAll(parts(inner));
      }
    }
    return all;
  }

  static List<String> types(MimeMultipart whole) throws Exception {
    List<String> all = new ArrayList<>();
    for (BodyPart part : parts(whole)) {
      all.add(part.getContentType().replaceAll("(?s);.*", "").replaceAll("\\s", "").strip());
    }
    return all;
  }

  /// As people read it.
  static String read(BodyPart part) throws Exception {
    return text(part).replace('\u00a0', ' ');
  }

  static String text(BodyPart part) throws Exception {
    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  static VEvent event(String text) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    return (VEvent) calendar.getComponents(Component.VEVENT).getFirst();
  }
}
