package dev.optima.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleCalls;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.ApplicantChange;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What links show on a desk, and that none of them does anything by itself.
class LinksTest {
  @TempDir Path home;

  @SuppressWarnings("NullAway.Init") // Each test shows it first.
  private DeskRig rig;

  private SampleCalls show(Language language) throws Exception {
    rig = DeskRig.of(Samples.elif(), home, language);
    new SampleDesk(rig.backend(), rig.now()).fill();
    SampleCalls sample = new SampleCalls(rig.backend(), rig.now());
    sample.fill();
    rig.backend()
        .calls()
        .add(
            sample.active(
                "live-zoe", new UserId("zoe"), "Zoe Ray", Samples.MERT, "Mert Demir", 65, 2));
    rig.show(Samples.elif(), 1440, 900);
    rig.await(Ids.SHELL);
    return sample;
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void leadsIntoRooms(Language language) throws Exception {
    boolean english = language == Language.EN;
    show(language);
    rig.press(Ids.NAV_CALLS);
    rig.open("optima://applicant/ayse");
    rig.awaitText(Ids.ROOM_NAME, "Ayşe Yılmaz");
    rig.open("optima://applicant/nobody");
    awaitToast(english ? "is not here" : "burada yok");
    rig.backend().people().changes(Samples.JOHN, archived());
    rig.open("optima://applicant/" + Samples.JOHN);
    awaitToast(english ? "John Doe is archived" : "John Doe arşivde");
    assertThat(rig.text(Ids.ROOM_NAME)).isEqualTo("Ayşe Yılmaz");
    Shots.shoot(rig, language, "link-archived");
  }

  private static ApplicantChange archived() {
    return new ApplicantChange(null, null, null, null, null, null, null, null, true, null);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void asksBeforeItJoinsAColleaguesCall(Language language) throws Exception {
    show(language);
    rig.open("optima://join/live-zoe");
    rig.await(Ids.CALLS);
    rig.await(Ids.DIALOG);
    Shots.shoot(rig, language, "link-join");
    assertThat(rig.surface().opened()).isEmpty();
    assertThat(rig.backend().requests()).doesNotContain("POST /api/video-calls/live-zoe/interview");
    rig.press(Ids.DIALOG_CANCEL);
    rig.awaitGone(Ids.DIALOG);
    assertThat(rig.surface().opened()).isEmpty();
    rig.open("optima://join/live-zoe");
    rig.press(Ids.DIALOG_OK);
    rig.until(
        "the console asks to come in",
        () -> rig.backend().requests().contains("POST /api/video-calls/live-zoe/interview"));
  }

  @Test
  void asksBeforeItReturnsToOnesOwnCall() throws Exception {
    show(Language.EN);
    rig.open("optima://join/live-john");
    rig.await(Ids.DIALOG);
    Shots.shoot(rig, Language.EN, "link-return");
    assertThat(rig.surface().opened()).isEmpty();
    rig.press(Ids.DIALOG_OK);
    rig.until("the call opens", () -> rig.surface().opened().size() == 1);
    rig.await(Ids.CALL_VIEW);
    rig.press(Ids.NAV_APPLICANTS);
    rig.open("optima://join/live-zoe");
    awaitToast("You are in another call");
    rig.open("optima://join/live-john");
    rig.await(Ids.CALL_VIEW);
  }

  @Test
  void showsTheDetailsOfACallThatIsOver() throws Exception {
    show(Language.EN);
    rig.backend()
        .calls()
        .add(
            Samples.call(
                "done",
                Samples.AYSE,
                "Ayşe Yılmaz",
                Samples.ELIF,
                "Elif Kaya",
                CallState.ENDED,
                4,
                rig.now().minusSeconds(900)));
    rig.open("optima://join/done");
    rig.await(Ids.CALL_DETAILS);
    Shots.shoot(rig, Language.EN, "link-over");
  }

  @Test
  void takesNothingAwayThatIsOpen() throws Exception {
    show(Language.EN);
    rig.press(Ids.APPLICANT_NEW);
    rig.await(Ids.NEW_CREATE);
    rig.open("optima://join/live-zoe");
    awaitToast("Join Mert Demir’s call with Zoe Ray?");
    assertThat(rig.isShown(Ids.NEW_CREATE)).isTrue();
    assertThat(rig.surface().opened()).isEmpty();
  }

  @Test
  void saysWhatItCannotShow() throws Exception {
    show(Language.EN);
    rig.open("optima://join/unknown");
    awaitToast("is not known here");
    rig.backend()
        .script(
            "GET /api/video-calls/hidden/details", Answer.problem(403, ErrorCode.FORBIDDEN, null));
    rig.backend()
        .script(
            "GET /api/video-calls/broken/details",
            Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    rig.open("optima://join/hidden");
    rig.open("optima://join/broken");
    awaitToast("cannot answer now");
  }

  private void awaitToast(String part) {
    rig.until(
        "a toast says " + part,
        () ->
            rig.stage().getScene().getRoot().lookupAll("#" + Ids.TOAST_TEXT).stream()
                .anyMatch(node -> says(node, part)));
  }

  private static boolean says(Node node, String part) {
    return node instanceof Labeled words && words.getText().contains(part);
  }
}
