package dev.optima.console.shell;

import dev.optima.console.applicant.ApplicantItem;
import dev.optima.console.applicant.ImportView;
import dev.optima.console.applicant.InvitationMailView;
import dev.optima.console.applicant.InvitationMailViewModel;
import dev.optima.console.applicant.InvitationView;
import dev.optima.console.applicant.NewApplicantView;
import dev.optima.console.applicant.NewApplicantViewModel;
import dev.optima.console.booking.BookingView;
import dev.optima.console.booking.BookingViewModel;
import dev.optima.console.call.Callee;
import dev.optima.console.chat.SearchView;
import dev.optima.console.chat.ThreadViewModel;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Overlay;
import dev.optima.console.toast.Toast;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.rest.Applicant;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The questions and forms that are shown over the pages.
final class ShellDialogs {
  private static final double SEARCH_WIDTH = 620;
  private static final double SEARCH_HEIGHT = 520;

  private final Words words;
  private final Desk desk;
  private final Overlay overlay;
  private final Supplier<List<Shortcut>> keys;
  private final SystemOpener opener;

  /// @param keys the keys of the window
  ShellDialogs(Words words, Desk desk, Overlay overlay, Supplier<List<Shortcut>> keys) {
    this.words = words;
    this.desk = desk;
    this.overlay = overlay;
    this.keys = keys;
    this.opener = new SystemOpener(desk.tasks(), this::tellNotOpened);
  }

  /// Opens something in the program that the system has for it.
  void open(URI target) {
    opener.open(target);
  }

  /// Asks whether to ring though it is early or late there.
  void askHours(@Nullable Callee callee) {
    if (callee == null) {
      return;
    }
    String there = words.formats().timeAt(desk.clock().instant(), callee.zone());
    overlay.ask(
        words,
        new Overlay.Question(
            words.get("hours.title", callee.name(), there),
            words.get("hours.text"),
            words.get("hours.call"),
            false),
        desk.calls()::answerHours);
  }

  /// Asks whether to share the whole screen.
  void askScreen(boolean asking) {
    if (asking) {
      overlay.ask(
          words,
          new Overlay.Question(
              words.get("share.title"), words.get("share.text"), words.get("share.yes"), false),
          desk.calls().stage()::answerScreen);
    }
  }

  /// Asks whether to end the call, since the window is to be closed.
  void askBeforeClosing(Runnable close) {
    overlay.ask(
        words,
        new Overlay.Question(
            words.get("closing.title"), words.get("closing.text"), words.get("closing.yes"), true),
        yes -> {
          if (yes) {
            desk.calls().end();
            close.run();
          }
        });
  }

  /// Says that no program took what was to be opened; whatever is open stays open.
  private void tellNotOpened() {
    desk.toasts().show(Toast.problem(Message.of("link.failed")));
  }

  /// Looks for words in all messages, and goes to the one that is chosen.
  ///
  /// @param open shows a room, and gives its thread
  void searchMessages(Function<RoomId, ThreadViewModel> open) {
    SearchView[] shown = new SearchView[1];
    Runnable leave =
        () -> {
          overlay.hide();
          shown[0].close();
        };
    SearchView view =
        new SearchView(
            words,
            desk.clock(),
            desk.threads().search(),
            true,
            hit -> {
              leave.run();
              open.apply(hit.entry().roomId()).jumpTo(hit.entry());
            });
    shown[0] = view;
    view.setPrefSize(SEARCH_WIDTH, SEARCH_HEIGHT);
    overlay.show(view, leave);
    view.focusField();
  }

  /// Shows the keys of the window.
  void shortcuts() {
    ShortcutsView view = new ShortcutsView(words, keys.get(), overlay::hide);
    overlay.show(view, overlay::hide);
    view.focusFirst();
  }

  void newApplicant() {
    NewApplicantViewModel model = desk.people().newApplicant(words.texts().language());
    NewApplicantView form = new NewApplicantView(words, model, overlay::hide);
    model.created().addListener((_, _, made) -> created(model, made));
    overlay.show(form, overlay::hide);
    form.focusFirst();
  }

  void importApplicants() {
    ImportView view =
        new ImportView(words, desk.people().importing(words.texts().language()), overlay::hide);
    overlay.show(view, overlay::hide);
    view.focusFirst();
  }

  /// Lets the applicant of a room pick the time of an interview.
  void offerTimes(RoomId room) {
    desk.applicants().find(room.applicant()).map(ApplicantItem::applicant).ifPresent(this::offer);
  }

  private void offer(Applicant applicant) {
    BookingViewModel model = desk.planning().booking(applicant, words.get("booking.title.fresh"));
    BookingView[] shown = new BookingView[1];
    Runnable leave =
        () -> {
          overlay.hide();
          shown[0].close();
        };
    BookingView view = new BookingView(words, desk.clock(), model, leave);
    shown[0] = view;
    overlay.show(view, leave);
    view.focusFirst();
    model.load();
  }

  /// Shows the invitation as a mail; back leads to the link that was made.
  private void inviteByMail(Applicant applicant, Runnable back) {
    InvitationMailViewModel model = desk.people().invitationMail(applicant);
    InvitationMailView view = new InvitationMailView(words, model, applicant.name(), back);
    overlay.show(view, overlay::hide);
    model.load();
  }

  private void created(NewApplicantViewModel model, @Nullable Applicant made) {
    if (made != null) {
      desk.applicants().created(made);
      showInvitation(model, made.name());
    }
  }

  void invite(ApplicantItem item) {
    NewApplicantViewModel model = desk.people().newApplicant(words.texts().language());
    showInvitation(model, item.name());
    model.inviteExisting(item.applicant());
  }

  private void showInvitation(NewApplicantViewModel model, String name) {
    InvitationView view =
        new InvitationView(
            words,
            model,
            name,
            overlay::hide,
            applicant -> inviteByMail(applicant, () -> showInvitation(model, name)));
    overlay.show(view, overlay::hide);
  }
}
