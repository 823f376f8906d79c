package dev.optima.console.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.message.MeetingNews.What;
import dev.optima.protocol.message.ServerMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What happened to interviews, in the thread of the applicant.
class MeetingEntriesTest {
  @TempDir Path home;

  private DeskRig rig;
  private long seq = 20;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    new SampleDesk(rig.backend(), rig.now()).fill();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void show() {
    rig.show(Samples.elif(), 1440, 900);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
  }

  @Test
  void onlyTheNewestEntryOfAnInterviewOffersAStep() {
    Instant time = in(60 * 24);
    said(news("m1", What.SCHEDULED, time));
    said(news("m1", What.ACCEPTED, time));
    said(news("m2", What.SCHEDULED, time));
    show();
    rig.until("both interviews lead on", () -> buttons("Open in calendar").size() == 2);
    tell(news("m2", What.CANCELLED, time));
    rig.until("a cancelled one is planned anew", () -> buttons("Plan another").size() == 1);
    assertThat(DeskRig.fx(() -> buttons("Open in calendar"))).hasSize(1);
  }

  @Test
  void offersTheWayInWhileTheRoomIsOpen() {
    said(news("m1", What.ACCEPTED, in(20)));
    rig.backend()
        .script("POST /api/meetings/m1/join", Answer.problem(403, ErrorCode.FORBIDDEN, null));
    show();
    rig.until("it is too early", () -> buttons("Open in calendar").size() == 1);
    rig.skip(Duration.ofMinutes(6));
    rig.until("one may join", () -> buttons("Join").size() == 1);
    DeskRig.fx(
        () -> {
          buttons("Join").getFirst().fire();
          return true;
        });
    rig.awaitText(Ids.TOAST_TEXT, "interviewers");
    rig.skip(Duration.ofMinutes(60));
    rig.until("it is over", () -> buttons("Join").isEmpty());
  }

  @Test
  void offersTheTimesThatTheApplicantAsksFor() {
    said(asked(in(60 * 24), in(60 * 48)));
    show();
    rig.until("the time is offered", () -> buttons("Tue 24 Nov 14:48").size() == 1);
    assertThat(DeskRig.fx(() -> buttons("Another time"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void drawsThem(Language language) throws Exception {
    rig.speak(language);
    said(news("m0", What.NO_SHOW, in(-60 * 24)));
    said(news("m1", What.SCHEDULED, in(60 * 24)));
    said(asked(in(60 * 24), in(60 * 48)));
    said(news("m2", What.CANCELLED, in(60 * 72)));
    said(news("m3", What.ACCEPTED, in(10)));
    show();
    rig.until("it is there", () -> labels(Language.EN == language ? "accepted" : "kabul") > 0);
    Shots.shoot(rig, language, "room-meetings");
  }

  private MeetingNews news(String id, What what, Instant time) {
    return new MeetingNews(
        new MeetingId(id),
        what,
        "First interview",
        time,
        45,
        null,
        null,
        what == What.CANCELLED ? "The position is filled." : null,
        what == What.NO_SHOW ? Absent.APPLICANT : null,
        null);
  }

  private MeetingNews asked(Instant time, Instant... proposals) {
    return new MeetingNews(
        new MeetingId("m1"),
        What.ASKED_TO_MOVE,
        "First interview",
        time,
        45,
        null,
        List.of(proposals),
        "I am travelling that day.",
        null,
        null);
  }

  private ChatEntry said(MeetingNews news) {
    boolean byApplicant = news.what() == What.ACCEPTED || news.what() == What.ASKED_TO_MOVE;
    UserId who = byApplicant ? Samples.JOHN : Samples.ELIF;
    ChatEntry entry =
        Samples.planned(
            Samples.JOHNS_ROOM,
            seq++,
            who,
            byApplicant ? "John Doe" : "Elif Kaya",
            news,
            rig.now());
    rig.backend().add(entry);
    return entry;
  }

  private void tell(MeetingNews news) {
    rig.backend().socket().say(new ServerMessage.ChatMessage(said(news)));
  }

  private Instant in(long minutes) {
    return rig.now().plus(Duration.ofMinutes(minutes));
  }

  private List<Button> buttons(String text) {
    return all(Button.class).filter(button -> button.getText().startsWith(text)).toList();
  }

  private long labels(String part) {
    return all(Label.class).map(Labeled::getText).filter(text -> text.contains(part)).count();
  }

  private <T extends Node> Stream<T> all(Class<T> type) {
    return rig.stage().getScene().getRoot().lookup("#" + Ids.CHAT_LIST).lookupAll("*").stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(Node::isVisible);
  }
}
