package dev.optima.console.schedule;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.InterviewersField;
import dev.optima.console.schedule.PlanViewModel.Field;
import dev.optima.console.schedule.PlanViewModel.FieldProblem;
import dev.optima.protocol.rest.MeetingCheck;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The form of an interview. Ctrl+Enter saves from anywhere in it.
final class PlanView extends VBox implements AutoCloseable {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
  private static final double WIDTH = 500;
  private static final double LABELS = 92;

  /// What is left of the description in a low window that has more to say.
  private static final double ONE_LINE = 32;

  private final Words words;
  private final PlanViewModel model;
  private final PlanForm form;
  private final @Nullable ApplicantField applicant;
  private final TextField title = new TextField();
  private final WhenField when;
  private final InterviewersField interviewers;
  private final Label hint = Nodes.wrapped("", "small", "muted");
  private final Label night = Nodes.wrapped("", "small", "warning");
  private final ClashBox clash;
  private final Label problem = Nodes.wrapped("", "problem", "small");
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param onPreview shows the mail
  PlanView(Words words, PlanViewModel model, Runnable onPreview, Runnable onCancel) {
    super(10);
    this.words = words;
    this.model = model;
    form = model.form();
    setId(Ids.DIALOG);
    setPrefWidth(WIDTH);
    getStyleClass().add("plan");
    applicant = model.isChange() ? null : new ApplicantField(words, model.search());
    when = new WhenField(words, form);
    interviewers = new InterviewersField(words, form.interviewers(), model.team());
    clash = new ClashBox(words, this::takeNextFree);
    clash.reason().textProperty().bindBidirectional(form.reason());
    title.setId(Ids.PLAN_TITLE);
    title.textProperty().bindBidirectional(form.title());
    build(onPreview, onCancel);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    subscriptions.update(
        this::showHint, model.invitee(), model.check(), form.date(), form.time(), form.minutes());
    subscriptions.follow(model.problem(), this::show);
  }

  private void build(Runnable onPreview, Runnable onCancel) {
    hint.setId(Ids.PLAN_HINT);
    night.setId(Ids.PLAN_NIGHT);
    problem.setId(Ids.PLAN_PROBLEM);
    getChildren()
        .addAll(
            head(onCancel),
            row("plan.applicant", applicantNode()),
            row("plan.title", title),
            row("plan.when", when),
            row(null, new VBox(2, hint, night)),
            row("schedule.interviewers", interviewers),
            row("schedule.description", description()),
            video(),
            row(null, choices()),
            clash,
            problem,
            buttons(onPreview, onCancel));
  }

