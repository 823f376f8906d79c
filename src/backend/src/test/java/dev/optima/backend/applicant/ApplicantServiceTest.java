package dev.optima.backend.applicant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.optima.backend.account.Identity;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Engine;
import dev.optima.backend.world.Story;
import dev.optima.backend.world.World;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage.ApplicantChanged;
import dev.optima.protocol.rest.Applicant;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.Applicants;
import dev.optima.protocol.rest.NewApplicant;
import dev.optima.protocol.rest.NewMessage;
import dev.optima.protocol.rest.Preferences;
import dev.optima.protocol.rest.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Applicants as the team keeps them.
class ApplicantServiceTest {
  @TempDir Path folder;

  private void on(Engine engine, Story.OfTeam story) throws Exception {
    Story.ofTeam(engine, folder, story);
  }

  private static Applicant add(World world, Identity who, String name, @Nullable Stage stage) {
    world.clock.advance(Duration.ofSeconds(1));
    return world.applicants.add(
        who,
        new NewApplicant(name, "someone@example.org", null, null, "tr", "Europe/Istanbul", stage));
  }

  private static ApplicantChange stage(Stage stage, @Nullable Long version) {
    return new ApplicantChange(null, null, null, null, null, null, stage, null, null, version);
  }

  private static ApplicantChange notes(String notes, @Nullable Long version) {
    return new ApplicantChange(null, null, null, null, null, null, null, notes, null, version);
  }

  private static ApplicantChange archived(boolean archived) {
    return new ApplicantChange(null, null, null, null, null, null, null, null, archived, null);
  }

  private static ApplicantFilter filter(boolean archived, boolean unread, Stage... stages) {
    return new ApplicantFilter("", new TreeSet<>(Arrays.asList(stages)), archived, unread);
  }

  private static List<String> names(Applicants page) {
    return page.applicants().stream().map(Applicant::name).toList();
  }

  private static ErrorCode refused(Runnable command) {
    return catchThrowableOfType(Refusal.class, command::run).code();
  }

