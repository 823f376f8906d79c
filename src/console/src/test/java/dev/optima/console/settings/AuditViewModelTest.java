package dev.optima.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.AuditQuery;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.AuditAct;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The audit log, as an administrator sees it.
class AuditViewModelTest {
  private final HttpExchange http = HttpExchange.standard();
  private ScriptedBackend backend;
  private AuditViewModel model;

  @TempDir Path folder;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.admin());
    model =
        new AuditViewModel(
            ApiClient.anonymous(http, backend.address()).as(ScriptedBackend.TOKEN).audit(),
            new Tasks(Runnable::run, Runnable::run));
  }

  @AfterEach
  void stop() throws Exception {
    backend.close();
    http.close();
  }

  @Test
  void goesOnToTheEndPageByPageAndShowsNothingTwice() {
    model.load();
    assertThat(model.entries()).hasSize(50);
    assertThat(model.accounts()).extracting("name").contains("Ada Lovelace");
    model.more();
    model.more();
    assertThat(model.entries()).hasSize(120);
    model.more();
    assertThat(model.entries()).hasSize(120).extracting(Entry::id).doesNotHaveDuplicates();
  }

  @Test
  void asksTheBackendForWhatFits() {
    model.load();
    model.look(AuditQuery.ALL.act(AuditAct.SET_UP).actor(new UserId("ada")));
    assertThat(backend.requests().getLast())
        .contains("actor=ada")
        .contains("act=set_up")
        .doesNotContain("before");
    assertThat(model.entries()).isNotEmpty().allMatch(one -> one.act() == AuditAct.SET_UP);
    Instant from = Instant.parse("2026-11-22T11:00:00Z");
    model.look(AuditQuery.ALL.period(from, from.plusSeconds(600)).words(" John "));
    assertThat(model.entries())
        .isNotEmpty()
        .allMatch(one -> !one.at().isBefore(from) && one.at().isBefore(from.plusSeconds(600)));
    int asked = backend.requests().size();
    model.look(model.query().get());
    assertThat(backend.requests()).hasSize(asked);
    model.look(AuditQuery.ALL.words("nobody of this name"));
    assertThat(model.entries()).isEmpty();
  }

  @Test
  void saysWhyItStopsAndGoesOnFromThere() {
    model.load();
    backend.script("GET /api/audit", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    model.more();
    assertThat(model.problem().get()).isEqualTo(Message.of("error.unavailable"));
    assertThat(model.entries()).hasSize(50);
    int asked = backend.requests().size();
    model.more();
    assertThat(backend.requests()).as("does not ask by itself").hasSize(asked);
    backend.unscript("GET /api/audit");
    model.again();
    assertThat(model.problem().get()).isNull();
    assertThat(model.entries()).hasSize(100);

    backend.script("GET /api/audit", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    model.look(AuditQuery.ALL.act(AuditAct.SET_UP));
    assertThat(model.entries()).as("what no longer fits").isEmpty();
    backend.unscript("GET /api/audit");
    model.again();
    assertThat(model.entries()).hasSize(4);
  }

  @Test
  void savesWhatFitsForProgramsForTables() throws Exception {
    model.look(AuditQuery.ALL.act(AuditAct.DATA_EXPIRED));
    Path file = folder.resolve("audit.csv");
    model.export(file);
    assertThat(Files.readString(file)).startsWith("\ufeffid,act\r\n").contains(",data_expired\r\n");
    assertThat(Files.readAllLines(file)).hasSize(1 + model.entries().size());
    assertThat(model.export().saved().get()).isEqualTo(Message.of("audit.saved", "audit.csv"));
    assertThat(model.export().busy().get()).isFalse();

    model.export(folder.resolve("no").resolve("such.csv"));
    assertThat(model.export().problem().get())
        .isEqualTo(Message.of("audit.unwritable", "such.csv"));
    backend.script("GET /api/audit", Answer.problem(403, ErrorCode.FORBIDDEN, null));
    model.export(folder.resolve("other.csv"));
    assertThat(folder.resolve("other.csv")).doesNotExist();
    assertThat(model.export().saved().get()).isNull();
  }

  @Test
  void anExportThatFailsIsTriedAgainByItselfAndLeavesTheRowsAlone() throws Exception {
    model.load();
    model.more();
    Path file = Files.writeString(folder.resolve("audit.csv"), "what was there");
    backend.script("GET /api/audit", Answer.problem(503, ErrorCode.UNAVAILABLE, null));
    model.export(file);
    assertThat(model.export().problem().get()).isEqualTo(Message.of("error.unavailable"));
    assertThat(model.problem().get()).isNull();
    assertThat(file).hasContent("what was there");
    backend.unscript("GET /api/audit");
    int asked = backend.requests().size();
    model.again();
    assertThat(backend.requests()).as("no page failed").hasSize(asked);
    model.more();
    assertThat(model.entries()).hasSize(120).extracting(Entry::id).doesNotHaveDuplicates();
    model.export().again();
    assertThat(model.export().problem().get()).isNull();
    assertThat(Files.readString(file)).contains("id,act");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void hasAWordOfItsOwnForEveryAct(Language language) {
    var audit = new AuditWords(Words.of(language, ZoneOffset.UTC));
    assertThat(Arrays.stream(AuditAct.values()).map(audit::act))
        .doesNotHaveDuplicates()
        .allMatch(word -> !word.isBlank() && !word.contains("audit."));
  }

  @Test
  void saysWhatTheBackendSaysInWords() {
    var audit = new AuditWords(Words.of(Language.EN, ZoneOffset.UTC));
    assertThat(audit.detail(entry(AuditAct.ROLE_CHANGED, "recruiter > admin")))
        .isEqualTo("Recruiter → Administrator");
    assertThat(audit.detail(entry(AuditAct.DATA_EXPIRED, "calls 1, meetings 30")))
        .isEqualTo("1 call, 30 meetings");
    assertThat(audit.detail(entry(AuditAct.SIGN_IN_FAILED, "30"))).isEqualTo("30 times");
    assertThat(audit.detail(entry(AuditAct.ACCOUNT_CHANGED, "name, language")))
        .isEqualTo("name, language");
    assertThat(audit.detail(entry(AuditAct.CONFLICT_OVERRIDDEN, "name, link")))
        .as("a reason stays as it was written")
        .isEqualTo("name, link");
    assertThat(audit.detail(entry(AuditAct.MAIL_TESTED, "credentials"))).isEqualTo("credentials");
    assertThat(audit.actor(entry(AuditAct.DATA_EXPIRED, null))).isEqualTo("Optima");
  }

  private static Entry entry(AuditAct act, @Nullable String detail) {
    return new Entry("e", Instant.EPOCH, null, "backend", act, null, null, detail, null);
  }
}
