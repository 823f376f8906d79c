package dev.optima.console.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.applicant.NewApplicantViewModel.Field;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.Stage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list of applicants, and making a new one.
class ApplicantsViewModelTest {
  private static final UserId INCI = new UserId("inci");

  private final HttpExchange http = HttpExchange.standard();
  private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private ScriptedBackend backend;
  private ApiClient api;
  private ApplicantsViewModel model;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    person("john", "John Doe", 10);
    person("ayse", "Ayşe Yılmaz", 5);
    person("inci", "İnci Işık", 20);
    api = ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN);
    model = new ApplicantsViewModel(Samples.ELIF, api, tasks, () -> now);
    model.load();
  }

  @AfterEach
  void stop() throws Exception {
    backend.close();
    http.close();
  }

  @Test
  void showsTheNewestActivityFirstAndOpensIt() {
    assertThat(names()).containsExactly("Ayşe Yılmaz", "John Doe", "İnci Işık");
    assertThat(selected().name()).isEqualTo("Ayşe Yılmaz");
  }

  @Test
  void movesUpWhoeverWritesAndCountsWhatIsNotRead() {
    says("inci", 2);
    assertThat(names()).startsWith("İnci Işık");
    assertThat(model.unread().get()).isEqualTo(1);
    assertThat(selected().name()).as("the open room stays").isEqualTo("Ayşe Yılmaz");
    model.choose(INCI);
    model.watch(true);
    assertThat(model.unread().get()).isZero();
    says("inci", 3);
    assertThat(model.unread().get()).as("it is before one's eyes").isZero();
    model.watch(false);
    says("inci", 4);
    assertThat(model.unread().get()).isEqualTo(1);
  }

  @Test
  void countsAMessageOnceThoughItComesTwice() {
    says("john", 2);
    says("john", 2);
    assertThat(model.unread().get()).isEqualTo(1);
  }

  @Test
  void doesNotLetAListViewChooseWhileItsRowsMove() {
    model
        .items()
        .addListener(
            (javafx.collections.ListChangeListener<ApplicantItem>) _ -> model.choose(Samples.JOHN));
    says("inci", 2);
    assertThat(selected().name()).isEqualTo("Ayşe Yılmaz");
  }

  @Test
  void findsTurkishNamesWithoutTurkishLetters() {
    model.query().set("inci isik");
    assertThat(names()).containsExactly("İnci Işık");
    model.query().set("AYŞE");
    assertThat(names()).containsExactly("Ayşe Yılmaz");
    model.query().set("");
    assertThat(names()).hasSize(3);
  }

  @Test
  void asksTheServerOnceTheTypingRests() {
    model.query().set("J");
    model.query().set("Jo");
    model.tick(now);
    assertThat(searches()).isEmpty();
    now = now.plusSeconds(1);
    model.tick(now);
    model.tick(now.plusSeconds(1));
    assertThat(searches()).hasSize(1);
  }

  @Test
  void takesPresenceAndUnreadFromTheWelcome() {
    model.on(
        new SignalEvent.Received(
            new ServerMessage.Welcome(
                Samples.ELIF,
                "Elif Kaya",
                Role.RECRUITER,
                now,
                List.of(),
                Map.of("applicant_john", 4L),
                List.of(Samples.JOHN),
                null)));
    assertThat(model.unread().get()).isEqualTo(4);
    assertThat(model.find(Samples.JOHN).orElseThrow().online()).isTrue();
    say(new ServerMessage.Presence(Samples.JOHN, Samples.JOHNS_ROOM, false, 0));
    assertThat(model.find(Samples.JOHN).orElseThrow().online()).isFalse();
  }

  @Test
  void showsWhoIsTypingForAWhile() {
    say(new ServerMessage.ChatTyping(Samples.JOHNS_ROOM, Samples.JOHN, "John Doe"));
    assertThat(model.find(Samples.JOHN).orElseThrow().typing()).isTrue();
    model.tick(now.plusSeconds(6));
    assertThat(model.find(Samples.JOHN).orElseThrow().typing()).isFalse();
  }

  @Test
  void fetchesSomebodyWhoIsNewAndWrites() {
    person("emre", "Emre Can", 0);
    says("emre", 1);
    assertThat(names()).contains("Emre Can");
  }

  @Test
  void explainsWhyNothingCame() {
    backend.script("GET /api/applicants", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    model.load();
    assertThat(model.problem().get()).isNotNull();
    assertThat(names()).as("what is known stays").hasSize(3);
  }

  @Test
  void checksANewApplicantBeforeAsking() {
    NewApplicantViewModel form =
        new NewApplicantViewModel(api, tasks, "tr", ZoneId.of("Europe/Istanbul"));
    form.create();
    assertThat(field(form)).isEqualTo(Field.NAME);
    form.name().set("Zeynep Şahin");
    form.email().set("zeynep.example.org");
    form.create();
    assertThat(field(form)).isEqualTo(Field.EMAIL);
    form.email().set("zeynep@example.org");
    form.phone().set("call me");
    form.create();
    assertThat(field(form)).isEqualTo(Field.PHONE);
    form.phone().set("+90 (212) 123 45 67");
    form.timeZone().set("Mars/Olympus");
    form.create();
    assertThat(field(form)).isEqualTo(Field.TIME_ZONE);
    assertThat(backend.requests()).noneMatch(request -> request.startsWith("POST"));
    form.timeZone().set("Europe/Istanbul");
    form.create();
    assertThat(form.created().get()).isNotNull();
    assertThat(form.invitation().get()).isNotNull();
    assertThat(form.problem().get()).isNull();
  }

  @Test
  void pointsAtTheAddressThatIsTaken() {
    backend.script("POST /api/applicants", Answer.problem(409, ErrorCode.CONFLICT, null));
    NewApplicantViewModel form = new NewApplicantViewModel(api, tasks, "en", ZoneId.of("UTC"));
    form.timeZone().set("Europe/Berlin");
    form.name().set("John Doe");
    form.email().set("john@example.org");
    form.create();
    assertThat(field(form)).isEqualTo(Field.EMAIL);
    assertThat(form.busy().get()).isFalse();
  }

  @Test
  void countsBothRoomsAndOnlyWhatCounts() {
    RoomId team = RoomId.teamOf(Samples.JOHN);
    welcome(Map.of("applicant_john", 1L, team.value(), 2L, "applicant_nobody_here", 4L));
    assertThat(john().unread()).isEqualTo(3);
    assertThat(model.unread().get()).as("also who was not loaded").isEqualTo(7);
    say(entry(team, 1, Samples.MERT, ChatEntry.Kind.TEXT));
    say(entry(Samples.JOHNS_ROOM, 5, Samples.JOHN, ChatEntry.Kind.CALL_ME));
    say(entry(Samples.JOHNS_ROOM, 6, Samples.JOHN, ChatEntry.Kind.CALL));
    say(entry(Samples.JOHNS_ROOM, 7, Samples.JOHN, ChatEntry.Kind.CALL_STARTED));
    say(entry(team, 2, Samples.ELIF, ChatEntry.Kind.TEXT));
    assertThat(john().unread()).isEqualTo(5);
    assertThat(john().last()).isNotNull();
    assertThat(john().last().seq()).as("a note is no last message").isEqualTo(7);
  }

  @Test
  void doesNotCountAgainWhatTheWelcomeHasCounted() {
    now = now.plusSeconds(100);
    welcome(Map.of("applicant_john", 2L));
    say(entryAt(Samples.JOHNS_ROOM, 2, now.minusSeconds(20)));
    say(entryAt(Samples.JOHNS_ROOM, 3, now.minusSeconds(10)));
    assertThat(john().unread()).isEqualTo(2);
    say(entryAt(Samples.JOHNS_ROOM, 4, now.plusSeconds(1)));
    assertThat(john().unread()).isEqualTo(3);
  }

  @Test
  void followsWhatIsReadOnAnotherDevice() {
    welcome(Map.of("applicant_john", 3L, "team_john", 1L));
    backend.add(Samples.with(backend.people().get(Samples.JOHN), false, 2, null, null));
    say(new ServerMessage.ChatStatus(Samples.JOHNS_ROOM, Samples.ELIF, null, 1L));
    assertThat(john().unread()).as("the chat is read, the note is not").isEqualTo(1);
    say(new ServerMessage.ChatStatus(RoomId.teamOf(Samples.JOHN), Samples.ELIF, null, 1L));
    assertThat(john().unread()).as("how far was not known: the backend was asked").isEqualTo(2);
  }

  @Test
  void showsAtOnceWhomAColleagueAdds() {
    person("emre", "Emre Can", 0);
    say(new ServerMessage.ApplicantChanged(new UserId("emre"), RoomId.of(new UserId("emre")), 1));
    model.tick(now);
    assertThat(names()).contains("Emre Can");
    backend
        .people()
        .changes(
            new UserId("emre"),
            new ApplicantChange("Emre Cansu", null, null, null, null, null, null, null, null, 1L));
    say(new ServerMessage.ApplicantChanged(new UserId("emre"), RoomId.of(new UserId("emre")), 2));
    model.tick(now);
    assertThat(names()).contains("Emre Cansu").doesNotContain("Emre Can");
  }

  @Test
  void loadsThousandsPageByPageAndNoneTwice() {
    for (int i = 0; i < 2350; i++) {
      person("p%04d".formatted(i), "Person %04d".formatted(i), 100 + i);
    }
    model.load();
    assertThat(model.items().size()).isLessThan(110);
    for (int i = 0; i < 40; i++) {
      model.more();
    }
    assertThat(names()).hasSize(2353).doesNotHaveDuplicates();
    assertThat(backend.requests().stream().filter(r -> r.contains("after="))).hasSize(23);
  }

  @Test
  void filtersHereAndAsksTheBackend() {
    backend.add(Samples.in(backend.people().get(INCI), Stage.OFFER));
    model.filter().set(ApplicantFilter.NONE.with(Stage.OFFER, true));
    assertThat(names()).containsExactly("İnci Işık");
    assertThat(backend.requests()).anyMatch(r -> r.contains("stage=offer"));
    model.filter().set(ApplicantFilter.NONE.withUnread(true));
    assertThat(names()).as("the open room stays").containsExactly("Ayşe Yılmaz");
    says("john", 9);
    assertThat(names()).containsExactly("John Doe", "Ayşe Yılmaz");
    model.filter().set(ApplicantFilter.NONE);
    assertThat(names()).hasSize(3);
  }

  @Test
  void opensTheNextOneWhenTheOpenOneIsArchived() {
    Applicant archived =
        backend
            .people()
            .changes(
                Samples.AYSE,
                new ApplicantChange(null, null, null, null, null, null, null, null, true, 1L));
    model.changed(archived);
    assertThat(names()).containsExactly("John Doe", "İnci Işık");
    assertThat(selected().name()).isEqualTo("John Doe");
    model.filter().set(ApplicantFilter.NONE.withArchived(true));
    assertThat(names()).containsExactly("Ayşe Yılmaz");
  }

  @Test
  void ignoresAnAnswerThatIsOlderThanWhatIsKnown() {
    Applicant old = backend.people().get(Samples.JOHN);
    model.changed(
        backend
            .people()
            .changes(
                Samples.JOHN,
                new ApplicantChange("Jon", null, null, null, null, null, null, null, null, 1L)));
    model.changed(old);
    assertThat(john().name()).isEqualTo("Jon");
  }

  private ApplicantItem john() {
    return model.find(Samples.JOHN).orElseThrow();
  }

  private void welcome(Map<String, Long> unread) {
    say(
        new ServerMessage.Welcome(
            Samples.ELIF, "Elif Kaya", Role.RECRUITER, now, List.of(), unread, List.of(), null));
  }

  private ServerMessage.ChatMessage entry(RoomId room, long seq, UserId by, ChatEntry.Kind kind) {
    ChatEntry text = Samples.text(room, seq, by, by.value(), "x", now.plusSeconds(seq));
    return new ServerMessage.ChatMessage(Samples.ofKind(text, kind));
  }

  private static ServerMessage.ChatMessage entryAt(RoomId room, long seq, Instant at) {
    return new ServerMessage.ChatMessage(
        Samples.text(room, seq, Samples.JOHN, "John Doe", "x", at));
  }

  private static Field field(NewApplicantViewModel form) {
    var problem = form.problem().get();
    return problem == null ? Field.NONE : problem.field();
  }

  private void person(String id, String name, int minutesAgo) {
    UserId user = new UserId(id);
    backend.add(
        Samples.with(
            Samples.applicant(id, name, "Engineer", "tr", "Europe/Istanbul"),
            false,
            0,
            Samples.text(
                RoomId.of(user), 1, user, name, "hello", now.minusSeconds(minutesAgo * 60L)),
            null));
  }

  private void says(String id, long seq) {
    UserId user = new UserId(id);
    say(
        new ServerMessage.ChatMessage(
            Samples.text(RoomId.of(user), seq, user, id, "news", now.plusSeconds(seq))));
  }

  private void say(ServerMessage message) {
    model.on(new SignalEvent.Received(message));
  }

  private ApplicantItem selected() {
    ApplicantItem item = model.selected().get();
    assertThat(item).isNotNull();
    return item;
  }

  private List<String> names() {
    return model.items().stream().map(ApplicantItem::name).toList();
  }

  private List<String> searches() {
    return backend.requests().stream().filter(request -> request.contains("q=")).toList();
  }
}
