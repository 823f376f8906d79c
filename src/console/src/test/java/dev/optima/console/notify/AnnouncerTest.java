package dev.optima.console.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedNotifier;
import dev.optima.console.settings.AlertKind;
import dev.optima.console.settings.AlertSettings;
import dev.optima.console.settings.AvailabilityViewModel;
import dev.optima.console.settings.SettingsStore;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ChatEntry;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told, where, and what is not.
class AnnouncerTest {
  private static final ZoneId HERE = ZoneId.of("Europe/Istanbul");

  @TempDir Path home;

  private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);
  private final ScriptedNotifier notifier = new ScriptedNotifier();
  private final List<String> tones = new ArrayList<>();
  private final List<News> opened = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T09:00:00Z");
  private SettingsStore settings;
  private ToastsViewModel toasts;
  private Announcer announcer;

  @BeforeEach
  void start() {
    settings = SettingsStore.open(home);
    toasts = new ToastsViewModel(() -> now);
    announcer =
        new Announcer(
            settings,
            tasks,
            () -> now,
            HERE,
            notifier,
            (kind, volume) -> tones.add(kind + " " + volume));
  }

  @Test
  void tellsByTheSystemWhenTheWindowIsBehindOthersAndOpensTheRoom() {
    assertThat(tell(message("Are you there?"), false, true)).isTrue();
    assertThat(notifier.notes()).hasSize(1);
    Notifier.Note note = notifier.notes().getFirst();
    assertThat(note.title()).isEqualTo("John Doe");
    assertThat(note.body()).isEqualTo("Are you there?");
    assertThat(toasts.toasts()).isEmpty();
    notifier.press();
    assertThat(opened).extracting(News::room).containsExactly(Samples.JOHNS_ROOM);
  }

  @Test
  void howManyCallsWereMissedIsShownInTheLookOfTheSystem() {
    announcer.systemLook(true);
    assertThat(notifier.standings()).as("nothing to tell before anybody signed in").isEmpty();
    List<String> pressed = new ArrayList<>();
    announcer.missed(2, () -> pressed.add("missed calls"));
    assertThat(notifier.standings().getLast().missed()).isEqualTo(2);
    assertThat(notifier.standings().getLast().dark()).isTrue();
    announcer.systemLook(false);
    assertThat(notifier.standings().getLast().missed()).isEqualTo(2);
    assertThat(notifier.standings().getLast().dark()).isFalse();
    notifier.standings().getLast().opened().run();
    assertThat(pressed).hasSize(1);
    announcer.missed(0, () -> {});
    assertThat(notifier.standings().getLast().missed()).isZero();
  }

  @Test
  void tellsInsideTheWindowWhereAnotherRoomIsOpenAndNothingOfWhatIsSeen() {
    tell(message("hi"), true, true);
    assertThat(toasts.toasts()).isEmpty();
    assertThat(tones).as("no tone for what is before one's eyes").isEmpty();
    tell(message("hi"), true, false);
    assertThat(toasts.toasts()).hasSize(1);
    assertThat(notifier.notes()).isEmpty();
    toasts.take(toasts.toasts().getFirst());
    assertThat(opened).hasSize(1);
  }

  @Test
  void neverSaysWhatWasSaidWhereContentsAreHidden() {
    alerts(alerts -> alerts.withHideContents(true));
    tell(message("secret offer"), false, false);
    tell(message("secret offer"), true, false);
    assertThat(notifier.notes().getFirst().toString()).doesNotContain("secret");
    assertThat(notifier.notes().getFirst().body()).isEqualTo("New message");
    assertThat(toasts.toasts().toString()).doesNotContain("secret");
  }

  @Test
  void disturbsNobodyWhoIsNotToBeDisturbed() {
    AvailabilityViewModel availability =
        new AvailabilityViewModel(settings, tasks, () -> now, HERE);
    availability.untilTomorrow();
    assertThat(availability.state().get()).isEqualTo(AvailabilityViewModel.State.SILENT_UNTIL);
    tell(message("hi"), false, false);
    tell(message("hi"), true, false);
    assertThat(notifier.notes()).isEmpty();
    assertThat(toasts.toasts()).isEmpty();
    assertThat(tones).isEmpty();
    now = Instant.parse("2026-11-23T05:01:00Z"); // 08:01 in Istanbul
    availability.tick(now);
    assertThat(availability.state().get()).isEqualTo(AvailabilityViewModel.State.AVAILABLE);
    tell(message("hi"), false, false);
    assertThat(notifier.notes()).hasSize(1);
  }

  @Test
  void keepsQuietHoursOverMidnight() {
    AlertSettings quiet = AlertSettings.FRESH.withQuiet(LocalTime.of(19, 0), LocalTime.of(8, 0));
    assertThat(quiet.isSilent(now, LocalTime.of(23, 30))).isTrue();
    assertThat(quiet.isSilent(now, LocalTime.of(7, 59))).isTrue();
    assertThat(quiet.isSilent(now, LocalTime.of(8, 0))).isFalse();
    assertThat(quiet.isSilent(now, LocalTime.of(18, 59))).isFalse();
    AlertSettings noon = AlertSettings.FRESH.withQuiet(LocalTime.of(12, 0), LocalTime.of(13, 0));
    assertThat(noon.isSilent(now, LocalTime.of(12, 30))).isTrue();
    assertThat(noon.isSilent(now, LocalTime.of(13, 0))).isFalse();
  }

  @Test
  void playsEachKindAsLoudAsItIsSetAndOnceForABurst() {
    alerts(alerts -> alerts.withVolume(AlertKind.MESSAGE, 20).withVolume(AlertKind.CALL_ME, 0));
    for (int i = 0; i < 40; i++) {
      tell(message("missed while offline"), false, false);
    }
    assertThat(tones).containsExactly("MESSAGE 20");
    now = now.plusSeconds(5);
    tell(callMe(), false, false);
    assertThat(tones).as("this kind is mute").hasSize(1);
    settings.change(known -> known.withSounds(false));
    now = now.plusSeconds(5);
    tell(message("x"), false, false);
    assertThat(tones).hasSize(1);
  }

  @Test
  void tellsInsideWhereTheSystemTakesNoNotes() {
    notifier.setThere(false);
    tell(callMe(), false, false);
    assertThat(toasts.toasts()).hasSize(1);
  }

  @Test
  void takesForNewsOnlyWhatIsNews() {
    ChatEntry mine = text(Samples.JOHNS_ROOM, Samples.ELIF);
    ChatEntry colleague = text(Samples.JOHNS_ROOM, Samples.MERT);
    ChatEntry note = text(RoomId.teamOf(Samples.JOHN), Samples.MERT);
    assertThat(ChatNews.of(mine, Samples.ELIF, "John Doe")).isEmpty();
    assertThat(ChatNews.of(colleague, Samples.ELIF, "John Doe")).isEmpty();
    assertThat(ChatNews.of(note, Samples.ELIF, "John Doe"))
        .hasValueSatisfying(
            news -> assertThat(news.title().key()).as("marked as a note").isEqualTo("news.note"));
  }

  private static ChatEntry text(RoomId room, dev.optima.protocol.id.UserId by) {
    return Samples.text(room, 1, by, by.value(), "x", Instant.EPOCH);
  }

  private static News message(String body) {
    ChatEntry entry =
        Samples.text(Samples.JOHNS_ROOM, 1, Samples.JOHN, "John Doe", body, Instant.EPOCH);
    return ChatNews.of(entry, Samples.ELIF, "John Doe").orElseThrow();
  }

  private static News callMe() {
    ChatEntry entry =
        Samples.text(Samples.JOHNS_ROOM, 1, Samples.JOHN, "John Doe", "", Instant.EPOCH);
    return ChatNews.of(Samples.ofKind(entry, ChatEntry.Kind.CALL_ME), Samples.ELIF, "John Doe")
        .orElseThrow();
  }

  private boolean tell(News news, boolean window, boolean thing) {
    return announcer.tell(
        news, new Announcer.Place(Words.of(Language.EN, HERE), window, thing, toasts, opened::add));
  }

  private void alerts(UnaryOperator<AlertSettings> change) {
    settings.change(known -> known.withAlerts(change.apply(known.alerts())));
  }
}
