package dev.optima.console.settings;

import dev.optima.console.client.AuditQuery;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.DayConverter;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.AuditAct;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What of the audit log is shown: whose, which acts, when, and words.
final class AuditFilters extends FlowPane implements AutoCloseable {
  private static final double PEOPLE = 170;
  private static final double ACTS = 230;
  private static final double DAY = 130;
  private static final double WORDS = 190;

  private final Words words;
  private final AuditViewModel model;
  private final Subscriptions subscriptions = new Subscriptions();
  private final PauseTransition typing = new PauseTransition(Duration.millis(300));
  private final ComboBox<@Nullable Account> people = new ComboBox<>();
  private final ComboBox<@Nullable AuditAct> acts = new ComboBox<>();
  private final DatePicker from;
  private final DatePicker to;
  private final TextField search = new TextField();
  private boolean filling;

  AuditFilters(Words words, AuditViewModel model) {
    super(8, 8);
    this.words = words;
    this.model = model;
    from = day(Ids.AUDIT_FROM, "audit.from");
    to = day(Ids.AUDIT_TO, "audit.to");
    people();
    acts();
    search();
    var clear = Nodes.button(Ids.AUDIT_CLEAR, words.get("audit.clear"), this::clear, "link-button");
    getChildren().addAll(people, acts, from, to, search, clear);
    subscriptions.follow(
        model.query(), query -> Nodes.present(clear, !query.equals(AuditQuery.ALL)));
    show(model.query().get());
  }

  private void people() {
    choice(people, Ids.AUDIT_WHO, "audit.everybody", PEOPLE, Account::name);
    subscriptions.list(
        model.accounts(),
        () -> {
          filling = true;
          List<@Nullable Account> all = new ArrayList<>();
          all.add(null);
          all.addAll(model.accounts());
          people.getItems().setAll(all);
          show(model.query().get());
          filling = false;
        });
  }

  private void acts() {
    var audit = new AuditWords(words);
    choice(acts, Ids.AUDIT_ACT, "audit.everything", ACTS, audit::act);
    List<@Nullable AuditAct> all = new ArrayList<>();
    all.add(null);
    Collator order = Collator.getInstance(words.texts().locale());
    Arrays.stream(AuditAct.values())
        .sorted(Comparator.comparing(audit::act, order))
        .forEach(all::add);
    acts.getItems().setAll(all);
  }

  private void search() {
    search.setId(Ids.AUDIT_WORDS);
    search.setPromptText(words.get("audit.search"));
    search.setAccessibleText(words.get("audit.search"));
    search.setPrefWidth(WORDS);
    typing.setOnFinished(_ -> look());
    search.textProperty().addListener((_, _, _) -> typing.playFromStart());
    search.setOnAction(_ -> look());
    subscriptions.add(typing::stop);
  }

  private <T> void choice(
      ComboBox<@Nullable T> box, String id, String none, double width, Function<T, String> shown) {
    box.setId(id);
    box.setPrefWidth(width);
    box.setPromptText(words.get(none));
    box.setAccessibleText(words.get(none));
    box.setVisibleRowCount(14);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? words.get(none) : shown.apply(value);
          }

          @Override
          public @Nullable T fromString(String text) {
            return null;
          }
        });
    box.setOnAction(_ -> look());
  }

  private DatePicker day(String id, String prompt) {
    DatePicker picker = new DatePicker();
    picker.setId(id);
    picker.setConverter(new DayConverter(words));
    picker.setPromptText(words.get(prompt));
    picker.getEditor().setAccessibleText(words.get(prompt));
    picker.setPrefWidth(DAY);
    picker.valueProperty().addListener((_, _, _) -> look());
    return picker;
  }

  private void clear() {
    show(AuditQuery.ALL);
    look();
  }

  private void show(AuditQuery query) {
    boolean before = filling;
    filling = true;
    people.setValue(
        model.accounts().stream()
            .filter(one -> one.userId().equals(query.actor()))
            .findFirst()
            .orElse(null));
    acts.setValue(query.act());
    ZoneId zone = words.formats().zone();
    from.setValue(query.from() == null ? null : query.from().atZone(zone).toLocalDate());
    to.setValue(query.to() == null ? null : query.to().atZone(zone).toLocalDate().minusDays(1));
    if (!search.getText().strip().equals(query.words())) {
      search.setText(query.words());
    }
    filling = before;
  }

  /// The last day counts in full.
  private void look() {
    if (filling) {
      return;
    }
    typing.stop();
    Account who = people.getValue();
    model.look(
        AuditQuery.ALL
            .actor(who == null ? null : who.userId())
            .act(acts.getValue())
            .period(begin(from.getValue(), 0), begin(to.getValue(), 1))
            .words(search.getText().strip()));
  }

  private @Nullable Instant begin(@Nullable LocalDate day, int later) {
    return day == null
        ? null
        : day.plusDays(later).atStartOfDay(words.formats().zone()).toInstant();
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
