package dev.optima.console.settings;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// When and how the recruiter is told of something.
final class AlertsView extends VBox {
  private static final double LABELS = 220;
  private static final LocalTime EVENING = LocalTime.of(19, 0);

  private final Words words;
  private final SettingsViewModel model;

  AlertsView(Words words, SettingsViewModel model) {
    super(4);
    this.words = words;
    this.model = model;
    getStyleClass().add("card");
    getChildren()
        .addAll(
            Nodes.label(words.get("alerts.title"), "heading"),
            row("alerts.desktop", desktop()),
            row("alerts.quiet", quiet()),
            row("settings.sounds", sounds()),
            row("alerts.volumes", volumes()));
  }

  private AlertSettings now() {
    return model.now().alerts();
  }

  private Node desktop() {
    CheckBox desktop = box(Ids.ALERTS_DESKTOP, "alerts.desktop.text", now().desktop());
    desktop.setOnAction(_ -> model.alerts(now().withDesktop(desktop.isSelected())));
    CheckBox hide = box(Ids.ALERTS_HIDE, "alerts.hide.text", now().hideContents());
    hide.setOnAction(_ -> model.alerts(now().withHideContents(hide.isSelected())));
    return new VBox(8, desktop, hide);
  }

  private CheckBox box(String id, String key, boolean on) {
    CheckBox box = new CheckBox(words.get(key));
    box.setId(id);
    box.setSelected(on);
    return box;
  }

  private Node quiet() {
    CheckBox on = box(Ids.ALERTS_QUIET, "alerts.quiet.text", now().quietFrom() != null);
    ComboBox<LocalTime> from = times(now().quietFrom() == null ? EVENING : now().quietFrom());
    ComboBox<LocalTime> to = times(now().quietTo());
    Runnable take =
        () -> {
          boolean set = on.isSelected();
          from.setDisable(!set);
          to.setDisable(!set);
          model.alerts(now().withQuiet(set ? from.getValue() : null, to.getValue()));
        };
    from.setDisable(!on.isSelected());
    to.setDisable(!on.isSelected());
    on.setOnAction(_ -> take.run());
    from.setOnAction(_ -> take.run());
    to.setOnAction(_ -> take.run());
    HBox row = new HBox(8, on, from, Nodes.label("–"), to);
    row.getStyleClass().add("aligned");
    return row;
  }

  private static ComboBox<LocalTime> times(LocalTime chosen) {
    ComboBox<LocalTime> times = new ComboBox<>();
    List<LocalTime> halves =
        IntStream.range(0, 48).mapToObj(half -> LocalTime.of(half / 2, half % 2 * 30)).toList();
    times.getItems().setAll(halves);
    times.setValue(chosen);
    times.setVisibleRowCount(10);
    return times;
  }

  private Node sounds() {
    CheckBox sounds = box(Ids.SETTINGS_SOUNDS, "settings.sounds.text", model.now().sounds());
    sounds.setOnAction(_ -> model.sounds(sounds.isSelected()));
    return sounds;
  }

  private Node volumes() {
    GridPane grid = new GridPane(12, 6);
    int row = 0;
    for (AlertKind kind : AlertKind.values()) {
      Slider slider = new Slider(0, 100, now().volume(kind));
      slider.setId(Ids.ALERTS_VOLUME + kind);
      slider.setBlockIncrement(10);
      slider.setAccessibleText(words.get(word(kind)));
      slider.valueChangingProperty().addListener((_, _, changing) -> set(kind, slider, changing));
      slider.valueProperty().addListener((_, _, _) -> set(kind, slider, slider.isValueChanging()));
      grid.add(Nodes.label(words.get(word(kind))), 0, row);
      grid.add(slider, 1, row);
      grid.add(
          Nodes.button(
              Ids.ALERTS_TRY + kind,
              words.get("alerts.try"),
              () -> model.hear(kind),
              "flat",
              "small"),
          2,
          row++);
    }
    return grid;
  }

  private void set(AlertKind kind, Slider slider, boolean changing) {
    int volume = (int) Math.round(slider.getValue());
    if (!changing && volume != now().volume(kind)) {
      model.alerts(now().withVolume(kind, volume));
    }
  }

  private static String word(AlertKind kind) {
    return switch (kind) {
      case MESSAGE -> "alerts.kind.message";
      case CALL_ME -> "alerts.kind.callMe";
      case ANSWERED -> "alerts.kind.answered";
      case MISSED_CALL -> "alerts.kind.missed";
      case CALL_ENDED -> "alerts.kind.ended";
      case LINE_FREE -> "alerts.kind.free";
      case REMINDER -> "alerts.kind.reminder";
    };
  }

  private HBox row(String key, Node value) {
    Label label = Nodes.label(words.get(key), "muted");
    label.setMinWidth(LABELS);
    label.setLabelFor(value);
    HBox row = new HBox(12, label, value);
    row.getStyleClass().add("settings-row");
    return row;
  }
}
