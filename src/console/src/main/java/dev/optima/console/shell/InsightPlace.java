package dev.optima.console.shell;

import dev.optima.console.applicant.ApplicantItem;
import dev.optima.console.call.HistoryFilter;
import dev.optima.console.chart.ChartExport;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.i18n.Words;
import dev.optima.console.insight.InsightChoices;
import dev.optima.console.insight.InsightsView;
import dev.optima.console.insight.MeetingListView;
import dev.optima.console.insight.MeetingListViewModel;
import dev.optima.console.look.Overlay;
import dev.optima.console.toast.Toast;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.meeting.MeetingStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The page of insights, which is built when it is first wanted, and where it leads.
final class InsightPlace implements AutoCloseable {
  private final Words words;
  private final Desk desk;
  private final Overlay overlay;
  private final Consumer<HistoryFilter> calls;
  private final Consumer<MeetingId> calendar;
  private final ChartExport export;
  private @Nullable InsightsView view;

  /// @param calls opens the page of calls with these
  /// @param calendar shows a meeting in the calendar
  InsightPlace(
      Words words,
      Desk desk,
      Overlay overlay,
      Consumer<HistoryFilter> calls,
      Consumer<MeetingId> calendar) {
    this.words = words;
    this.desk = desk;
    this.overlay = overlay;
    this.calls = calls;
    this.calendar = calendar;
    export = new ChartExport(words, desk.tasks(), desk.toasts());
  }

  InsightsView view() {
    InsightsView made = view;
    if (made == null) {
      made =
          new InsightsView(
              words,
              desk.calling().insights(),
              export,
              new InsightChoices(desk.planning().colleagues().all(), this::positions),
              new InsightsView.Ways(
                  calls,
                  this::meetings,
                  failure -> desk.toasts().show(Toast.problem(ApiFailures.explain(failure)))));
      view = made;
    }
    return made;
  }

  /// Which page is in sight.
  void inSight(Page page) {
    if (page == Page.INSIGHTS) {
      desk.planning().colleagues().refresh();
    }
    desk.calling().insights().show(page == Page.INSIGHTS);
  }

  /// The positions of the applicants who are known.
  private List<String> positions() {
    return desk.applicants().all().stream()
        .map(ApplicantItem::applicant)
        .map(applicant -> applicant.position())
        .filter(Objects::nonNull)
        .filter(position -> !position.isBlank())
        .distinct()
        .sorted()
        .toList();
  }

  /// Shows the meetings that were planned for a time and came to one of these ends.
  void meetings(Instant from, Instant to, Set<MeetingStatus> ends) {
    meetings(desk.calling().insights().meetings(from, to, ends));
  }

  private void meetings(MeetingListViewModel model) {
    MeetingListView[] shown = new MeetingListView[1];
    Runnable leave =
        () -> {
          overlay.hide();
          shown[0].close();
        };
    MeetingListView list =
        new MeetingListView(
            words,
            model,
            meeting -> {
              leave.run();
              calendar.accept(meeting);
            },
            leave);
    shown[0] = list;
    overlay.show(list, leave);
    list.focusFirst();
  }

  @Override
  public void close() {
    if (view != null) {
      view.close();
    }
  }
}
