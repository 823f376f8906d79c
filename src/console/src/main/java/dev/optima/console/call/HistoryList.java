package dev.optima.console.call;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.ListPress;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.rest.CallRow;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// The rows of the history. Asks for more before the end is reached; when rows come or go above,
/// what is looked at stays where it is, and so does the selection.
final class HistoryList extends ListView<CallRow> implements AutoCloseable {
  private static final double ROW = 36;
  private static final int AHEAD = 15;

  private final CallHistoryViewModel model;
  private final CallsView.Actions actions;
  private final ObjectProperty<HistoryColumns> columns =
      new SimpleObjectProperty<>(HistoryColumns.ALL);
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable CallId chosen;

  HistoryList(
      Words words, CallHistoryViewModel model, InstantSource clock, CallsView.Actions actions) {
    super(model.rows());
    this.model = model;
    this.actions = actions;
    setId(Ids.CALLS_HISTORY);
    setAccessibleText(words.get("calls.history"));
    getStyleClass().addAll("plain-list", "call-list");
    setFixedCellSize(ROW);
    setPrefHeight(4 * ROW);
    setCellFactory(
        _ -> new HistoryCell(words, clock, actions, columns, widthProperty(), this::seen));
    setContextMenu(menu(words));
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    addEventHandler(KeyEvent.KEY_RELEASED, _ -> remember());
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    widthProperty().subscribe(width -> columns.set(HistoryColumns.in(width.doubleValue())));
    subscriptions.list(model.rows(), this::keep);
    subscriptions.onChange(model.filter(), _ -> scrollTo(0));
    subscriptions.onChange(model.order(), _ -> scrollTo(0));
  }

  private void seen(int index) {
    if (index >= getItems().size() - AHEAD) {
      model.more();
    }
  }

  private void clicked(MouseEvent event) {
    remember();
    if (event.getClickCount() == 2 && ListPress.isOnRow(event)) {
      with(row -> actions.details().accept(row.call()));
    }
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      with(row -> actions.details().accept(row.call()));
      event.consume();
    }
  }

  private void with(Consumer<CallRow> deed) {
    CallRow row = getSelectionModel().getSelectedItem();
    if (row != null) {
      deed.accept(row);
    }
  }

  private ContextMenu menu(Words words) {
    MenuItem back = new MenuItem();
    MenuItem details = new MenuItem(words.get("details.title"));
    MenuItem room = new MenuItem(words.get("calls.open"));
    back.setOnAction(_ -> with(row -> actions.callBack().accept(row.call().roomId())));
    details.setOnAction(_ -> with(row -> actions.details().accept(row.call())));
    room.setOnAction(_ -> with(row -> actions.open().accept(row.call().roomId())));
    ContextMenu menu = new ContextMenu(details, back, room);
    menu.setOnShowing(
        _ -> {
          CallRow row = getSelectionModel().getSelectedItem();
          menu.getItems().forEach(item -> item.setDisable(row == null));
          boolean again = row != null && !Outcomes.invitesCallBack(row.call());
          back.setText(words.get(again ? "calls.callAgain" : "call.callBack"));
        });
    return menu;
  }

  /// What the recruiter chose, not what the list slips to when rows change.
  private void remember() {
    CallRow row = getSelectionModel().getSelectedItem();
    chosen = row == null ? null : row.call().callId();
  }

  private void keep() {
    keepPlace();
    CallId wanted = chosen;
    if (wanted == null) {
      return;
    }
    for (int i = 0; i < getItems().size(); i++) {
      if (getItems().get(i).call().callId().equals(wanted)) {
        if (getSelectionModel().getSelectedIndex() != i) {
          getSelectionModel().clearAndSelect(i);
        }
        return;
      }
    }
    getSelectionModel().clearSelection();
  }

  private void keepPlace() {
    if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      IndexedCell<?> first = flow.getFirstVisibleCell();
      if (first != null && first.getItem() instanceof CallRow looked && isScrolled(first)) {
        keepPlace(flow, looked, first.getLayoutY());
      }
    }
  }

  private static boolean isScrolled(IndexedCell<?> first) {
    return first.getIndex() > 0 || first.getLayoutY() < -ROW / 2;
  }

  /// @param before where that row was
  private void keepPlace(VirtualFlow<?> flow, CallRow looked, double before) {
    int index = HistoryRows.indexOf(getItems(), looked);
    if (index < 0) {
      return;
    }
    layout();
    IndexedCell<?> now = flow.getFirstVisibleCell();
    if (now != null) {
      flow.scrollPixels(now.getLayoutY() + (index - now.getIndex()) * ROW - before);
    }
  }

  /// Which columns there is room for.
  ObjectProperty<HistoryColumns> columns() {
    return columns;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
