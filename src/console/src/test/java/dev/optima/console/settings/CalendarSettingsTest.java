package dev.optima.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.rest.ExternalCalendar;
import dev.optima.protocol.rest.ExternalCalendar.Kind;
import dev.optima.protocol.rest.NewExternalCalendar;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// One's own calendar programs, in the settings.
class CalendarSettingsTest {
  @TempDir Path home;

  private DeskRig rig;

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
    rig.press(Ids.NAV_SETTINGS);
    rig.await(Ids.CALENDAR_SETTINGS);
  }

  @Test
  void makesALinkThatIsShownOnceAndEndsIt() {
    show();
    Node make = rig.await(Ids.FEED_MAKE);
    DeskRig.fx(
        () -> {
          make.requestFocus();
          return true;
        });
    rig.press(Ids.FEED_MAKE);
    TextField link = (TextField) rig.await(Ids.FEED_LINK);
    assertThat(link.getText()).endsWith(".ics");
    assertThat(link.isFocused()).as("the keyboard stays where it was used").isTrue();
    rig.press(Ids.FEED_END);
    rig.awaitGone(Ids.FEED_LINK);
    assertThat(rig.backend().requests()).contains("DELETE /api/calendar/feed");
  }

  @Test
  void takesOnlyAnAddressAndNeverKeepsThePassword() {
    show();
    type(Ids.EXTERNAL_URL, "my calendar");
    rig.press(Ids.EXTERNAL_CONNECT);
    rig.awaitText(Ids.CALENDAR_PROBLEM, "https://");
    type(Ids.EXTERNAL_URL, " webcal://calendar.example.org/elif.ics");
    type(Ids.EXTERNAL_PASSWORD, "sesame");
    rig.press(Ids.EXTERNAL_CONNECT);
    rig.awaitText(Ids.EXTERNAL_STATE, "shortly");
    assertThat(rig.backend().calendar().said())
        .containsExactly(
            new NewExternalCalendar(
                Kind.ICS, "https://calendar.example.org/elif.ics", null, "sesame"));
    rig.press(Ids.EXTERNAL_DISCONNECT);
    TextField password = (TextField) rig.await(Ids.EXTERNAL_PASSWORD);
    assertThat(password.getText()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "unreachable, could not be reached",
    "unauthorized, name or password",
    "not_found, nothing at this address",
    "refused, refused to answer",
    "not_a_calendar, no calendar at this address",
    "forbidden_address, internal network",
    "too_large, too large"
  })
  void saysWhyBusyTimesAreMissing(String problem, String words) {
    rig.backend()
        .calendar()
        .reads(
            new ExternalCalendar(
                Kind.CALDAV, "https://dav.example.org/elif", "elif", null, problem));
    show();
    rig.awaitText(Ids.EXTERNAL_STATE, words);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void drawsIt(Language language) throws Exception {
    rig.speak(language);
    rig.backend().calendar().subscribed(rig.now().minusSeconds(3600));
    rig.backend()
        .calendar()
        .reads(
            new ExternalCalendar(
                Kind.ICS, "https://calendar.example.org/…", "elif", null, "unauthorized"));
    show();
    rig.await(Ids.FEED_END);
    rig.await(Ids.EXTERNAL_STATE);
    DeskRig.fx(
        () -> {
          ScrollPane scroll =
              (ScrollPane) rig.stage().getScene().lookup("#" + Ids.SETTINGS + " .scroll-pane");
          scroll.setVvalue(0.75);
          return true;
        });
    Shots.shoot(rig, language, "settings-calendar");
  }

  private void type(String id, String text) {
    TextField field = (TextField) rig.await(id);
    DeskRig.fx(
        () -> {
          field.setText(text);
          return true;
        });
  }
}
