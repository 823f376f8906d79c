package dev.optima.console.schedule;

import com.calendarfx.model.Entry;
import com.calendarfx.view.DayEntryView;
import com.calendarfx.view.DraggedEntry;
import impl.com.calendarfx.view.DayEntryViewSkin;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;

/// A meeting in a day: the applicant's name and, where there is room, its state and title. One
/// press opens it, and so does Enter.
final class SlotEntryView extends DayEntryView {
  SlotEntryView(Entry<?> entry) {
    super(entry);
    setDetailsClickCount(1);
    if (entry instanceof SlotEntry meeting) {
      setAccessibleText(meeting.spoken());
      setFocusTraversable(true);
    } else {
      setFocusTraversable(false);
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new Look(this);
  }

  private static final class Look extends DayEntryViewSkin {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// Held here, since the entry holds it weakly.
    @SuppressWarnings("FieldCanBeLocal")
    private final InvalidationListener relabel = _ -> updateLabels();

    Look(SlotEntryView view) {
      super(view);
      if (view.getEntry() instanceof SlotEntry meeting) {
        meeting.line().addListener(new WeakInvalidationListener(relabel));
      }
      updateLabels();
    }

    @Override
    protected Label createTitleLabel() {
      Label label = super.createTitleLabel();
      label.setWrapText(false);
      return label;
    }

    @Override
    protected void updateLabels() {
      Entry<?> entry = getSkinnable().getEntry();
      titleLabel.setText(entry.getTitle());
      switch (entry) {
        case SlotEntry meeting -> {
          startTimeLabel.setText(meeting.line().get());
          getSkinnable().setAccessibleText(meeting.spoken());
        }
        case DraggedEntry drawn -> {
          titleLabel.setText(span(drawn));
          startTimeLabel.setText(drawn.getTitle());
        }
        default -> startTimeLabel.setText(span(entry));
      }
    }

    /// When it would be.
    private static String span(Entry<?> entry) {
      return TIME.format(entry.getStartTime()) + " – " + TIME.format(entry.getEndTime());
    }

    @Override
    protected void updateStyles() {
      super.updateStyles();
      if (getSkinnable().getEntry() instanceof DraggedEntry) {
        getSkinnable().getStyleClass().addAll("meeting-slot", "slot-drawn");
      }
    }
  }
}
