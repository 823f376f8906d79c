package dev.optima.console.applicant;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Stages;
import dev.optima.protocol.rest.Stage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The fields of a profile, edited where they stand.
final class ProfileFieldsView extends VBox implements AutoCloseable {
  /// A field that is edited stands in by this: so do the values beside it.
  private static final double VALUES = 6;

  private final Words words;
  private final List<InlineField> fields;
  private final StageMenu stage;
  private final FieldHint stageHint;
  private final MenuButton language = new MenuButton();
  private final FieldHint languageHint;
  private final Label localTime = Nodes.label("", "muted");
  private final Subscriptions subscriptions = new Subscriptions();
  private @Nullable ProfileEdit edit;

  ProfileFieldsView(Words words) {
    this.words = words;
    fields =
        List.of(
            new InlineField(words, ProfileField.NAME, "profile.name"),
            new InlineField(words, ProfileField.POSITION, "profile.position"),
            new InlineField(words, ProfileField.EMAIL, "profile.email"),
            new InlineField(words, ProfileField.PHONE, "profile.phone"),
            new InlineField(words, ProfileField.TIME_ZONE, "profile.zone"));
    stage = new StageMenu(words, chosen -> choose(ProfileField.STAGE, chosen.name()));
    stageHint =
        new FieldHint(
            words, ProfileField.STAGE, name -> words.get(Stages.word(Stage.valueOf(name))));
    languageHint = new FieldHint(words, ProfileField.LANGUAGE, this::languageName);
    localTime.setId(Ids.PROFILE_TIME);
    getChildren().addAll(fields);
    getChildren()
        .addAll(
            row("profile.localTime", localTime, null),
            row("profile.language", languages(), languageHint),
            row("profile.stage", stage, stageHint));
  }

  private MenuButton languages() {
    language.setId(Ids.PROFILE_LANGUAGE);
    language.getStyleClass().add("inline-menu");
    for (String tag : List.of("en", "tr")) {
      MenuItem item = new MenuItem(languageName(tag));
      item.setOnAction(_ -> choose(ProfileField.LANGUAGE, tag));
      language.getItems().add(item);
    }
    return language;
  }

  private VBox row(String key, Node value, @Nullable FieldHint hint) {
    Label label = Nodes.label(words.get(key), "muted");
    label.setMinWidth(InlineField.LABELS);
    label.setLabelFor(value);
    HBox line = new HBox(4, label, value);
    HBox.setMargin(value, new Insets(0, 0, 0, value == language ? 0 : VALUES));
    line.getStyleClass().add("profile-line");
    VBox row = new VBox(line);
    if (hint != null) {
      row.getChildren().add(hint);
    }
    row.getStyleClass().add("profile-row");
    return row;
  }

  private void choose(ProfileField field, String value) {
    if (edit != null) {
      edit.choose(field, value);
    }
  }

  void show(ProfileEdit next) {
    if (edit == next) {
      return;
    }
    subscriptions.close();
    edit = next;
    fields.forEach(field -> field.show(next));
    FieldEdit stages = next.field(ProfileField.STAGE);
    subscriptions.follow(stages.text(), name -> stage.show(Stage.valueOf(name)));
    subscriptions.follow(stages.state(), state -> stageHint.show(next, state));
    FieldEdit languages = next.field(ProfileField.LANGUAGE);
    subscriptions.follow(languages.text(), tag -> language.setText(languageName(tag)));
    subscriptions.follow(languages.state(), state -> languageHint.show(next, state));
  }

  /// Lets the time there go by.
  void tick(Instant now) {
    if (edit == null) {
      return;
    }
    try {
      String zone = edit.applicant().timeZone();
      localTime.setText(
          words.formats().timeAt(now, ZoneId.of(zone)) + " · " + words.formats().city(zone));
    } catch (DateTimeException e) {
      localTime.setText(words.get("profile.zone.unknown"));
    }
  }

  private String languageName(String tag) {
    Locale locale = words.texts().locale();
    String name = Locale.forLanguageTag(tag).getDisplayLanguage(locale);
    return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  @Override
  public void close() {
    subscriptions.close();
    fields.forEach(InlineField::close);
    edit = null;
  }
}
