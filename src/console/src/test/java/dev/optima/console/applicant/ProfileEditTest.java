package dev.optima.console.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.applicant.FieldEdit.State;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.fx.Tasks;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.Stage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Editing a profile where it stands, beside colleagues who do the same.
class ProfileEditTest {
  private static final String ME = "http://optima.example elif";

  @TempDir Path home;

  private final HttpExchange http = HttpExchange.standard();
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Tasks tasks = new Tasks(work::add, Runnable::run);
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private ScriptedBackend backend;
  private ApiClient api;
  private Profiles profiles;
  private ProfileEdit edit;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    backend.add(Samples.applicant("john", "John Doe", "Backend engineer", "en", "Europe/Berlin"));
    api = ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN);
    profiles = profiles(ME);
    edit = profiles.of(john());
  }

  private Profiles profiles(String owner) {
    return new Profiles(api, tasks, () -> now, home, owner, _ -> {});
  }

  @AfterEach
  void stop() throws Exception {
    backend.close();
    http.close();
  }

  @Test
  void savesOneFieldAndLeavesTheOthers() {
    type(ProfileField.POSITION, "  Staff engineer ");
    edit.save(ProfileField.POSITION);
    assertThat(state(ProfileField.POSITION)).isEqualTo(new State.Saving());
    work();
    assertThat(john().position()).isEqualTo("Staff engineer");
    assertThat(john().name()).isEqualTo("John Doe");
    assertThat(state(ProfileField.POSITION)).isEqualTo(new State.Saved());
    edit.choose(ProfileField.STAGE, Stage.OFFER.name());
    work();
    assertThat(john().stage()).isEqualTo(Stage.OFFER);
  }

  @Test
  void savesSeveralFieldsOneAfterTheOther() {
    type(ProfileField.NAME, "Jane Doe");
    type(ProfileField.PHONE, "");
    edit.saveAll();
    work();
    assertThat(john().name()).isEqualTo("Jane Doe");
    assertThat(john().phone()).isNull();
  }

  @Test
  void refusesWhatCannotBeKeptWithoutAsking() {
    type(ProfileField.EMAIL, "john at example");
    edit.save(ProfileField.EMAIL);
    assertThat(state(ProfileField.EMAIL)).isInstanceOf(State.Refused.class);
    assertThat(work).isEmpty();
    edit.revert(ProfileField.EMAIL);
    assertThat(edit.field(ProfileField.EMAIL).text().get()).isEqualTo("john@example.org");
  }

  @Test
  void goesOnWhereAColleagueChangedAnotherField() {
    type(ProfileField.POSITION, "Staff engineer");
    colleague(change("Jon", null));
    edit.save(ProfileField.POSITION);
    work();
    assertThat(john().position()).isEqualTo("Staff engineer");
    assertThat(john().name()).as("theirs stays").isEqualTo("Jon");
    assertThat(edit.field(ProfileField.NAME).text().get()).isEqualTo("Jon");
  }

  @Test
  void showsBothWhereAColleagueChangedTheSameField() {
    type(ProfileField.NOTES, "mine");
    colleague(change(null, "theirs"));
    edit.save(ProfileField.NOTES);
    work();
    assertThat(state(ProfileField.NOTES)).isEqualTo(new State.Conflict("theirs"));
    assertThat(edit.field(ProfileField.NOTES).text().get()).as("mine is kept").isEqualTo("mine");
    assertThat(john().notes()).isEqualTo("theirs");
    edit.keepBoth(ProfileField.NOTES);
    work();
    assertThat(john().notes()).isEqualTo("theirs\n\nmine");
    assertThat(state(ProfileField.NOTES)).isEqualTo(new State.Saved());
  }

  @Test
  void letsOneTakeWhatTheColleagueWrote() {
    type(ProfileField.NAME, "Johnny");
    profiles.of(colleague(change("Jon", null)));
    assertThat(state(ProfileField.NAME)).isEqualTo(new State.Conflict("Jon"));
    edit.takeTheirs(ProfileField.NAME);
    edit.saveAll();
    work();
    assertThat(john().name()).isEqualTo("Jon");
    assertThat(edit.field(ProfileField.NAME).text().get()).isEqualTo("Jon");
  }

  @Test
  void savesNotesByItselfOnceTheTypingRests() {
    type(ProfileField.NOTES, "Good at SQL");
    profiles.tick(now);
    assertThat(work).as("still typing").isEmpty();
    now = now.plusSeconds(2);
    profiles.tick(now);
    work();
    assertThat(john().notes()).isEqualTo("Good at SQL");
  }

  @Test
  void keepsWhatIsTypedWhileItSaves() {
    type(ProfileField.NOTES, "one");
    edit.save(ProfileField.NOTES);
    type(ProfileField.NOTES, "one two");
    work();
    assertThat(edit.field(ProfileField.NOTES).text().get()).isEqualTo("one two");
    now = now.plusSeconds(2);
    profiles.tick(now);
    work();
    assertThat(john().notes()).isEqualTo("one two");
  }

  @Test
  void losesNoNoteWithoutAConnectionNotEvenByClosing() {
    backend.script("PATCH /api/applicants/john", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    type(ProfileField.NOTES, "Said yes on the phone");
    edit.save(ProfileField.NOTES);
    work();
    assertThat(state(ProfileField.NOTES)).isInstanceOf(State.Waiting.class);
    profiles.close();
    work();
    assertThat(profiles("http://optima.example mert").of(john()).field(ProfileField.NOTES).text())
        .as("nobody else's")
        .extracting(text -> text.get())
        .isEqualTo("");
    backend.unscript("PATCH /api/applicants/john");
    Profiles next = profiles(ME);
    assertThat(next.of(john()).field(ProfileField.NOTES).text().get())
        .isEqualTo("Said yes on the phone");
    now = now.plusSeconds(2);
    next.tick(now);
    work();
    assertThat(john().notes()).isEqualTo("Said yes on the phone");
    assertThat(home.toFile().list()).as("nothing is left behind").isEmpty();
  }

  @Test
  void triesAgainByItself() {
    backend.script("PATCH /api/applicants/john", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    type(ProfileField.NAME, "Jane Doe");
    edit.save(ProfileField.NAME);
    work();
    backend.unscript("PATCH /api/applicants/john");
    now = now.plusSeconds(6);
    profiles.tick(now);
    work();
    assertThat(john().name()).isEqualTo("Jane Doe");
  }

  @Test
  void pointsAtAnAddressThatAnotherApplicantHas() {
    backend.script("PATCH /api/applicants/john", Answer.problem(409, ErrorCode.CONFLICT, null));
    type(ProfileField.EMAIL, "ayse@example.org");
    edit.save(ProfileField.EMAIL);
    work();
    assertThat(state(ProfileField.EMAIL))
        .isInstanceOfSatisfying(
            State.Refused.class,
            refused -> assertThat(refused.why().key()).isEqualTo("applicant.emailTaken"));
  }

  private static ApplicantChange change(@Nullable String name, @Nullable String notes) {
    return new ApplicantChange(name, null, null, null, null, null, null, notes, null, null);
  }

  private Applicant colleague(ApplicantChange change) {
    return backend.people().changes(Samples.JOHN, change);
  }

  private void type(ProfileField field, String text) {
    edit.field(field).text().set(text);
  }

  private State state(ProfileField field) {
    return edit.field(field).state().get();
  }

  private Applicant john() {
    return backend.people().get(Samples.JOHN);
  }

  private void work() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }
}
