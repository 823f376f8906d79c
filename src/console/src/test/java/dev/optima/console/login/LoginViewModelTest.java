package dev.optima.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.client.HttpExchange;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.sample.Samples;
import dev.optima.console.sample.ScriptedBackend;
import dev.optima.console.sample.ScriptedBackend.Answer;
import dev.optima.console.settings.SettingsStore;
import dev.optima.protocol.message.ErrorCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signing in, and what is said when it does not work.
class LoginViewModelTest {
  @TempDir Path home;

  private final HttpExchange http = HttpExchange.standard();
  private final List<LoginViewModel.SignIn> entered = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private ScriptedBackend backend;
  private LoginViewModel model;

  @BeforeEach
  void start() throws Exception {
    backend = ScriptedBackend.start(Samples.elif());
    model = model();
    model.server().set(backend.address().toString());
    model.email().set("elif@example.org");
    model.password().set(ScriptedBackend.PASSWORD);
  }

  private LoginViewModel model() {
    return new LoginViewModel(
        () -> http,
        new Tasks(Runnable::run, Runnable::run),
        SettingsStore.open(home),
        () -> now,
        "0.1.0",
        entered::add);
  }

  @AfterEach
  void stop() throws Exception {
    backend.close();
    http.close();
  }

  @Test
  void entersAndRemembersAllButThePassword() {
    model.signIn();
    assertThat(entered).hasSize(1);
    assertThat(model.password().get()).isEmpty();
    SettingsStore kept = SettingsStore.open(home);
    assertThat(kept.get().token()).isEqualTo(ScriptedBackend.TOKEN);
    assertThat(kept.get().email()).isEqualTo("elif@example.org");
    assertThat(model().server().get()).isEqualTo(backend.address().toString());
  }

  @Test
  void staysBusyUntilTheDeskIsThereOrSaysWhyItIsNot() {
    model.signIn();
    assertThat(model.busy().get()).isTrue();
    model.again(Message.of("login.deskFailed"));
    assertThat(model.busy().get()).isFalse();
    assertThat(model.problem().get()).isEqualTo(Message.of("login.deskFailed"));
  }

  @Test
  void keepsNoTokenUnlessAskedTo() {
    model.remember().set(false);
    model.signIn();
    assertThat(SettingsStore.open(home).get().token()).isNull();
  }

  @Test
  void saysWhatIsWrong() {
    model.password().set("guess");
    model.signIn();
    assertThat(model.problem().get()).isEqualTo(Message.of("error.badCredentials"));
    assertThat(model.busy().get()).isFalse();
    model.password().set("");
    model.signIn();
    assertThat(model.problem().get()).isEqualTo(Message.of("login.incomplete"));
    assertThat(entered).isEmpty();
  }

  @Test
  void saysThatAnotherKindOfServerAnswered() {
    backend.script("POST /api/sessions", new Answer(200, "text/html", "<html>hello</html>"));
    backend.script("GET /api/openapi.json", new Answer(200, "text/html", "<html>hello</html>"));
    model.signIn();
    assertThat(model.trouble().get())
        .isEqualTo(
            new Trouble(
                Message.of("trouble.other", "127.0.0.1"),
                Message.of("trouble.other.step", "127.0.0.1")));
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void countsTheWaitDownAndDoesNotAskMeanwhile() {
    backend.script("POST /api/sessions", Answer.problem(429, ErrorCode.RATE_LIMITED, 5L));
    model.signIn();
    assertThat(model.problem().get()).isEqualTo(Message.of("login.wait", 5L));
    model.signIn();
    assertThat(backend.requests()).hasSize(1);
    now = now.plusSeconds(3);
    model.tick(now);
    assertThat(model.problem().get()).isEqualTo(Message.of("login.wait", 2L));
    now = now.plusSeconds(3);
    model.tick(now);
    assertThat(model.problem().get()).isNull();
    model.signIn();
    assertThat(backend.requests()).hasSize(2);
  }
}
