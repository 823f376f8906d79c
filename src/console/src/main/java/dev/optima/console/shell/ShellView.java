package dev.optima.console.shell;

import dev.optima.console.applicant.ApplicantItem;
import dev.optima.console.applicant.ApplicantsPage;
import dev.optima.console.call.HistoryFilter;
import dev.optima.console.call.NoticeView;
import dev.optima.console.chat.ThreadDoors;
import dev.optima.console.devices.DevicePlace;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Overlay;
import dev.optima.console.settings.AuditViewModel;
import dev.optima.console.settings.MailSettingsViewModel;
import dev.optima.console.settings.SettingsView;
import dev.optima.console.settings.SettingsViewModel;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The window's content once somebody is signed in: navigation, the bars, one page, and over it the
/// ringing card, notices and dialogs.
public final class ShellView extends StackPane implements AutoCloseable {
  private final Words words;
  private final Desk desk;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.APPLICANTS);
  private final BooleanProperty focused = new SimpleBooleanProperty(true);
  private final Overlay overlay = new Overlay();
  private final ShellDialogs dialogs;
  private final StackPane host = new StackPane();
  private final SettingsViewModel settingsModel;
  private final ApplicantsPage applicants;
  private final CallsPlaces calls;
  private final DetailsPlace details;
  private final MeetingPlaces meetings;
  private final InsightPlace insights;
  private final SettingsView settings;
  private final LivePage call;
  private final CallPlace place;
  private final LinkPlace links;
  private final DeviceDialog devices;
  private final List<Shortcut> shortcuts;
  private final Subscriptions subscriptions = new Subscriptions();

  /// What the shell shows of the call.
  ///
  /// @param picture the node of the page of the call
  /// @param choice which form a call would have now
  /// @param checks where camera and microphone are checked
  public record Surface(
      ObservableValue<? extends @Nullable Node> picture,
      Supplier<SurfaceChoice> choice,
      DevicePlace checks) {}

  public ShellView(Words words, Desk desk, SettingsViewModel settingsModel, Surface surface) {
    this.words = words;
    this.desk = desk;
    this.settingsModel = settingsModel;
    dialogs = new ShellDialogs(words, desk, overlay, this::shortcuts);
    setId(Ids.SHELL);
    details = new DetailsPlace(words, desk, overlay, this::openRoom, dialogs::open);
    meetings = new MeetingPlaces(words, desk, overlay, page, this::openRoom, dialogs::offerTimes);
    applicants =
        new ApplicantsPage(
            words,
            desk.clock(),
            desk.applicants(),
            desk.threads(),
            desk.people().profile(),
            new ApplicantsPage.Actions(
                desk::call,
                dialogs::newApplicant,
                dialogs::importApplicants,
                dialogs::invite,
                desk.people().archive()::toggle,
                doors()));
    insights = new InsightPlace(words, desk, overlay, this::showCalls, meetings.doors().show());
    calls =
        new CallsPlaces(
            words,
            desk,
            overlay,
            new CallsPlaces.Leads(
                this::openRoom,
                this::backTo,
                details,
                meetings.doors(),
                insights::meetings,
                dialogs::open));
    settings = new SettingsView(words, settingsModel, desk.clock(), surface.choice());
    call = new LivePage(words, desk, doors(), surface.picture());
    Knocks knocks = new Knocks(words, desk);
    place = new CallPlace(desk.calls(), call.view(), page, knocks::view, dialogs::open);
    devices = new DeviceDialog(words, desk, overlay, surface.checks(), settingsModel);
    links = new LinkPlace(words, desk, overlay, linkWays());
    shortcuts = Shortcut.of(this, desk);
    desk.palette().among(new PaletteItems(words, desk, this, settingsModel)::all);
    getChildren().addAll(frame().layers());
    follow();
  }

  private ShellFrame frame() {
    ShellFrame frame =
        new ShellFrame(
            words,
            desk,
            page,
            host,
            overlay,
            place,
            new NoticeView.Actions(desk::call, this::openRoom, place::back));
    subscriptions.add(frame::close);
    return frame;
  }

  private void follow() {
    subscriptions.follow(page, this::show);
    subscriptions.update(
        () -> applicants.allowCall(obstacle()), desk.calls().phase(), desk.calls().online());
    subscriptions.onChange(desk.calls().hoursQuestion(), dialogs::askHours);
    subscriptions.onChange(desk.calls().stage().askingScreen(), dialogs::askScreen);
    subscriptions.update(this::watch, page, focused);
    place.follow(subscriptions);
  }

  private ThreadDoors doors() {
    return new ThreadDoors(
        () -> {},
        this::backTo,
        (question, answer) -> overlay.ask(words, question, answer),
        dialogs::open,
        meetings.doors(),
        details::show);
  }

  private LinkPlace.Ways linkWays() {
    return new LinkPlace.Ways(
        applicant -> {
          desk.applicants().changed(applicant);
          openRoom(applicant.roomId());
        },
        () -> page.set(Page.CALLS),
        place::back,
        this::backTo,
        call -> details.showBeside(calls.view(), call));
  }

  private void show(Page next) {
    Node node =
        switch (next) {
          case TODAY -> meetings.today();
          case CALENDAR -> meetings.calendar();
          case APPLICANTS -> applicants;
          case CALLS -> calls.view();
          case INSIGHTS -> insights.view();
          case SETTINGS -> settings;
          case CALL -> call.view();
        };
    if (next == Page.SETTINGS) {
      settingsModel.askVersion();
      settingsModel.calendar().load();
      settingsModel.providers().load();
      settingsModel.mail().ifPresent(MailSettingsViewModel::load);
      settingsModel.audit().ifPresent(AuditViewModel::load);
    }
    calls.inSight(next == Page.CALLS);
    meetings.inSight(next);
    insights.inSight(next);
    host.getChildren().setAll(node);
  }

  private @Nullable String obstacle() {
    if (!desk.calls().online().get()) {
      return words.get("call.notNow.offline");
    }
    return desk.calls().canCall() ? null : words.get("call.notNow.busy");
  }

  private void watch() {
    applicants.watch(page.get() == Page.APPLICANTS && focused.get());
  }

  /// Opens the room of the applicant of this room.
  void openRoom(RoomId room) {
    desk.applicants().choose(room.applicant());
    page.set(Page.APPLICANTS);
    applicants.focusComposer();
  }

  /// Shows the calls of a filter.
  void showCalls(HistoryFilter filter) {
    page.set(Page.CALLS);
    calls.show(filter);
  }

  private void backTo(CallSnapshot snapshot) {
    place.backTo(snapshot);
  }

  /// Where news belong.
  NewsPlace news() {
    return new NewsPlace(page, desk.applicants().selected()::get, this::openRoom);
  }

  /// Rings the applicant whose room is open.
  void callShown() {
    ApplicantItem open = desk.applicants().selected().get();
    if (open != null && page.get() == Page.APPLICANTS) {
      desk.call(open);
    }
  }

  /// The check of camera and microphone.
  DeviceDialog devices() {
    return devices;
  }

  /// Where links lead.
  LinkPlace links() {
    return links;
  }

  ShellDialogs dialogs() {
    return dialogs;
  }

  MeetingPlaces meetings() {
    return meetings;
  }

  /// The keys of the window.
  List<Shortcut> shortcuts() {
    return shortcuts;
  }

  /// Asks whether to end the call, since the window is to be closed.
  ///
  /// @param close closes the window
  public void askBeforeClosing(Runnable close) {
    dialogs.askBeforeClosing(close);
  }

  /// Whether closing the window would cut a call or a ring.
  public boolean hasCall() {
    return desk.calls().phase().get().snapshot().isPresent();
  }

  public void tick(Instant now) {
    applicants.tick(now);
    calls.tick();
  }

  public ObjectProperty<Page> page() {
    return page;
  }

  /// Whether the window has the focus: what is read counts as read only then.
  public BooleanProperty focused() {
    return focused;
  }

  /// Puts the cursor into the search for applicants.
  public void search() {
    page.set(Page.APPLICANTS);
    applicants.focusSearch();
  }

  /// Looks for words in all messages.
  public void searchMessages() {
    dialogs.searchMessages(
        room -> {
          openRoom(room);
          return desk.threads().of(room);
        });
  }

  @Override
  public void close() {
    subscriptions.close();
    place.close();
    devices.close();
    applicants.close();
    calls.close();
    meetings.close();
    insights.close();
    settings.close();
    call.close();
  }
}
