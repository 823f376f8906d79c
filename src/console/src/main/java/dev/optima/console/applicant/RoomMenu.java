package dev.optima.console.applicant;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What else can be done with an applicant.
final class RoomMenu extends MenuButton {
  private final Words words;
  private final MenuItem archive = new MenuItem();
  private @Nullable ApplicantItem shown;

  /// @param onArchive puts the applicant away, or back
  /// @param onOffer makes a link with which the applicant picks a time
  RoomMenu(Words words, Consumer<ApplicantItem> onArchive, Consumer<ApplicantItem> onOffer) {
    this.words = words;
    setId(Ids.ROOM_MENU);
    setGraphic(Nodes.icon(Feather.MORE_HORIZONTAL));
    setAccessibleText(words.get("room.more"));
    getStyleClass().addAll("button-icon", "flat", "quiet", "room-menu");
    archive.setId(Ids.ARCHIVE);
    archive.setOnAction(_ -> with(onArchive));
    MenuItem copy = new MenuItem(words.get("room.copyEmail"), Nodes.icon(Feather.COPY));
    copy.setOnAction(
        _ ->
            with(
                item ->
                    Clipboard.getSystemClipboard()
                        .setContent(Map.of(DataFormat.PLAIN_TEXT, item.applicant().email()))));
    MenuItem offer = new MenuItem(words.get("room.offer"), Nodes.icon(Feather.CLOCK));
    offer.setId(Ids.OFFER);
    offer.setOnAction(_ -> with(onOffer));
    getItems().addAll(offer, copy, archive);
  }

  void show(ApplicantItem item) {
    shown = item;
    archive.setText(words.get(item.isArchived() ? "room.unarchive" : "room.archive"));
    archive.setGraphic(Nodes.icon(Feather.ARCHIVE));
  }

  private void with(Consumer<ApplicantItem> action) {
    if (shown != null) {
      action.accept(shown);
    }
  }
}
