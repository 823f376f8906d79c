package dev.optima.console.shell;

import dev.optima.console.applicant.ApplicantItem;
import dev.optima.console.notify.News;
import dev.optima.console.settings.AlertKind;
import dev.optima.protocol.id.RoomId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// Where in the window news belong.
///
/// @param selected the applicant whose room is open
/// @param openRoom opens a room
record NewsPlace(
    ObjectProperty<Page> page,
    Supplier<@Nullable ApplicantItem> selected,
    Consumer<RoomId> openRoom) {

  /// Whether what the news are about is shown, so that it needs not be told.
  boolean isShown(News news) {
    return switch (news.kind()) {
      case MESSAGE, CALL_ME -> {
        ApplicantItem open = selected.get();
        yield page.get() == Page.APPLICANTS
            && open != null
            && open.id().equals(news.room().applicant());
      }
      case REMINDER -> page.get() == Page.TODAY;
      case ANSWERED, MISSED_CALL, CALL_ENDED, LINE_FREE -> true;
    };
  }

  /// Opens what the news are about.
  void open(News news) {
    if (news.kind() == AlertKind.REMINDER) {
      page.set(Page.TODAY);
    } else {
      openRoom.accept(news.room());
    }
  }
}
