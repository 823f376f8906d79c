package dev.optima.console.chat;

import dev.optima.console.i18n.Formats;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.MeetingEvents;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.MeetingDoors;
import dev.optima.protocol.message.MeetingNews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What happened to a meeting, between what was said. The newest entry of each meeting offers the
/// step that fits.
final class MeetingRow {
  private final RowKit kit;
  private final Words words;
  private final Formats formats;
  private final ThreadItem.Planned item;
  private final MeetingNews news;

  MeetingRow(RowKit kit, ThreadItem.Planned item) {
    this.kit = kit;
    this.item = item;
    words = kit.words();
    formats = words.formats();
    news = item.news();
  }

  Node draw() {
    HBox pill = RowKit.pill(Nodes.icon(MeetingEvents.icon(news)), Nodes.wrapped(text()));
    List<Node> steps = item.current() && !kit.narrow() ? steps() : List.of();
    if (item.current() && MeetingEvents.asks(news)) {
      pill.getStyleClass().add("pill-ask");
    }
    if (item.joinable()) {
      pill.getStyleClass().add("pill-live");
    }
    if (steps.size() < 2 && news.note() == null) {
      pill.getChildren().addAll(steps);
      return kit.centered(pill);
    }
    VBox card = new VBox(6, pill);
    card.setAlignment(Pos.CENTER);
    if (news.note() != null) {
      card.getChildren().add(Nodes.wrapped("“" + news.note() + "”", "small", "muted"));
    }
    if (!steps.isEmpty()) {
      FlowPane flow = new FlowPane(8, 6);
      flow.setAlignment(Pos.CENTER);
      flow.getChildren().setAll(steps);
      card.getChildren().add(flow);
    }
    return kit.centered(card);
  }

  private String text() {
    List<String> parts = new ArrayList<>();
    parts.add(words.get(MeetingEvents.word(item.entry(), news)));
    parts.add(news.title());
    Instant now = kit.clock().instant();
    String when = formats.dayAhead(news.scheduledTime(), now) + " " + span();
    Instant previous = news.previousTime();
    parts.add(
        previous == null
            ? when
            : words.get(
                "event.meeting.fromTo",
                formats.dayAhead(previous, now) + " " + formats.time(previous),
                when));
    return String.join(" · ", parts);
  }

  private String span() {
    Instant start = news.scheduledTime();
    return formats.span(start, start.plusSeconds(60L * news.durationMinutes()));
  }

  private List<Node> steps() {
    MeetingDoors doors = kit.doors().meetings();
    if (item.joinable()) {
      return List.of(link("meeting.join", () -> doors.join().accept(news.meetingId())));
    }
    return switch (news.what()) {
      case SCHEDULED, MOVED, CHANGED, ACCEPTED, RUNNING_LATE ->
          List.of(link("event.meeting.show", () -> doors.show().accept(news.meetingId())));
      case ASKED_TO_MOVE -> proposals();
      case DECLINED -> List.of(move(null, words.get("today.otherTime")));
      case CANCELLED, NO_SHOW ->
          List.of(link("event.meeting.again", () -> doors.plan().accept(item.entry().roomId())));
      case COMPLETED -> List.of();
    };
  }

  /// The times that the applicant asks for; one press opens the change, filled in.
  private List<Node> proposals() {
    List<Node> offers = new ArrayList<>();
    Instant now = kit.clock().instant();
    List<Instant> asked = news.proposals() == null ? List.of() : news.proposals();
    for (Instant proposal : asked) {
      if (proposal.isAfter(now)) {
        offers.add(move(proposal, formats.dayAhead(proposal, now) + " " + formats.time(proposal)));
      }
    }
    offers.add(move(null, words.get("today.otherTime")));
    return offers;
  }

  private Button move(@Nullable Instant to, String text) {
    return Nodes.button(
        "",
        text,
        () -> kit.doors().meetings().move().accept(news.meetingId(), to),
        "small",
        to == null ? "flat" : "accent");
  }

  private Button link(String key, Runnable deed) {
    return RowKit.link(words.get(key), deed);
  }
}