  @ParameterizedTest
  @EnumSource
  void theListIsFiltered(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          Applicant anna = add(world, ayse, "Anna", Stage.SCREENING);
          add(world, ayse, "Ben", null);
          Applicant cem = add(world, ayse, "Cem", Stage.OFFER);
          world.applicants.change(ayse, cem.applicantId(), archived(true));

          assertThat(names(world.applicants.list(ayse, filter(false, false), null, 50)))
              .containsExactly("Ben", "Anna");
          assertThat(names(world.applicants.list(ayse, filter(true, false), null, 50)))
              .containsExactly("Cem");
          assertThat(
                  names(
                      world.applicants.list(
                          ayse, filter(false, false, Stage.SCREENING, Stage.OFFER), null, 50)))
              .containsExactly("Anna");
          assertThat(names(world.applicants.list(ayse, filter(false, true), null, 50))).isEmpty();
          Identity applicant = world.identity(anna.applicantId().value());
          world.chat.send(applicant, anna.roomId(), new NewMessage("k", "hi", null, null));
          assertThat(names(world.applicants.list(ayse, filter(false, true), null, 50)))
              .containsExactly("Anna");
          world.chat.read(ayse, anna.roomId(), 1);
          assertThat(names(world.applicants.list(ayse, filter(false, true), null, 50))).isEmpty();
          world.chat.send(
              world.recruiter("burak"),
              RoomId.teamOf(anna.applicantId()),
              new NewMessage("k", "a note", null, null));
          Applicants unread = world.applicants.list(ayse, filter(false, true), null, 50);
          assertThat(names(unread))
              .as("a colleague's note is to be read too")
              .containsExactly("Anna");
          assertThat(unread.applicants().getFirst().unread()).isEqualTo(1);
          assertThat(unread.applicants().getFirst().lastMessage())
              .satisfies(entry -> assertThat(entry.body()).isEqualTo("hi"));
        });
  }

  @ParameterizedTest
  @EnumSource
  void filteredPagesFollowOneAnother(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          for (int i = 0; i < 9; i++) {
            add(world, ayse, "A" + i, i % 3 == 0 ? Stage.OFFER : Stage.NEW);
          }
          Applicants first =
              world.applicants.list(ayse, filter(false, false, Stage.OFFER), null, 2);
          Applicants second =
              world.applicants.list(ayse, filter(false, false, Stage.OFFER), first.next(), 2);
          assertThat(names(first)).containsExactly("A6", "A3");
          assertThat(names(second)).containsExactly("A0");
          assertThat(second.next()).isNull();
        });
  }

  @ParameterizedTest
  @EnumSource
  void anArchivedApplicantIsOutOfTheListsAndStillThere(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          Applicant anna = add(world, ayse, "Anna", null);
          Applicant gone = world.applicants.change(ayse, anna.applicantId(), archived(true));
          assertThat(gone.archivedAt()).isEqualTo(world.clock.instant());
          world.clock.advance(Duration.ofHours(1));
          assertThat(world.applicants.change(ayse, anna.applicantId(), archived(true)))
              .as("archived twice is archived once")
              .isEqualTo(gone);
          assertThat(world.applicants.get(ayse, anna.applicantId())).isEqualTo(gone);
          Identity applicant = world.identity(anna.applicantId().value());
          world.chat.send(
              applicant, anna.roomId(), new NewMessage("k", "still there?", null, null));
          assertThat(world.chat.history().unread(ayse)).containsEntry(anna.roomId().value(), 1L);
          world.online.put(anna.applicantId(), 1);
          assertThat(world.calls.request(ayse, anna.roomId(), "ring").fresh())
              .as("who is archived can still be rung")
              .isTrue();
          Applicant back = world.applicants.change(ayse, anna.applicantId(), archived(false));
          assertThat(back.archivedAt()).isNull();
          assertThat(back.version()).isEqualTo(3);
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoSawAnOlderVersionIsRefused(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          Applicant anna = add(world, ayse, "Anna", null);
          assertThat(anna.version()).isEqualTo(1);
          Applicant second =
              world.applicants.change(ayse, anna.applicantId(), stage(Stage.SCREENING, 1L));
          assertThat(second.version()).isEqualTo(2);
          assertThat(
                  refused(
                      () -> world.applicants.change(ayse, anna.applicantId(), notes("good", 1L))))
              .isEqualTo(ErrorCode.STALE);
          assertThat(world.applicants.get(ayse, anna.applicantId())).isEqualTo(second);
          Applicant third = world.applicants.change(ayse, anna.applicantId(), notes(" good ", 2L));
          assertThat(third.notes()).isEqualTo("good");
          assertThat(third.stage()).isEqualTo(Stage.SCREENING);
          assertThat(world.applicants.change(ayse, anna.applicantId(), notes("", 3L)).notes())
              .isNull();
          assertThat(
                  refused(
                      () ->
                          world.applicants.change(
                              ayse, anna.applicantId(), notes("x".repeat(10_001), null))))
              .isEqualTo(ErrorCode.INVALID);
          assertThat(
                  refused(
                      () -> world.applicants.change(ayse, anna.applicantId(), notes("a\0b", null))))
              .isEqualTo(ErrorCode.INVALID);
          assertThat(
                  refused(
                      () ->
                          world.applicants.change(
                              ayse, new UserId("nobody"), stage(Stage.HIRED, null))))
              .isEqualTo(ErrorCode.NOT_FOUND);
        });
  }

  @ParameterizedTest
  @EnumSource
  void ofManyEditorsOfOneVersionOneWins(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          UserId anna = add(world, ayse, "Anna", null).applicantId();
          List<Boolean> won = atOnce(12, i -> () -> changes(world, ayse, anna, notes("n" + i, 1L)));
          assertThat(won).containsOnlyOnce(true);
          assertThat(world.applicants.get(ayse, anna).version()).isEqualTo(2);
        });
  }

  @ParameterizedTest
  @EnumSource
  void editorsOfDifferentFieldsUndoNothing(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          UserId anna = add(world, ayse, "Anna", null).applicantId();
          Identity self = Identity.ofSession(anna, Role.APPLICANT, "Anna", "s");
          List<Boolean> won =
              atOnce(
                  9,
                  i ->
                      () ->
                          switch (i % 3) {
                            case 0 -> changes(world, ayse, anna, notes("n" + i, null));
                            case 1 ->
                                changes(world, ayse, anna, stage(Stage.values()[1 + i % 6], null));
                            default -> {
                              world.profiles.prefer(self, new Preferences("de", null));
                              yield true;
                            }
                          });
          assertThat(won).containsOnly(true);
          Applicant now = world.applicants.get(ayse, anna);
          assertThat(now.notes()).startsWith("n");
          assertThat(now.stage()).isNotEqualTo(Stage.NEW);
          assertThat(now.language()).isEqualTo("de");
          assertThat(now.version())
              .as("each change that was told has its own version")
              .isEqualTo(world.bus.to(Subject.TEAM).size());
        });
  }

  private static boolean changes(World world, Identity who, UserId id, ApplicantChange change) {
    try {
      world.applicants.change(who, id, change);
      return true;
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(ErrorCode.STALE);
      return false;
    }
  }

  private interface Act {
    Callable<Boolean> of(int number);
  }

  private static List<Boolean> atOnce(int many, Act act) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> acts = IntStream.range(0, many).mapToObj(act::of).toList();
      return threads.invokeAll(acts).stream().map(Future::resultNow).toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTeamHearsOfWhatIsNewAndDifferent(Engine engine) throws Exception {
    on(
        engine,
        (world, ayse) -> {
          Applicant anna = add(world, ayse, "Anna", null);
          UserId id = anna.applicantId();
          world.applicants.change(ayse, id, stage(Stage.OFFER, null));
          world.applicants.change(ayse, id, stage(Stage.OFFER, null));
          world.applicants.change(ayse, id, archived(true));
          Identity self = Identity.ofSession(id, Role.APPLICANT, "Anna", "s");
          world.profiles.prefer(self, new Preferences("en", null));
          world.profiles.prefer(self, new Preferences("en", null));
          world.profiles.prefer(ayseHired(world), new Preferences("en", null));
          assertThat(world.bus.to(Subject.TEAM))
              .as("what changed nothing is not told")
              .containsExactly(
                  new ApplicantChanged(id, anna.roomId(), 1),
                  new ApplicantChanged(id, anna.roomId(), 2),
                  new ApplicantChanged(id, anna.roomId(), 3),
                  new ApplicantChanged(id, anna.roomId(), 4));
          assertThat(world.bus.to(id)).as("no word of it to the applicant").isEmpty();
        });
  }

  /// The same recruiter with an account.
  private static Identity ayseHired(World world) {
    world.database.<Integer>write(
        tx ->
            tx.update(
                "INSERT INTO accounts (id, email_key, email, name, role, language, password_hash,"
                    + " created_at) VALUES ('ayse', 'a@b.c', 'a@b.c', 'Ayse', 'RECRUITER', 'tr',"
                    + " '', 0)"));
    return world.recruiter("ayse");
  }
}
