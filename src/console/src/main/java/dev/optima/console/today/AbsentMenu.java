package dev.optima.console.today;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.protocol.meeting.Absent;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// Says who did not come. Nobody is blamed unless a recruiter does so here.
final class AbsentMenu extends MenuButton {

  /// @param said with who it was
  AbsentMenu(Words words, String applicant, Consumer<Absent> said) {
    super(words.get("today.noShow"));
    setId(Ids.TODAY_NO_SHOW);
    getStyleClass().add("act-menu");
    for (Absent who : Absent.values()) {
      MenuItem item =
          new MenuItem(
              switch (who) {
                case APPLICANT -> words.get("today.noShow.applicant", applicant);
                case RECRUITER -> words.get("today.noShow.us");
                case BOTH -> words.get("today.noShow.both");
              });
      item.setId(Ids.TODAY_ABSENT + who);
      item.setOnAction(_ -> said.accept(who));
      getItems().add(item);
    }
  }
}
