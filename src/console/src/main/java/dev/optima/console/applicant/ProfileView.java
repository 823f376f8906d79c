package dev.optima.console.applicant;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.rest.Applicant;
import java.time.InstantSource;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who the applicant is, and the calls so far.
public final class ProfileView extends ScrollPane implements AutoCloseable {
  private static final double LABELS = 84;

  private final Words words;
  private final InstantSource clock;
  private final ProfileViewModel model;
  private final VBox facts = new VBox();
  private final VBox calls = new VBox(8);
  private final Subscriptions subscriptions = new Subscriptions();

  public ProfileView(Words words, InstantSource clock, ProfileViewModel model) {
    this.words = words;
    this.clock = clock;
    this.model = model;
    setId(Ids.PROFILE);
    getStyleClass().add("profile");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    VBox content =
        new VBox(
            16,
            new VBox(8, Nodes.label(words.get("profile.title"), "heading"), facts),
            new VBox(10, Nodes.label(words.get("profile.calls"), "heading"), calls));
    content.getStyleClass().add("profile-content");
    setContent(content);
    subscriptions.list(model.calls(), this::showCalls);
    subscriptions.onChange(model.problem(), _ -> showCalls());
  }

  /// Shows this applicant.
  public void show(ApplicantItem item) {
    Applicant applicant = item.applicant();
    facts.getChildren().clear();
    fact("profile.position", applicant.position());
    fact("profile.email", applicant.email());
    fact("profile.phone", applicant.phone());
    fact("profile.language", languageName(applicant.language()));
    fact("profile.zone", words.formats().city(applicant.timeZone()));
    model.show(applicant.roomId());
  }

  private String languageName(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayLanguage(words.texts().locale());
    return name.isEmpty()
        ? tag
        : name.substring(0, 1).toUpperCase(words.texts().locale()) + name.substring(1);
  }

  private void fact(String key, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return;
    }
    Label label = Nodes.label(words.get(key), "muted");
    label.setMinWidth(LABELS);
    Label text = Nodes.wrapped(value);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(8, label, text);
    row.getStyleClass().add("profile-row");
    facts.getChildren().add(row);
  }

  private void showCalls() {
    if (model.calls().isEmpty()) {
      String none =
          model.problem().get() == null
              ? words.get("profile.noCalls")
              : words.get(model.problem().get());
      calls.getChildren().setAll(Nodes.wrapped(none, "small", "muted"));
      return;
    }
    calls.getChildren().setAll(model.calls().stream().map(this::call).toList());
  }

  private Node call(CallSnapshot call) {
    String when = words.formats().dayAndTime(call.createdAt(), clock.instant());
    String detail = words.get(Outcomes.detail(call));
    HBox row =
        new HBox(
            8,
            Nodes.chip(words.get(Outcomes.word(call)), Outcomes.tone(call)),
            Nodes.label(detail.isEmpty() ? when : when + " · " + detail, "small"));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
