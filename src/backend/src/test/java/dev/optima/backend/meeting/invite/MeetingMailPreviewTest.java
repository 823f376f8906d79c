package dev.optima.backend.meeting.invite;

import static dev.optima.backend.meeting.invite.Received.parts;
import static dev.optima.backend.meeting.invite.Received.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.rest.AnswerMeeting;
import dev.optima.protocol.rest.MailPreview;
import dev.optima.protocol.rest.ScheduleMeeting;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a recruiter is shown before is what the applicant gets, word for word, but for the links.
class MeetingMailPreviewTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");

  @TempDir private Path folder;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @EnumSource
  void theInvitationAndEachChangeAreSentAsShown(Engine engine) throws Exception {
    try (MailedWorld world = new MailedWorld(engine.open(folder), server.getSmtp().getPort())) {
      Identity mert = world.world.colleague("mert");
      Identity ada = world.world.colleague("ada");
      MeetingMailPreview preview = world.preview();

      ScheduleMeeting wish =
          wish(world, "  First <b>interview</b> ", TUESDAY, List.of(mert.userId()), null);
      MailPreview shown = preview.of(world.elif, wish, null);
      Meeting planned = world.meetings.schedule(world.elif, wish).meeting();
      expect(world, shown);

      // Somebody else moves it, and says nothing of who leads it.
      Instant later = TUESDAY.plus(Duration.ofHours(30));
      wish = wish(world, "Moved", later, null, planned.version());
      shown = preview.of(mert, wish, planned.meetingId());
      Meeting moved = world.meetings.change(mert, planned.meetingId(), wish);
      expect(world, shown);
      assertThat(shown.text()).contains("Name of elif, Name of mert");

      // It stays as it was accepted, but for who leads it.
      world.meetings.answer(
          world.john,
          moved.meetingId(),
          new AnswerMeeting(MeetingAnswer.ACCEPTED, null, null, null));
      long version = world.get(moved).version();
      wish = wish(world, "Moved", later, List.of(ada.userId()), version);
      shown = preview.of(ada, wish, moved.meetingId());
      world.meetings.change(ada, moved.meetingId(), wish);
      expect(world, shown);
      assertThat(shown.text()).contains("Mülakatı aç").doesNotContain("Kabul et");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBePlannedIsNotShown(Engine engine) {
    try (MailedWorld world = new MailedWorld(engine.open(folder), 1)) {
      MeetingMailPreview preview = world.preview();
      for (ScheduleMeeting wrong :
          List.of(
              wish(world, " ", TUESDAY, null, null),
              wish(world, "Title", TUESDAY, List.of(new UserId("nobody")), null))) {
        assertThat(
                catchThrowableOfType(Refusal.class, () -> preview.of(world.elif, wrong, null))
                    .code())
            .isEqualTo(ErrorCode.INVALID);
      }
    }
  }

  private void expect(MailedWorld world, MailPreview shown) throws Exception {
    world.courier.round();
    assertThat(server.getReceivedMessages()).hasSize(1);
    MimeMessage mail = server.getReceivedMessages()[0];
    MimeMultipart whole = (MimeMultipart) mail.getContent();
    assertThat(mail.getSubject()).isEqualTo(shown.subject());
    assertThat(links(text(parts(whole).get(1)))).isEqualTo(links(shown.text()));
    assertThat(links(text(parts(whole).get(2)))).isEqualTo(links(shown.html()));
    server.purgeEmailFromAllMailboxes();
  }

  private static String links(String mail) {
    return mail.replace("\r\n", "\n")
        .replaceAll("https://optima\\.example/(m/[\\w.-]+|a/preview)", "LINK")
        .strip();
  }

  private static ScheduleMeeting wish(
      MailedWorld world,
      String title,
      Instant at,
      @Nullable List<UserId> interviewers,
      @Nullable Long version) {
    return new ScheduleMeeting(
        null,
        world.john.userId(),
        at,
        45,
        title,
        " What we will talk about\n & more ",
        interviewers,
        "Europe/Berlin",
        true,
        null,
        null,
        null,
        null,
        version,
        null);
  }
}
