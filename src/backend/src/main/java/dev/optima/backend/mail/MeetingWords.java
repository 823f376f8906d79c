package dev.optima.backend.mail;

import dev.optima.backend.mail.MailTexts.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a mail says about a meeting beside its sentences: when it is, at both places, with whom,
/// and what the reader can do.
final class MeetingWords {
  private final MeetingFacts meeting;
  private final MailTopic.Reader reader;
  private final Words words;
  private final Locale locale;

  MeetingWords(MeetingFacts meeting, MailTopic.Reader reader, Words words, Locale locale) {
    this.meeting = meeting;
    this.reader = reader;
    this.words = words;
    this.locale = locale;
  }

  /// One line of the table.
  private static Map<String, Object> fact(
      String label, String value, String place, boolean strong) {
    return Map.of(
        "label",
        label,
        "value",
        value,
        "hasPlace",
        !place.isEmpty(),
        "place",
        place,
        "strong",
        strong);
  }

  List<Map<String, Object>> facts() {
    List<Map<String, Object>> all = new ArrayList<>();
    ZoneId here = ZoneId.of(reader.timeZone());
    ZoneId there = ZoneId.of(meeting.teamZone());
    all.add(fact(words.key("fact.when"), span(here), place(here), true));
    if (!offset(here).equals(offset(there))) {
      all.add(fact(words.key("fact.there"), span(there), place(there), false));
    }
    all.add(fact(words.key("fact.length"), length(), "", false));
    String names = String.join(", ", meeting.interviewers());
    if (!names.isEmpty()) {
      all.add(fact(words.key("fact.with"), names, "", false));
    }
    if (meeting.description() != null) {
      all.add(fact(words.key("fact.about"), meeting.description(), "", false));
    }
    if (meeting.reason() != null) {
      all.add(fact(words.key("fact.reason"), meeting.reason(), "", false));
    }
    return all;
  }

  /// What the button says and does, and the other links.
  Map<String, Object> link(String url) {
    return switch (meeting.occasion()) {
      case PLANNED, CHANGED -> link(url, act("accept"), List.of(act("move"), act("decline")));
      case CONFIRMED, UPDATED ->
          link(url, new Act("open", ""), List.of(act("move"), act("cancel")));
      case TOMORROW, SOON -> link(url, new Act("open", ""), List.of(act("cancel")));
      case CANCELLED -> link(url, new Act("open", ""), List.of());
    };
  }

  private record Act(String word, String fragment) {}

  private static Act act(String name) {
    return new Act(name, "#" + name);
  }

  private Map<String, Object> link(String url, Act first, List<Act> others) {
    return Map.of(
        "url",
        url,
        "act",
        url + first.fragment(),
        "button",
        words.key("meeting." + first.word()),
        "hasOthers",
        !others.isEmpty(),
        "others",
        others.stream()
            .map(
                act ->
                    Map.of(
                        "act", url + act.fragment(), "label", words.key("meeting." + act.word())))
            .toList());
  }

  /// For example "Tuesday, 24 November 2026, 13:00 – 13:30"; if the clock is changed in between,
  /// "Sunday, 31 October 2027, 02:30 UTC+02:00 – 02:00 UTC+01:00". The times of a day stay in one
  /// line.
  private String span(ZoneId zone) {
    ZonedDateTime from = meeting.start().atZone(zone);
    ZonedDateTime to = meeting.end().atZone(zone);
    String end =
        from.toLocalDate().equals(to.toLocalDate())
            ? format(to, null)
            : format(to, FormatStyle.MEDIUM);
    String begin = format(from, FormatStyle.FULL);
    return from.getOffset().equals(to.getOffset())
        ? begin + "\u00a0–\u00a0" + end
        : begin + " " + utc(from.getOffset()) + " – " + end + " " + utc(to.getOffset());
  }

  private String format(ZonedDateTime time, @org.jspecify.annotations.Nullable FormatStyle date) {
    DateTimeFormatter formatter =
        date == null
            ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
            : DateTimeFormatter.ofLocalizedDateTime(date, FormatStyle.SHORT);
    return formatter.withLocale(locale).format(time);
  }

  private String place(ZoneId zone) {
    return zone.getDisplayName(TextStyle.FULL, locale) + ", " + utc(offset(zone));
  }

  private static String utc(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset;
  }

  private ZoneOffset offset(ZoneId zone) {
    return zone.getRules().getOffset(meeting.start());
  }

  private String length() {
    Duration length = meeting.length();
    long hours = length.toHours();
    int minutes = length.toMinutesPart();
    if (hours == 0) {
      return words.key("length.minutes", minutes);
    }
    return minutes == 0
        ? words.key("length.hours", hours)
        : words.key("length.both", hours, minutes);
  }
}
