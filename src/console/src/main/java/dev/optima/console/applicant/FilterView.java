package dev.optima.console.applicant;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Stages;
import dev.optima.protocol.rest.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// What the list of applicants is narrowed to: not read, some stages, archived.
final class FilterView extends HBox implements AutoCloseable {
  private final Words words;
  private final ApplicantsViewModel model;
  private final ToggleButton unread;
  private final ToggleButton archived;
  private final MenuButton stages = new MenuButton();
  private final List<CheckMenuItem> choices = new ArrayList<>();
  private final Subscriptions subscriptions = new Subscriptions();

  FilterView(Words words, ApplicantsViewModel model) {
    super(6);
    this.words = words;
    this.model = model;
    getStyleClass().add("filter-row");
    unread = toggle(Ids.FILTER_UNREAD, "applicants.filter.unread");
    unread.setOnAction(_ -> set(now().withUnread(unread.isSelected())));
    archived = toggle(Ids.FILTER_ARCHIVED, "applicants.filter.archived");
    archived.setOnAction(_ -> set(now().withArchived(archived.isSelected())));
    stages.setId(Ids.FILTER_STAGE);
    stages.getStyleClass().addAll("filter-chip", "filter-menu");
    for (Stage stage : Stage.values()) {
      CheckMenuItem choice = new CheckMenuItem(words.get(Stages.word(stage)));
      choice.setOnAction(_ -> set(now().with(stage, choice.isSelected())));
      choices.add(choice);
    }
    MenuItem clear = new MenuItem(words.get("applicants.filter.clear"));
    clear.setOnAction(_ -> set(now().withStages(Set.of())));
    stages.getItems().addAll(choices);
    stages.getItems().addAll(new SeparatorMenuItem(), clear);
    getChildren().addAll(unread, stages, archived);
    subscriptions.follow(model.filter(), this::show);
  }

  private ToggleButton toggle(String id, String key) {
    ToggleButton toggle = new ToggleButton(words.get(key));
    toggle.setId(id);
    toggle.getStyleClass().add("filter-chip");
    return toggle;
  }

  private ApplicantFilter now() {
    return model.filter().get();
  }

  private void set(ApplicantFilter next) {
    model.filter().set(next);
  }

  private void show(ApplicantFilter filter) {
    unread.setSelected(filter.unread());
    archived.setSelected(filter.archived());
    Stage[] all = Stage.values();
    for (int i = 0; i < all.length; i++) {
      choices.get(i).setSelected(filter.stages().contains(all[i]));
    }
    int count = filter.stages().size();
    stages.setText(
        switch (count) {
          case 0 -> words.get("applicants.filter.stage");
          case 1 -> words.get(Stages.word(filter.stages().iterator().next()));
          default -> words.get("applicants.filter.stages", count);
        });
    stages.getStyleClass().remove("on");
    if (count > 0) {
      stages.getStyleClass().add("on");
    }
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
