package dev.optima.console.schedule;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.protocol.rest.Applicant;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;

/// Where the applicant's name is typed; who may be meant is offered below it.
final class ApplicantField extends TextField implements AutoCloseable {
  private final ApplicantSearch search;
  private final ContextMenu menu = new ContextMenu();
  private final Subscriptions subscriptions = new Subscriptions();

  ApplicantField(Words words, ApplicantSearch search) {
    this.search = search;
    setId(Ids.PLAN_APPLICANT);
    setPromptText(words.get("plan.applicant.prompt"));
    textProperty().bindBidirectional(search.text());
    subscriptions.list(search.found(), this::offer);
    subscriptions.onChange(focusedProperty(), _ -> menu.hide());
  }

  private void offer() {
    menu.getItems().setAll(search.found().stream().map(this::item).toList());
    if (menu.getItems().isEmpty() || !isFocused()) {
      menu.hide();
    } else if (!menu.isShowing()) {
      menu.show(this, Side.BOTTOM, 0, 0);
    }
  }

  private MenuItem item(Applicant applicant) {
    MenuItem item = new MenuItem(ApplicantSearch.shown(applicant));
    item.setMnemonicParsing(false);
    item.setOnAction(
        _ -> {
          search.choose(applicant);
          end();
        });
    return item;
  }

  @Override
  public void close() {
    textProperty().unbindBidirectional(search.text());
    menu.hide();
    subscriptions.close();
  }
}