  private Node head(Runnable onCancel) {
    HBox head =
        new HBox(
            Nodes.label(words.get(model.isChange() ? "plan.head.change" : "plan.head"), "heading"),
            Nodes.spring(),
            Nodes.iconButton(Ids.PLAN_CLOSE, Feather.X, words.get("common.close"), onCancel));
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private Node applicantNode() {
    if (applicant != null) {
      return applicant;
    }
    Invitee who = model.invitee().get();
    Label name = Nodes.wrapped(who == null ? "" : who.name(), "name", "plan-label");
    name.setId(Ids.PLAN_APPLICANT);
    return name;
  }

  private Node row(@Nullable String key, Node input) {
    Label label = Nodes.label(key == null ? "" : words.get(key), "muted");
    label.setMinWidth(LABELS);
    label.setPrefWidth(LABELS);
    if (input instanceof WhenField several) {
      label.setLabelFor(several.first());
    } else {
      label.setLabelFor(input);
    }
    HBox.setHgrow(input, Priority.ALWAYS);
    label.getStyleClass().add("plan-label");
    return new HBox(8, label, input);
  }

  private Node video() {
    ProviderField field = new ProviderField(words, model.providers());
    subscriptions.add(field::close);
    Node row = row("plan.video", field);
    subscriptions.list(
        model.providers().offered(),
        () -> Nodes.present(row, !model.providers().offered().isEmpty()));
    return row;
  }

  private Node description() {
    TextArea text = new TextArea();
    text.setId(Ids.PLAN_DESCRIPTION);
    text.setPromptText(words.get("plan.description.prompt"));
    text.setWrapText(true);
    text.setPrefRowCount(2);
    text.setMinHeight(ONE_LINE);
    text.textProperty().bindBidirectional(form.description());
    text.addEventFilter(KeyEvent.KEY_PRESSED, PlanView::leaveByTab);
    return text;
  }

  /// The keyboard goes on by Tab here too.
  private static void leaveByTab(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB
        && !event.isControlDown()
        && event.getSource() instanceof Node source) {
      event.consume();
      source.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  private Node choices() {
    return new VBox(
        6,
        choice(Ids.PLAN_MAIL_TOO, "plan.sendEmail", form.sendEmail()),
        choice(Ids.PLAN_REMIND, "plan.remind", form.remind()),
        choice(Ids.PLAN_WAITING, "plan.waitingRoom", form.waitingRoom()),
        choice(Ids.PLAN_CONSENT, "plan.consent", form.consent()));
  }

  private CheckBox choice(String id, String key, BooleanProperty value) {
    CheckBox box = new CheckBox(words.get(key));
    box.setId(id);
    box.setWrapText(true);
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  private Node buttons(Runnable onPreview, Runnable onCancel) {
    Button preview = Nodes.button(Ids.PLAN_PREVIEW, words.get("plan.preview"), onPreview);
    Button save =
        Nodes.button(
            Ids.PLAN_SAVE,
            words.get(model.isChange() ? "plan.save" : "plan.schedule"),
            model::save,
            "accent");
    save.setDefaultButton(true);
    subscriptions.follow(model.busy(), save::setDisable);
    HBox buttons =
        new HBox(
            8,
            Nodes.button(Ids.DIALOG_CANCEL, words.get("common.cancel"), onCancel),
            Nodes.spring(),
            preview,
            save);
    buttons.setAlignment(Pos.CENTER_LEFT);
    return buttons;
  }

  private void pressed(KeyEvent event) {
    if (SAVE.match(event)) {
      event.consume();
      model.save();
    }
  }

  /// The applicant's own time, and whether everybody is free.
  private void showHint() {
    Invitee who = model.invitee().get();
    Instant start = form.start().orElse(null);
    MeetingCheck check = model.check().get();
    clash.show(check, start == null ? Instant.EPOCH : start, at -> isNight(who, at));
    boolean late = start != null && isNight(who, start);
    Nodes.present(night, late);
    night.setText(late && who != null ? words.get("plan.night", who.name()) : "");
    StringBuilder text = new StringBuilder();
    if (who != null && start != null) {
      There there = who.there();
      text.append(
          words.get(
              "plan.there",
              words.formats().timeAt(start, there.zone()),
              who.name(),
              words.formats().city(who.timeZone())));
      if (check != null && check.conflicts().isEmpty()) {
        text.append(" · ").append(words.get("plan.free"));
      }
    }
    hint.setText(text.toString());
  }

  private boolean isNight(@Nullable Invitee who, Instant start) {
    return who != null && who.there().isNight(start, start.plusSeconds(60L * form.minutes().get()));
  }

  private void show(@Nullable FieldProblem wrong) {
    Nodes.present(problem, wrong != null);
    problem.setText(wrong == null ? "" : words.get(wrong.text()));
    Field field = wrong == null ? Field.NONE : wrong.field();
    title.pseudoClassStateChanged(WRONG, field == Field.TITLE);
    when.mark(field);
    clash.reason().pseudoClassStateChanged(WRONG, field == Field.REASON);
    if (applicant != null) {
      applicant.pseudoClassStateChanged(WRONG, field == Field.APPLICANT);
    }
    switch (field) {
      case APPLICANT -> focusFirst();
      case TITLE -> title.requestFocus();
      case DATE, TIME -> when.focus(field);
      case REASON -> clash.reason().requestFocus();
      case NONE -> {}
    }
  }

  private void takeNextFree() {
    model.takeNextFree();
    when.focus(Field.TIME);
  }

  void focusFirst() {
    if (applicant != null && model.invitee().get() == null) {
      applicant.requestFocus();
    } else {
      when.focus(Field.TIME);
    }
  }

  @Override
  public void close() {
    subscriptions.close();
    interviewers.close();
    when.close();
    clash.reason().textProperty().unbindBidirectional(form.reason());
    if (applicant != null) {
      applicant.close();
    }
  }
}
