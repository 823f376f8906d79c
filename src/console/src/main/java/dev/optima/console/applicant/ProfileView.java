package dev.optima.console.applicant;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.look.Outcomes;
import dev.optima.console.meeting.MeetingDoors;
import dev.optima.protocol.message.CallSnapshot;
import java.time.Instant;
import java.time.InstantSource;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Who the applicant is, their interviews, the calls so far, and the team's notes.
public final class ProfileView extends ScrollPane implements AutoCloseable {
  private final Words words;
  private final InstantSource clock;
  private final ProfileViewModel model;
  private final ProfileFieldsView fields;
  private final NotesView notes;
  private final MeetingsView meetings;
  private final VBox calls = new VBox(8);
  private final Subscriptions subscriptions = new Subscriptions();

  public ProfileView(Words words, InstantSource clock, ProfileViewModel model, MeetingDoors doors) {
    this.words = words;
    this.clock = clock;
    this.model = model;
    this.fields = new ProfileFieldsView(words);
    this.notes = new NotesView(words);
    meetings = new MeetingsView(words, clock, model.meetings(), doors);
    setId(Ids.PROFILE);
    getStyleClass().add("profile");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    VBox content =
        new VBox(
            16,
            meetings,
            new VBox(8, Nodes.label(words.get("profile.title"), "heading"), fields),
            new VBox(10, Nodes.label(words.get("profile.calls"), "heading"), calls),
            notes);
    content.getStyleClass().add("profile-content");
    setContent(content);
    subscriptions.list(model.calls(), this::showCalls);
    subscriptions.onChange(model.problem(), _ -> showCalls());
    subscriptions.follow(model.edit(), this::show);
  }

  /// Shows this applicant.
  public void show(ApplicantItem item) {
    model.show(item.applicant());
  }

  private void show(@Nullable ProfileEdit edit) {
    if (edit != null) {
      fields.show(edit);
      notes.show(edit);
      tick(clock.instant());
    }
  }

  /// Lets the time there go by.
  public void tick(Instant now) {
    fields.tick(now);
    meetings.tick(now);
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
    fields.close();
    notes.close();
    meetings.close();
  }
}
