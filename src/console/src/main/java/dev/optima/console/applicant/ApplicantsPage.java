package dev.optima.console.applicant;

import dev.optima.console.chat.ThreadDoors;
import dev.optima.console.chat.ThreadView;
import dev.optima.console.chat.Threads;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.MeetingDoors;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The applicants and the room of one of them: list, thread, profile.
public final class ApplicantsPage extends BorderPane implements AutoCloseable {
  private static final double PROFILE_FITS = 1000;

  private final ApplicantsViewModel model;
  private final Threads threads;
  private final RoomHeaderView header;
  private final ApplicantListView list;
  private final ThreadView thread;
  private final ProfileView profile;
  private final RoomPane room;
  private final StackPane welcome;
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable ApplicantItem shown;

  /// What the page asks of the rest of the console.
  ///
  /// @param call rings the applicant
  /// @param create opens the form for a new applicant
  /// @param bring opens the import of a file
  /// @param invite makes a link for the applicant
  /// @param archive puts the applicant away, or back
  /// @param doors of the thread
  public record Actions(
      Consumer<ApplicantItem> call,
      Runnable create,
      Runnable bring,
      Consumer<ApplicantItem> invite,
      Consumer<ApplicantItem> archive,
      ThreadDoors doors) {}

  public ApplicantsPage(
      Words words,
      InstantSource clock,
      ApplicantsViewModel model,
      Threads threads,
      ProfileViewModel calls,
      Actions actions) {
    this.model = model;
    this.threads = threads;
    getStyleClass().add("page");
    Runnable call = () -> withShown(actions.call());
    MeetingDoors meetings = actions.doors().meetings();
    header =
        new RoomHeaderView(
            words,
            clock,
            new RoomHeaderView.Actions(
                call,
                actions.invite(),
                actions.archive(),
                item -> meetings.plan().accept(item.room()),
                item -> meetings.offer().accept(item.room())));
    list = new ApplicantListView(words, model, clock, actions.create(), actions.bring());
    thread = new ThreadView(words, clock, actions.doors().calling(call), false);
    profile = new ProfileView(words, clock, calls, meetings);
    room = new RoomPane(thread, profile);
    header.opens(room);
    welcome = new StackPane(Nodes.wrapped(words.get("applicants.choose"), "muted"));
    welcome.getStyleClass().add("empty");
    setTop(header);
    setLeft(list);
    widthProperty().addListener((_, _, now) -> room.setNarrow(now.doubleValue() < PROFILE_FITS));
    subscriptions.follow(model.selected(), this::show);
    subscriptions.follow(thread.reading(), model::watch);
  }

  private void show(@Nullable ApplicantItem item) {
    Nodes.present(header, item != null);
    if (item == null) {
      thread.leave();
      setCenter(welcome);
      return;
    }
    setCenter(room);
    header.show(item);
    boolean another = shown == null || !shown.id().equals(item.id());
    if (another || !item.applicant().equals(shown == null ? null : shown.applicant())) {
      profile.show(item);
    }
    thread.show(threads.of(item.room()), item.name());
    shown = item;
  }

  private void withShown(Consumer<ApplicantItem> action) {
    ApplicantItem item = model.selected().get();
    if (item != null) {
      action.accept(item);
    }
  }

  /// Whether the call button may be pressed.
  ///
  /// @param why why not, or null
  public void allowCall(@Nullable String why) {
    header.allowCall(why);
  }

  /// Whether the page is before the recruiter's eyes.
  public void watch(boolean now) {
    thread.watch(now);
  }

  public void tick(Instant now) {
    header.refresh(now);
    profile.tick(now);
  }

  public void focusSearch() {
    list.focusSearch();
  }

  public void focusComposer() {
    thread.focusComposer();
  }

  @Override
  public void close() {
    subscriptions.close();
    list.close();
    thread.close();
    profile.close();
  }
}
