package dev.optima.console.settings;

import dev.optima.console.client.ApiClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.surface.SurfaceSetting;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Me;
import dev.optima.protocol.rest.Preferences;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What may be set, and what takes effect at once.
public final class SettingsViewModel {
  private final SettingsStore store;
  private final ApiClient api;
  private final Tasks tasks;
  private final Me me;
  private final String server;
  private final Deeds deeds;
  private final @Nullable MailSettingsViewModel mail;
  private final @Nullable AuditViewModel audit;
  private final CalendarSettingsViewModel calendar;
  private final ProvidersViewModel providers;
  private final ReadOnlyStringWrapper backendVersion = new ReadOnlyStringWrapper("");

  /// What takes effect at once.
  ///
  /// @param hear plays the tone of a kind
  /// @param checkDevices opens the check of camera and microphone
  public record Deeds(
      Consumer<Language> speak,
      Consumer<Theme> look,
      Consumer<AlertKind> hear,
      Runnable checkDevices,
      Runnable signOut) {}

  public SettingsViewModel(
      SettingsStore store, ApiClient api, Tasks tasks, Me me, String server, Deeds deeds) {
    this.store = store;
    this.api = api;
    this.tasks = tasks;
    this.me = me;
    this.server = server;
    this.deeds = deeds;
    this.calendar = new CalendarSettingsViewModel(api.calendar(), tasks);
    this.providers = new ProvidersViewModel(api, tasks, me.role() == Role.ADMIN);
    this.mail = me.role() == Role.ADMIN ? new MailSettingsViewModel(api, tasks) : null;
    this.audit = me.role() == Role.ADMIN ? new AuditViewModel(api.audit(), tasks) : null;
  }

  public ConsoleSettings now() {
    return store.get();
  }

  public Me me() {
    return me;
  }

  /// The address of the backend.
  public String server() {
    return server;
  }

  /// Speaks another language from now on, and tells the backend, which writes to this person too.
  public void speak(Language language) {
    store.change(known -> known.withLanguage(language));
    tasks.run(store::save);
    tasks.run(() -> api.prefer(new Preferences(language.tag(), null)));
    deeds.speak().accept(language);
  }

  /// Where the next call is shown.
  public void show(SurfaceSetting surface) {
    store.change(known -> known.withSurface(surface));
    tasks.run(store::save);
  }

  /// Looks like this from now on.
  public void look(Theme theme) {
    store.change(known -> known.withTheme(theme));
    tasks.run(store::save);
    deeds.look().accept(theme);
  }

  public void alerts(AlertSettings alerts) {
    store.change(known -> known.withAlerts(alerts));
    tasks.run(store::save);
  }

  /// Plays the tone of a kind, as loud as it is set.
  public void hear(AlertKind kind) {
    deeds.hear().accept(kind);
  }

  public void sounds(boolean on) {
    store.change(known -> known.withSounds(on));
    tasks.run(store::save);
  }

  /// Opens the check of camera, microphone and speaker.
  public void checkDevices() {
    deeds.checkDevices().run();
  }

  public void signOut() {
    deeds.signOut().run();
  }

  /// The backend's mail; for administrators.
  public Optional<MailSettingsViewModel> mail() {
    return Optional.ofNullable(mail);
  }

  /// Who did what; for administrators.
  public Optional<AuditViewModel> audit() {
    return Optional.ofNullable(audit);
  }

  /// What carries the calls.
  public ProvidersViewModel providers() {
    return providers;
  }

  /// One's own calendar programs.
  public CalendarSettingsViewModel calendar() {
    return calendar;
  }

  /// Asks the backend for its version, for the page that tells it.
  public void askVersion() {
    if (backendVersion.get().isEmpty()) {
      tasks.run(api::version, found -> backendVersion.set(found.orElse("")), failure -> {});
    }
  }

  public ReadOnlyStringProperty backendVersion() {
    return backendVersion.getReadOnlyProperty();
  }

  /// The version of this console; `development` where it was not packed.
  public String consoleVersion() {
    return version();
  }

  /// The version of this console; `development` where it was not packed.
  public static String version() {
    String packed = SettingsViewModel.class.getPackage().getImplementationVersion();
    return packed == null ? "development" : packed;
  }
}
