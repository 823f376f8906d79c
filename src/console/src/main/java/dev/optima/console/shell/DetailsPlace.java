package dev.optima.console.shell;

import dev.optima.console.call.CallDetailsView;
import dev.optima.console.call.CallDetailsViewModel;
import dev.optima.console.call.CallsView;
import dev.optima.console.chart.ChartExport;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Overlay;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Where a call is read: beside the page of calls if there is room, else over whatever is shown.
/// One at a time; whichever way it goes, it listens to nothing afterwards.
final class DetailsPlace implements AutoCloseable {
  private final Words words;
  private final Desk desk;
  private final Overlay overlay;
  private final Consumer<RoomId> room;
  private final Consumer<URI> open;
  private final ChartExport export;
  private @Nullable Shown shown;

  private record Shown(
      CallDetailsViewModel model, CallDetailsView view, @Nullable CallsView page) {}

  /// @param room opens a room
  /// @param open hands an address to the system
  DetailsPlace(Words words, Desk desk, Overlay overlay, Consumer<RoomId> room, Consumer<URI> open) {
    this.words = words;
    this.desk = desk;
    this.overlay = overlay;
    this.room = room;
    this.open = open;
    export = new ChartExport(words, desk.tasks(), desk.toasts());
  }

  /// Over whatever is shown.
  void show(CallSnapshot call) {
    Shown now = make(call, null);
    overlay.show(now.view(), this::leave);
    // a question may take the place over the page
    now.view()
        .sceneProperty()
        .subscribe(
            (before, scene) -> {
              if (before != null && scene == null) {
                release(now);
              }
            });
    begin(now);
  }

  /// Beside the page of calls.
  void showBeside(CallsView page, CallSnapshot call) {
    if (!page.hasRoomBeside()) {
      show(call);
      return;
    }
    Shown now = make(call, page);
    page.beside(now.view(), this::leave);
    begin(now);
  }

  private Shown make(CallSnapshot call, @Nullable CallsView page) {
    leave();
    CallDetailsViewModel model = desk.calling().details().of(call);
    var actions = new CallDetailsView.Actions(open, this::callBack, this::openRoom, this::leave);
    Shown now = new Shown(model, new CallDetailsView(words, model, export, actions), page);
    shown = now;
    return now;
  }

  private static void begin(Shown now) {
    now.view().focusFirst();
    now.model().load();
  }

  private void callBack(RoomId of) {
    leaveOverlay();
    desk.call(of);
  }

  private void openRoom(RoomId of) {
    leaveOverlay();
    room.accept(of);
  }

  /// What is beside a page is in nobody's way.
  private void leaveOverlay() {
    Shown now = shown;
    if (now != null && now.page() == null) {
      leave();
    }
  }

  private void leave() {
    Shown now = shown;
    if (now == null) {
      return;
    }
    release(now);
    if (now.page() != null) {
      now.page().besideGone();
    } else {
      overlay.hide();
    }
  }

  private void release(Shown gone) {
    if (shown == gone) {
      shown = null;
      gone.view().close();
      desk.calling().details().leave(gone.model());
    }
  }

  @Override
  public void close() {
    Shown now = shown;
    if (now != null) {
      release(now);
    }
  }
}
