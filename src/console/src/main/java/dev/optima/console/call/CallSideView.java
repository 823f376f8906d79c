package dev.optima.console.call;

import dev.optima.console.chat.ThreadView;
import dev.optima.console.chat.Threads;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.CallSnapshot;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Beside the picture: the room's thread, or the applicant's profile.
public final class CallSideView extends BorderPane implements AutoCloseable {
  private final Parts parts;
  private final Button chatTab;
  private final Button profileTab;
  private @Nullable CallSnapshot call;
  private boolean chat = true;
  private boolean active;

  /// What is shown there.
  ///
  /// @param profile a node that shows a profile; it is told whose by `showProfile`
  public record Parts(
      ThreadView thread, Threads threads, Node profile, Consumer<RoomId> showProfile) {}

  CallSideView(Words words, Parts parts) {
    this.parts = parts;
    setId(Ids.CALL_SIDE);
    getStyleClass().add("call-side");
    chatTab = Nodes.button(Ids.SIDE_CHAT, words.get("side.chat"), () -> select(true), "side-tab");
    profileTab =
        Nodes.button(Ids.SIDE_PROFILE, words.get("side.profile"), () -> select(false), "side-tab");
    HBox tabs = new HBox(16, chatTab, profileTab);
    tabs.getStyleClass().add("side-tabs");
    setTop(tabs);
    select(true);
  }

  private void select(boolean toChat) {
    chat = toChat;
    chatTab.getStyleClass().remove("on");
    profileTab.getStyleClass().remove("on");
    (toChat ? chatTab : profileTab).getStyleClass().add("on");
    setCenter(toChat ? parts.thread() : parts.profile());
    refresh();
  }

  void show(CallSnapshot now) {
    call = now;
    refresh();
  }

  /// Whether it is before the recruiter's eyes.
  void active(boolean now) {
    active = now;
    refresh();
  }

  private void refresh() {
    if (call == null || !active || !chat) {
      parts.thread().leave();
    } else {
      parts.thread().show(parts.threads().of(call.roomId()), call.applicantName());
      parts.thread().watch(true);
    }
    if (call != null && active && !chat) {
      parts.showProfile().accept(call.roomId());
    }
  }

  @Override
  public void close() {
    parts.thread().close();
  }
}
