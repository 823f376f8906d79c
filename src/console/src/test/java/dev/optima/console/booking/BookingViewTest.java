package dev.optima.console.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDay;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.rest.NewBooking;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The link with which an applicant picks a time.
class BookingViewTest {
  private static final Instant FIRST = Instant.parse("2026-11-23T07:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-11-24T12:15:00Z");

  @TempDir Path home;

  private DeskRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = DeskRig.of(Samples.elif(), home, Language.EN);
    new SampleDesk(rig.backend(), rig.now()).fill();
    rig.backend().meetings().isFree(FIRST, FIRST.plusSeconds(900), FIRST.plusSeconds(3600), SECOND);
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  private void open() {
    rig.show(Samples.elif(), 1440, 900);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
    MenuButton menu = (MenuButton) rig.await(Ids.ROOM_MENU);
    DeskRig.fx(
        () -> {
          menu.getItems().stream()
              .filter(item -> Ids.OFFER.equals(item.getId()))
              .forEach(item -> item.fire());
          return true;
        });
    rig.await(Ids.BOOKING_SLOT);
  }

  @Test
  void offersTheTimesThatAreChosen() {
    open();
    rig.press(Ids.BOOKING_MAKE);
    rig.awaitText(Ids.BOOKING_PROBLEM, "at least one time");
    rig.press(Ids.BOOKING_SLOT);
    rig.awaitText(Ids.BOOKING_COUNT, "1 time");
    rig.press(Ids.BOOKING_MAKE);
    TextField link = (TextField) rig.await(Ids.BOOKING_LINK);
    assertThat(link.getText()).startsWith("https://optima.example.org/b/");
    NewBooking asked = (NewBooking) rig.backend().calendar().said().getFirst();
    assertThat(asked.slots()).containsExactly(FIRST);
    assertThat(asked.rule()).isNull();
    assertThat(asked.timeZone()).isEqualTo("Europe/Istanbul");
    assertThat(asked.sendEmail()).isTrue();
  }

  @Test
  void offersByARule() {
    open();
    fire(Ids.BOOKING_BY_RULE);
    for (DayOfWeek day : DayOfWeek.values()) {
      ToggleButton button = (ToggleButton) rig.await(Ids.BOOKING_DAY + day);
      if (button.isSelected()) {
        fire(Ids.BOOKING_DAY + day);
      }
    }
    rig.press(Ids.BOOKING_MAKE);
    rig.awaitText(Ids.BOOKING_PROBLEM, "at least one day");
    fire(Ids.BOOKING_DAY + DayOfWeek.TUESDAY);
    rig.press(Ids.BOOKING_MAKE);
    rig.await(Ids.BOOKING_LINK);
    NewBooking asked = (NewBooking) rig.backend().calendar().said().getFirst();
    assertThat(asked.slots()).isNull();
    assertThat(asked.rule()).isNotNull();
    assertThat(asked.rule().days()).containsExactly(DayOfWeek.TUESDAY);
  }

  @Test
  void takesALinkBack() {
    open();
    rig.press(Ids.BOOKING_SLOT);
    rig.press(Ids.BOOKING_MAKE);
    rig.press(Ids.DIALOG_OK);
    rig.awaitGone(Ids.BOOKING);
    open();
    rig.press(Ids.BOOKING_WITHDRAW + "b0");
    rig.awaitGone(Ids.BOOKING_WITHDRAW + "b0");
    assertThat(rig.backend().calendar().bookings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void drawsIt(Language language) throws Exception {
    rig.speak(language);
    new SampleDay(rig.backend(), rig.now()).fill();
    open();
    fire(Ids.BOOKING_SLOT);
    Shots.shoot(rig, language, "booking");
    fire(Ids.BOOKING_BY_RULE);
    Shots.shoot(rig, language, "booking-rule");
    rig.press(Ids.BOOKING_MAKE);
    rig.await(Ids.BOOKING_LINK);
    Shots.shoot(rig, language, "booking-link");
    rig.press(Ids.DIALOG_OK);
    rig.show(Samples.elif(), 900, 600);
    rig.awaitText(Ids.ROOM_NAME, "John Doe");
    Shots.shoot(rig, language, "room-narrow-meetings");
  }

  private void fire(String id) {
    ButtonBase button = (ButtonBase) rig.await(id);
    DeskRig.fx(
        () -> {
          button.fire();
          return true;
        });
  }
}
