package dev.optima.console.shell;

import dev.optima.console.applicant.ApplicantItem;
import dev.optima.console.call.CallsView;
import dev.optima.console.call.HistoryFilter;
import dev.optima.console.call.HistoryOrder;
import dev.optima.console.call.LiveActs;
import dev.optima.console.call.NewCallView;
import dev.optima.console.chart.ChartExport;
import dev.optima.console.i18n.Names;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Overlay;
import dev.optima.console.meeting.MeetingDoors;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.Role;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The page of calls, and whom to ring from it.
final class CallsPlaces implements AutoCloseable {
  private static final int OFFERED = 50;

  private final Words words;
  private final Desk desk;
  private final Overlay overlay;
  private final CallsView view;
  private @Nullable NewCallView choosing;

  /// Where the page of calls leads.
  ///
  /// @param back leads into one's own call
  /// @param meetings shows the meetings behind a figure
  /// @param openFile hands a file to the system
  record Leads(
      Consumer<RoomId> openRoom,
      Consumer<CallSnapshot> back,
      DetailsPlace details,
      MeetingDoors doors,
      CallsView.Meetings meetings,
      Consumer<URI> openFile) {}

  CallsPlaces(Words words, Desk desk, Overlay overlay, Leads leads) {
    this.words = words;
    this.desk = desk;
    this.overlay = overlay;
    view =
        new CallsView(
            words,
            desk.calling().team(),
            desk.clock(),
            new ChartExport(words, desk.tasks(), desk.toasts()),
            new CallsView.Actions(
                desk::call,
                leads.openRoom(),
                call -> leads.details().showBeside(view(), call),
                new LiveActs(
                    words,
                    desk.me().role() == Role.ADMIN,
                    new LiveActs.Ways(
                        leads.back(),
                        desk.calling().interviewing()::join,
                        leads.openRoom(),
                        call -> leads.details().showBeside(view(), call),
                        this::askEnd)),
                leads.doors(),
                desk.planning().acts(),
                new CallsView.Ways(
                    desk.palette()::open,
                    Shortcut.PALETTE.getDisplayText(),
                    this::newCall,
                    leads.meetings(),
                    leads.openFile()),
                choices()));
  }

  private CallsView.Choices choices() {
    return new CallsView.Choices(
        new HistoryFilter.Person(desk.me().userId(), desk.me().name()),
        () ->
            desk.planning().colleagues().all().stream()
                .map(one -> new HistoryFilter.Person(one.userId(), one.name()))
                .toList(),
        () ->
            Stream.concat(
                    desk.applicants().all().stream().map(item -> item.applicant().position()),
                    desk.calling().team().history().positions())
                .filter(Objects::nonNull)
                .filter(position -> !position.isBlank())
                .distinct()
                .sorted()
                .toList());
  }

  /// Asks whether to end a colleague's call.
  private void askEnd(CallSnapshot call) {
    overlay.ask(
        words,
        new Overlay.Question(
            words.get("interview.end.title", call.callerName(), call.applicantName()),
            words.get("interview.end.text"),
            words.get("interview.end"),
            true),
        yes -> {
          if (yes) {
            desk.calling().interviewing().end(call);
          }
        });
  }

  /// Asks whom to ring.
  void newCall() {
    NewCallView made =
        new NewCallView(
            words,
            new NewCallView.Ways(
                this::find,
                desk.applicants()::lookFor,
                item -> {
                  leave();
                  desk.call(item);
                },
                this::obstacle,
                this::leave));
    choosing = made;
    overlay.show(made, this::leave);
    made.focusFirst();
  }

  private Optional<String> obstacle() {
    if (!desk.calls().online().get()) {
      return Optional.of(words.get("call.notNow.offline"));
    }
    return desk.calls().canCall() ? Optional.empty() : Optional.of(words.get("call.notNow.busy"));
  }

  private List<ApplicantItem> find(String typed) {
    String folded = Names.fold(typed.strip());
    return desk.applicants().all().stream()
        .filter(item -> !item.isArchived())
        .filter(item -> folded.isEmpty() || item.matches(folded))
        .limit(OFFERED)
        .toList();
  }

  private void leave() {
    choosing = null;
    overlay.hide();
  }

  /// Shows the calls of a filter.
  void show(HistoryFilter filter) {
    view.show(filter, HistoryOrder.NEWEST);
  }

  /// Whether the page is before the recruiter's eyes.
  void inSight(boolean shown) {
    desk.calling().team().show(shown);
    if (shown) {
      desk.planning().colleagues().refresh();
    }
  }

  /// Lets time go by.
  void tick() {
    NewCallView shown = choosing;
    if (shown != null) {
      shown.refresh();
    }
  }

  CallsView view() {
    return view;
  }

  @Override
  public void close() {
    view.close();
  }
}
