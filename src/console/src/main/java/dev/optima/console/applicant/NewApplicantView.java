package dev.optima.console.applicant;

import dev.optima.console.applicant.NewApplicantViewModel.Field;
import dev.optima.console.applicant.NewApplicantViewModel.FieldProblem;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The form for a new applicant.
public final class NewApplicantView extends VBox implements AutoCloseable {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

  private final Words words;
  private final NewApplicantViewModel model;
  private final Subscriptions subscriptions = new Subscriptions();
  private final TextField name;
  private final TextField email;
  private final TextField phone;
  private final ComboBox<String> zone;

  public NewApplicantView(Words words, NewApplicantViewModel model, Runnable onCancel) {
    super(12);
    this.words = words;
    this.model = model;
    setId(Ids.DIALOG);
    setPrefWidth(460);
    name = field(Ids.NEW_NAME, model.name());
    email = field(Ids.NEW_EMAIL, model.email());
    phone = field(Ids.NEW_PHONE, model.phone());
    TextField position = field(Ids.NEW_POSITION, model.position());
    zone = zones();
    getChildren()
        .addAll(
            Nodes.label(words.get("applicant.new.title"), "heading"),
            labelled("applicant.name", name),
            labelled("applicant.email", email),
            pair(labelled("applicant.phone", phone), labelled("applicant.position", position)),
            pair(labelled("applicant.language", languages()), labelled("applicant.zone", zone)),
            problem(),
            buttons(onCancel));
  }

  private TextField field(String id, StringProperty value) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private ComboBox<String> languages() {
    ComboBox<String> languages = new ComboBox<>();
    languages.setId(Ids.NEW_LANGUAGE);
    languages.getItems().setAll("en", "tr");
    languages.setConverter(
        converter(tag -> words.get(tag.equals("tr") ? "language.tr" : "language.en")));
    languages.valueProperty().bindBidirectional(model.language());
    languages.setMaxWidth(Double.MAX_VALUE);
    return languages;
  }

  private ComboBox<String> zones() {
    ComboBox<String> zones = new ComboBox<>();
    zones.setId(Ids.NEW_ZONE);
    List<String> ids =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
            .sorted()
            .toList();
    zones.getItems().setAll(ids);
    zones.setVisibleRowCount(12);
    zones.setEditable(true);
    zones.getEditor().textProperty().bindBidirectional(model.timeZone());
    zones.setMaxWidth(Double.MAX_VALUE);
    return zones;
  }

  private static StringConverter<String> converter(UnaryOperator<String> shown) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable String tag) {
        return tag == null ? "" : shown.apply(tag);
      }

      @Override
      public String fromString(String text) {
        return text;
      }
    };
  }

  private Node labelled(String key, Control input) {
    Label label = Nodes.label(words.get(key), "small", "muted");
    label.setLabelFor(input);
    VBox box = new VBox(4, label, input);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private static Node pair(Node left, Node right) {
    return new HBox(12, left, right);
  }

  private Node problem() {
    Label text = Nodes.wrapped("", "problem", "small");
    text.setId(Ids.NEW_PROBLEM);
    subscriptions.follow(
        model.problem(),
        wrong -> {
          Nodes.present(text, wrong != null);
          text.setText(wrong == null ? "" : words.get(wrong.text()));
          mark(wrong);
        });
    return text;
  }

  private void mark(@Nullable FieldProblem wrong) {
    Field field = wrong == null ? Field.NONE : wrong.field();
    name.pseudoClassStateChanged(WRONG, field == Field.NAME);
    email.pseudoClassStateChanged(WRONG, field == Field.EMAIL);
    phone.pseudoClassStateChanged(WRONG, field == Field.PHONE);
    zone.pseudoClassStateChanged(WRONG, field == Field.TIME_ZONE);
    switch (field) {
      case NAME -> name.requestFocus();
      case EMAIL -> email.requestFocus();
      case PHONE -> phone.requestFocus();
      case TIME_ZONE -> zone.requestFocus();
      case NONE -> {}
    }
  }

  private Node buttons(Runnable onCancel) {
    Button create =
        Nodes.button(Ids.NEW_CREATE, words.get("applicant.create"), model::create, "accent");
    create.setDefaultButton(true);
    subscriptions.follow(model.busy(), create::setDisable);
    HBox buttons =
        new HBox(
            8,
            Nodes.spring(),
            Nodes.button(Ids.DIALOG_CANCEL, words.get("common.cancel"), onCancel),
            create);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    return buttons;
  }

  public void focusFirst() {
    name.requestFocus();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
