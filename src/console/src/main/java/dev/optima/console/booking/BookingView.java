package dev.optima.console.booking;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.meeting.InterviewersField;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.Booking;
import java.time.InstantSource;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The form that offers an applicant times to pick from, then the link; beneath the form, the links
/// that are open.
public final class BookingView extends VBox implements AutoCloseable {
  private static final double WIDTH = 600;

  private final Words words;
  private final BookingViewModel model;
  private final Runnable onDone;
  private final TextField title = new TextField();
  private final SlotsView slots;
  private final InterviewersField interviewers;
  private final VBox links = new VBox(4);
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param clock the backend's
  public BookingView(Words words, InstantSource clock, BookingViewModel model, Runnable onDone) {
    super(14);
    this.words = words;
    this.model = model;
    this.onDone = onDone;
    Applicant applicant = model.applicant();
    setId(Ids.BOOKING);
    setPrefWidth(WIDTH);
    slots =
        new SlotsView(
            words,
            clock,
            model.slots(),
            ZoneId.of(applicant.timeZone()),
            words.formats().city(applicant.timeZone()));
    interviewers = new InterviewersField(words, model.interviewers(), model.team());
    form(applicant);
    subscriptions.follow(model.made(), this::show);
    subscriptions.list(model.open(), this::showLinks);
  }

  private void form(Applicant applicant) {
    title.setId(Ids.BOOKING_TITLE);
    title.textProperty().bindBidirectional(model.title());
    VBox what = Fields.named(words.get("booking.title"), title);
    HBox.setHgrow(what, Priority.ALWAYS);
    HBox first =
        new HBox(
            12,
            what,
            Fields.named(
                words.get("booking.length"),
                Fields.choice(
                    model.minutes(), n -> words.get("booking.minutes", n), 15, 30, 45, 60, 90)),
            Fields.named(
                words.get("booking.valid"),
                Fields.choice(model.validDays(), n -> words.get("booking.days", n), 3, 7, 14, 30)));
    CheckBox mail = new CheckBox(words.get("booking.send", applicant.email()));
    mail.setId(Ids.BOOKING_MAIL);
    mail.selectedProperty().bindBidirectional(model.sendEmail());
    getChildren()
        .setAll(
            Nodes.wrapped(words.get("booking.heading", applicant.name()), "heading"),
            first,
            Fields.named(words.get("schedule.interviewers"), interviewers),
            kinds(),
            mail,
            problem(),
            buttons(),
            links);
  }

  private Node kinds() {
    ToggleGroup group = new ToggleGroup();
    RadioButton times = new RadioButton(words.get("booking.times"));
    RadioButton rule = new RadioButton(words.get("booking.rule"));
    times.setId(Ids.BOOKING_BY_TIMES);
    rule.setId(Ids.BOOKING_BY_RULE);
    times.setToggleGroup(group);
    rule.setToggleGroup(group);
    times.setSelected(true);
    rule.setOnAction(_ -> model.byRule().set(true));
    times.setOnAction(_ -> model.byRule().set(false));
    RuleView ruleView = new RuleView(words, model.rule());
    StackPane place = new StackPane();
    place.setAlignment(Pos.TOP_LEFT);
    subscriptions.follow(model.byRule(), now -> place.getChildren().setAll(now ? ruleView : slots));
    return new VBox(10, new HBox(16, times, rule), place);
  }

  private Node problem() {
    Label text = Nodes.wrapped("", "problem", "small");
    text.setId(Ids.BOOKING_PROBLEM);
    subscriptions.follow(
        model.problem(),
        wrong -> {
          Nodes.present(text, wrong != null);
          text.setText(wrong == null ? "" : words.get(wrong));
        });
    return text;
  }

  private Node buttons() {
    Button make = Nodes.button(Ids.BOOKING_MAKE, words.get("booking.make"), model::make, "accent");
    make.setDefaultButton(true);
    subscriptions.follow(model.busy(), make::setDisable);
    return new HBox(
        8,
        Nodes.spring(),
        Nodes.button(Ids.DIALOG_CANCEL, words.get("common.cancel"), onDone),
        make);
  }

  private void show(@Nullable Booking made) {
    if (made != null) {
      LinkView link =
          new LinkView(words, made, model.applicant().name(), model.sendEmail().get(), onDone);
      getChildren().setAll(link);
      link.focusFirst();
    }
  }

  private void showLinks() {
    links.getChildren().clear();
    Nodes.present(links, !model.open().isEmpty());
    if (model.open().isEmpty()) {
      return;
    }
    links.getChildren().add(Nodes.label(words.get("booking.open"), "small", "muted"));
    for (Booking booking : model.open()) {
      Label text =
          Nodes.wrapped(
              booking.title()
                  + " · "
                  + words.get("booking.until", words.formats().dateAndTime(booking.expiresAt())),
              "small");
      HBox.setHgrow(text, Priority.ALWAYS);
      HBox row =
          new HBox(
              8,
              text,
              Nodes.spring(),
              Nodes.button(
                  Ids.BOOKING_WITHDRAW + booking.bookingId(),
                  words.get("booking.withdraw"),
                  () -> model.withdraw(booking),
                  "link-button"));
      row.setAlignment(Pos.CENTER_LEFT);
      links.getChildren().add(row);
    }
  }

  public void focusFirst() {
    title.requestFocus();
  }

  @Override
  public void close() {
    subscriptions.close();
    slots.close();
    interviewers.close();
  }
}
