package dev.optima.console.call;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.meeting.Colleagues;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.Meeting;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// The colleagues who may be asked into the call; those who are in it are shown as such.
public final class InviteMenu {
  private final Words words;
  private final CallViewModel calls;
  private final Colleagues colleagues;
  private final Interviewing interviewing;

  public InviteMenu(
      Words words, CallViewModel calls, Colleagues colleagues, Interviewing interviewing) {
    this.words = words;
    this.calls = calls;
    this.colleagues = colleagues;
    this.interviewing = interviewing;
  }

  /// Shows it above a node, and goes along with the team while it is open.
  void show(Node above) {
    ContextMenu menu = new ContextMenu();
    ListChangeListener<Meeting.Interviewer> fill = _ -> menu.getItems().setAll(items());
    colleagues.all().addListener(fill);
    menu.setOnHidden(_ -> colleagues.all().removeListener(fill));
    menu.getItems().setAll(items());
    colleagues.refresh();
    menu.show(above, Side.TOP, 0, 0);
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    for (Meeting.Interviewer one : colleagues.all()) {
      if (!one.userId().equals(colleagues.me().userId())) {
        items.add(item(one));
      }
    }
    if (items.isEmpty()) {
      MenuItem none = new MenuItem(words.get("interview.nobody"));
      none.setDisable(true);
      items.add(none);
    }
    return items;
  }

  private MenuItem item(Meeting.Interviewer one) {
    boolean there = isIn(one.userId());
    MenuItem item = new MenuItem(there ? words.get("interview.isIn", one.name()) : one.name());
    item.setId(Ids.INVITE_COLLEAGUE + one.userId());
    item.setMnemonicParsing(false);
    item.setDisable(there);
    item.setOnAction(_ -> interviewing.invite(one.userId(), one.name()));
    return item;
  }

  private boolean isIn(UserId who) {
    return calls.phase().get().snapshot().map(CallSnapshot::participants).stream()
        .flatMap(List::stream)
        .anyMatch(person -> person.userId().equals(who) && person.leftAt() == null);
  }
}
