package dev.optima.console.settings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Language;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Styles;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.SampleDesk;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.sample.Shots;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The audit log, in the settings.
class AuditViewTest {
  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(Language.class)
  void isReadByScrollingAndTellsAllOfOneAct(Language language) throws Exception {
    try (DeskRig rig = open(language)) {
      String longest = "Anna-Katharina Freifrau von Hohenstein-Schwarzenberg zu Lichtenau";
      rig.backend()
          .audit()
          .add(
              new Entry(
                  "f00001",
                  rig.now(),
                  new UserId("long"),
                  longest,
                  AuditAct.CONFLICT_OVERRIDDEN,
                  "01m8subject",
                  "Final interview, second part · " + longest,
                  "The other one will be moved to Thursday as soon as the client answers",
                  "2001:db8:85a3:8d3:1319:8a2e:370:7348"));
      show(rig, 1440, 900);
      TableView<?> table = (TableView<?>) rig.await(Ids.AUDIT_TABLE);
      rig.until("a page", () -> table.getItems().size() >= 50);
      DeskRig.fx(() -> select(table, 0));
      rig.until("the detail", () -> rig.isShown(Ids.AUDIT_DETAIL));
      shoot(rig, language, "audit");
      dark(rig, language, "audit-dark");
      DeskRig.fx(
          () -> {
            table.scrollTo(49);
            return true;
          });
      rig.until("more", () -> table.getItems().size() > 50);
    }
    try (DeskRig rig = open(language)) {
      show(rig, 900, 600);
      TableView<?> table = (TableView<?>) rig.await(Ids.AUDIT_TABLE);
      rig.until("a page", () -> table.getItems().size() >= 50);
      shoot(rig, language, "audit-small");
      assertThat(table.getWidth()).isLessThan(900);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysThatNothingFitsAndWhyNothingComes(Language language) throws Exception {
    try (DeskRig rig = open(language)) {
      show(rig, 1440, 900);
      TableView<?> table = (TableView<?>) rig.await(Ids.AUDIT_TABLE);
      rig.until("a page", () -> table.getItems().size() >= 50);
      ComboBox<?> acts = (ComboBox<?>) rig.await(Ids.AUDIT_ACT);
      DeskRig.fx(() -> select(acts, 3));
      rig.until("fewer", () -> table.getItems().size() < 10);
      ((TextField) rig.await(Ids.AUDIT_WORDS)).setText("nobody");
      rig.until("none", () -> table.getItems().isEmpty());
      shoot(rig, language, "audit-none");
      rig.backend().script("GET /api/audit", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
      rig.press(Ids.AUDIT_CLEAR);
      rig.until("the problem", () -> rig.isShown(Ids.AUDIT_PROBLEM));
      shoot(rig, language, "audit-failed");
      rig.backend().unscript("GET /api/audit");
      rig.press(Ids.AUDIT_AGAIN);
      rig.until("all again", () -> table.getItems().size() >= 50);
      assertThat(acts.getValue()).isNull();
      assertThat(rig.isShown(Ids.AUDIT_PROBLEM)).isFalse();
    }
  }

  @Test
  void isForAdministratorsOnly() throws Exception {
    try (DeskRig rig = DeskRig.of(Samples.elif(), home, Language.EN)) {
      new SampleDesk(rig.backend(), rig.now()).fill();
      rig.show(Samples.elif(), 1440, 900);
      rig.await(Ids.NAV_SETTINGS);
      rig.press(Ids.NAV_SETTINGS);
      rig.await(Ids.ABOUT);
      assertThat(rig.find(Ids.AUDIT)).isNull();
      assertThat(rig.backend().requests()).noneMatch(one -> one.contains("/api/audit"));
    }
  }

  private DeskRig open(Language language) throws Exception {
    return DeskRig.of(Samples.admin(), home, language);
  }

  private static void show(DeskRig rig, double width, double height) throws Exception {
    new SampleDesk(rig.backend(), rig.now()).fill();
    rig.show(Samples.admin(), width, height);
    rig.await(Ids.NAV_SETTINGS);
    rig.press(Ids.NAV_SETTINGS);
    rig.await(Ids.AUDIT);
  }

  private static boolean select(TableView<?> table, int row) {
    table.getSelectionModel().select(row);
    return true;
  }

  private static boolean select(ComboBox<?> box, int row) {
    box.getSelectionModel().select(row);
    return true;
  }

  private static void dark(DeskRig rig, Language language, String name) throws Exception {
    DeskRig.fx(
        () -> {
          Styles.look(true);
          return true;
        });
    Shots.shoot(rig, language, name);
    DeskRig.fx(
        () -> {
          Styles.look(false);
          return true;
        });
  }

  /// Brings the log into sight first.
  private static void shoot(DeskRig rig, Language language, String name) throws Exception {
    DeskRig.fx(
        () -> {
          Node audit = requireNonNull(rig.find(Ids.AUDIT));
          ScrollPane scroll = scroll(audit);
          scroll.layout();
          double top = audit.getBoundsInParent().getMinY();
          double room =
              scroll.getContent().getBoundsInLocal().getHeight()
                  - scroll.getViewportBounds().getHeight();
          scroll.setVvalue(Math.min(1, top / room));
          return true;
        });
    Shots.shoot(rig, language, name);
  }

  private static ScrollPane scroll(Node node) {
    for (Node at = node; ; at = at.getParent()) {
      if (at instanceof ScrollPane scroll) {
        return scroll;
      }
    }
  }
}
