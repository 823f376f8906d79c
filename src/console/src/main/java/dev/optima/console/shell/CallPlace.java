package dev.optima.console.shell;

import dev.optima.console.call.CallPhase;
import dev.optima.console.call.CallView;
import dev.optima.console.call.CallViewModel;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.today.KnocksView;
import dev.optima.protocol.message.CallSnapshot;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// Where a live call is shown: on its page, in a window of its own, or behind another page with a
/// way back. A call that begins is brought to the front once; a page chosen during it stays. After
/// it one is where one was.
final class CallPlace implements AutoCloseable {
  private final CallViewModel calls;
  private final CallView view;
  private final ObjectProperty<Page> page;
  private final Consumer<URI> links;
  private final CallWindow window;
  private final ReadOnlyBooleanWrapper hidden = new ReadOnlyBooleanWrapper();
  private Page before = Page.APPLICANTS;
  private boolean wasLive;

  /// @param knocks makes the lines of those who wait to be let in, for a window of its own
  /// @param links opens a link in the system's browser
  CallPlace(
      CallViewModel calls,
      CallView view,
      ObjectProperty<Page> page,
      Supplier<KnocksView> knocks,
      Consumer<URI> links) {
    this.calls = calls;
    this.links = links;
    this.view = view;
    this.page = page;
    window = new CallWindow(view, () -> page.set(Page.CALL), this::leavePage, knocks);
    wasLive = isLive();
  }

  /// Goes along with the call from now on.
  void follow(Subscriptions subscriptions) {
    subscriptions.follow(page, this::remember);
    subscriptions.onChange(calls.phase(), this::on);
    subscriptions.onChange(calls.stage().askedLink(), this::openLink);
    subscriptions.onChange(view.poppedOut(), window::popOut);
    subscriptions.update(
        () -> hidden.set(isLive() && page.get() != Page.CALL && !window.isOpen()),
        page,
        calls.phase(),
        view.poppedOut());
  }

  private void on(CallPhase phase) {
    if (phase instanceof CallPhase.Live && page.get() != Page.CALL && !window.isOpen()) {
      if (!wasLive) {
        page.set(Page.CALL);
      }
    } else if (phase instanceof CallPhase.Idle) {
      window.close();
      view.sideShown().set(false);
      leavePage();
    }
    wasLive = phase instanceof CallPhase.Live;
  }

  private void remember(Page now) {
    if (now != Page.CALL) {
      before = now;
    }
  }

  private void openLink(@Nullable URI link) {
    if (link != null) {
      calls.stage().linkTaken();
      links.accept(link);
    }
  }

  private void leavePage() {
    if (page.get() == Page.CALL) {
      page.set(before);
    }
  }

  private boolean isLive() {
    return calls.phase().get() instanceof CallPhase.Live;
  }

  /// Whether a live call is behind another page.
  ReadOnlyBooleanProperty hidden() {
    return hidden.getReadOnlyProperty();
  }

  /// Leads back into the call, live or to be returned to.
  void back() {
    if (window.isOpen()) {
      window.toFront();
    } else if (isLive()) {
      page.set(Page.CALL);
    } else {
      CallSnapshot offered = calls.returnable().get();
      if (offered != null) {
        backTo(offered);
      }
    }
  }

  /// Leads back into this call.
  void backTo(CallSnapshot snapshot) {
    if (!isLive()) {
      calls.rejoin(snapshot);
    }
    back();
  }

  @Override
  public void close() {
    window.close();
  }
}
