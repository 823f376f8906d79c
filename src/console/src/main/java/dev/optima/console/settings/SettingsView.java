package dev.optima.console.settings;

import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceSetting;
import dev.optima.protocol.rest.Me;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The settings.
public final class SettingsView extends BorderPane implements AutoCloseable {
  private static final double LABELS = 220;
  private static final double CARD = 720;
  private static final double WIDE = 1080;

  private final Words words;
  private final SettingsViewModel model;
  private final Supplier<SurfaceChoice> surface;
  private final Subscriptions subscriptions = new Subscriptions();

  /// @param surface which form a call would have now, and why
  public SettingsView(
      Words words, SettingsViewModel model, InstantSource clock, Supplier<SurfaceChoice> surface) {
    this.words = words;
    this.model = model;
    this.surface = surface;
    setId(Ids.SETTINGS);
    getStyleClass().add("page");
    HBox head = new HBox(Nodes.label(words.get("settings.title"), "title"));
    head.getStyleClass().add("page-head");
    setTop(head);
    VBox body =
        new VBox(
            16, general(), alerts(), calls(), providers(), calendar(clock), account(), about());
    model.mail().ifPresent(mail -> body.getChildren().add(5, mail(mail, clock)));
    model
        .audit()
        .ifPresent(audit -> body.getChildren().add(body.getChildren().size() - 2, audit(audit)));
    body.getStyleClass().add("page-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    setCenter(scroll);
  }

  private Node general() {
    ChoiceBox<Language> languages = new ChoiceBox<>();
    languages.setId(Ids.SETTINGS_LANGUAGE);
    languages.getItems().setAll(Language.values());
    languages.setValue(words.texts().language());
    languages.setConverter(
        converter(language -> words.get(language == Language.TR ? "language.tr" : "language.en")));
    languages.setOnAction(_ -> model.speak(languages.getValue()));
    ChoiceBox<Theme> themes = new ChoiceBox<>();
    themes.setId(Ids.SETTINGS_THEME);
    themes.getItems().setAll(Theme.values());
    themes.setValue(model.now().theme());
    themes.setConverter(
        converter(
            theme ->
                words.get(theme == Theme.DARK ? "settings.theme.dark" : "settings.theme.light")));
    themes.setOnAction(_ -> model.look(themes.getValue()));
    return card(
        "settings.general", row("settings.language", languages), row("settings.theme", themes));
  }

  private Node alerts() {
    AlertsView alerts = new AlertsView(words, model);
    alerts.setMaxWidth(CARD);
    return alerts;
  }

  private Node providers() {
    ProvidersView view = new ProvidersView(words, model.providers());
    view.setMaxWidth(CARD);
    subscriptions.add(view::close);
    return view;
  }

  private Node calendar(InstantSource clock) {
    CalendarSettingsView view = new CalendarSettingsView(words, clock, model.calendar());
    view.setMaxWidth(CARD);
    subscriptions.add(view::close);
    return view;
  }

  private Node mail(MailSettingsViewModel mail, InstantSource clock) {
    MailSettingsView view = new MailSettingsView(words, clock, mail, model.me().email());
    view.setMaxWidth(CARD);
    subscriptions.add(view::close);
    return view;
  }

  private Node audit(AuditViewModel audit) {
    AuditView view = new AuditView(words, audit);
    view.setMaxWidth(WIDE);
    subscriptions.add(view::close);
    return view;
  }

  private Node calls() {
    Label note = Nodes.wrapped("", "small", "muted");
    note.setId(Ids.SURFACE_NOTE);
    ChoiceBox<SurfaceSetting> surfaces = new ChoiceBox<>();
    surfaces.setId(Ids.SETTINGS_SURFACE);
    surfaces.getItems().setAll(SurfaceSetting.values());
    surfaces.setValue(model.now().surface());
    surfaces.setConverter(
        converter(
            setting ->
                words.get(
                    switch (setting) {
                      case AUTO -> "settings.surface.auto";
                      case CHROMIUM -> "settings.surface.chromium";
                      case BROWSER -> "settings.surface.browser";
                    })));
    surfaces.setOnAction(
        _ -> {
          model.show(surfaces.getValue());
          explain(note);
        });
    explain(note);
    Button check =
        Nodes.button(
            Ids.SETTINGS_DEVICES, words.get("settings.devices.check"), model::checkDevices);
    return card(
        "settings.calls", row("settings.surface", surfaces), note, row("settings.devices", check));
  }

  private void explain(Label note) {
    note.setText(words.get(surface.get().reason().key()));
  }

  private Node account() {
    Me me = model.me();
    Button out = Nodes.button(Ids.SIGN_OUT, words.get("settings.signOut"), model::signOut);
    out.setGraphic(Nodes.icon(Feather.LOG_OUT));
    return card(
        "settings.account",
        row("settings.name", Nodes.label(me.name())),
        row("settings.email", Nodes.label(me.email() == null ? "" : me.email())),
        row("settings.role", Nodes.label(words.get(role(me)))),
        row("settings.server", Nodes.label(model.server())),
        out);
  }

  private static String role(Me me) {
    return switch (me.role()) {
      case ADMIN -> "role.admin";
      case RECRUITER -> "role.recruiter";
      case APPLICANT -> "role.applicant";
    };
  }

  private Node about() {
    Label backend = Nodes.label("");
    subscriptions.follow(model.backendVersion(), backend::setText);
    VBox card =
        card(
            "settings.about",
            row("settings.version.console", Nodes.label(model.consoleVersion())),
            row("settings.version.backend", backend),
            row("settings.version.java", Nodes.label(javaVersion())));
    card.setId(Ids.ABOUT);
    return card;
  }

  private static String javaVersion() {
    return Runtime.version() + " · JavaFX " + System.getProperty("javafx.version", "");
  }

  private VBox card(String title, Node... rows) {
    VBox card = new VBox(4, Nodes.label(words.get(title), "heading"));
    card.getChildren().addAll(rows);
    card.getStyleClass().add("card");
    card.setMaxWidth(CARD);
    return card;
  }

  private HBox row(String key, Node value) {
    Label label = Nodes.label(words.get(key), "muted");
    label.setMinWidth(LABELS);
    label.setLabelFor(value);
    HBox row = new HBox(12, label, value);
    row.getStyleClass().add("settings-row");
    return row;
  }

  private static <T> StringConverter<T> converter(Function<T, String> shown) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : shown.apply(value);
      }

      @Override
      public @Nullable T fromString(String text) {
        return null;
      }
    };
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
