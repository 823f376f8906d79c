package dev.optima.console.shell;

import dev.optima.console.applicant.ApplicantItem;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import dev.optima.console.palette.PaletteItem;
import dev.optima.console.palette.PaletteItem.Kind;
import dev.optima.console.settings.SettingsViewModel;
import dev.optima.console.settings.Theme;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that the palette finds: people, what can be done with them, pages and actions.
final class PaletteItems {
  /// What can be done with people is offered for those who were active last.
  private static final int WITH_ACTIONS = 200;

  private final Words words;
  private final Desk desk;
  private final ShellView view;
  private final SettingsViewModel settings;

  PaletteItems(Words words, Desk desk, ShellView view, SettingsViewModel settings) {
    this.words = words;
    this.desk = desk;
    this.view = view;
    this.settings = settings;
  }

  List<PaletteItem> all() {
    List<PaletteItem> items = new ArrayList<>();
    List<ApplicantItem> people = desk.applicants().all();
    people.forEach(person -> items.add(person(person)));
    pages(items);
    actions(items);
    people.stream().limit(WITH_ACTIONS).forEach(person -> deeds(person, items));
    return items;
  }

  private PaletteItem person(ApplicantItem person) {
    String position = person.applicant().position();
    String detail = position == null ? "" : position;
    return new PaletteItem(
        "person-" + person.id(),
        Kind.PERSON,
        person.name(),
        person.isArchived() ? words.get("applicants.filter.archived") + " · " + detail : detail,
        null,
        List.of(person.applicant().email(), detail),
        () -> view.openRoom(person.room()));
  }

  private void deeds(ApplicantItem person, List<PaletteItem> items) {
    items.add(deed("call-", "action.call", person, () -> desk.call(person)));
    items.add(deed("invite-", "action.invite", person, () -> view.dialogs().invite(person)));
    String archive = person.isArchived() ? "action.unarchive" : "action.archive";
    items.add(deed("archive-", archive, person, () -> desk.people().archive().toggle(person)));
  }

  private PaletteItem deed(String id, String key, ApplicantItem person, Runnable deed) {
    return new PaletteItem(
        id + person.id(),
        Kind.PERSON_ACTION,
        words.get(key, person.name()),
        "",
        null,
        List.of(),
        deed);
  }

  private void pages(List<PaletteItem> items) {
    items.add(page(Page.TODAY, "nav.today", "shortcuts.today"));
    items.add(page(Page.CALENDAR, "nav.calendar", "shortcuts.calendar"));
    items.add(page(Page.APPLICANTS, "nav.applicants", "shortcuts.applicants"));
    items.add(page(Page.CALLS, "nav.calls", "shortcuts.calls"));
    items.add(page(Page.INSIGHTS, "nav.insights", "shortcuts.insights"));
    items.add(page(Page.SETTINGS, "nav.settings", "shortcuts.settings"));
  }

  private PaletteItem page(Page page, String key, String shortcut) {
    return new PaletteItem(
        "page-" + page,
        Kind.PAGE,
        words.get(key),
        "",
        keys(shortcut),
        List.of(),
        () -> view.page().set(page));
  }

  private void actions(List<PaletteItem> items) {
    items.add(action("new", "action.new", "shortcuts.new", view.dialogs()::newApplicant));
    items.add(action("plan", "schedule.new", "shortcuts.interview", view.meetings()::planShown));
    items.add(action("import", "action.import", null, view.dialogs()::importApplicants));
    items.add(
        settings.now().theme() == Theme.DARK
            ? action("theme", "action.theme.light", null, () -> settings.look(Theme.LIGHT))
            : action("theme", "action.theme.dark", null, () -> settings.look(Theme.DARK)));
    items.add(language());
    items.add(action("silent", "action.silent", null, desk.availability()::doNotDisturb));
    items.add(action("available", "action.available", null, desk.availability()::available));
    items.add(action("devices", "action.devices", "shortcuts.devices", view.devices()::open));
    items.add(action("shortcuts", "action.shortcuts", "shortcuts.help", view.dialogs()::shortcuts));
    items.add(action("signOut", "action.signOut", null, settings::signOut));
  }

  private PaletteItem language() {
    boolean turkish = words.texts().language() == Language.TR;
    Language other = turkish ? Language.EN : Language.TR;
    String name = words.get(turkish ? "language.en" : "language.tr");
    return new PaletteItem(
        "language",
        Kind.ACTION,
        words.get("action.language", name),
        "",
        null,
        List.of(),
        () -> settings.speak(other));
  }

  private PaletteItem action(String id, String key, @Nullable String shortcut, Runnable deed) {
    return new PaletteItem(id, Kind.ACTION, words.get(key), "", keys(shortcut), List.of(), deed);
  }

  private @Nullable String keys(@Nullable String word) {
    return view.shortcuts().stream()
        .filter(shortcut -> shortcut.word().equals(word))
        .map(Shortcut::shown)
        .findFirst()
        .orElse(null);
  }
}
