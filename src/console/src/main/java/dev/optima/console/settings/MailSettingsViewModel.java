package dev.optima.console.settings;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.client.MailClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.MailTested;
import dev.optima.protocol.rest.OutboxMails;
import dev.optima.protocol.rest.OutboxMails.Mail;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The backend's mail, for administrators: whether it works, and what became of it.
public final class MailSettingsViewModel {
  private static final int PAGE = 25;
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  private final MailClient mail;
  private final Tasks tasks;
  private final ObservableList<Mail> mails = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<OutboxMails.State> state =
      new ReadOnlyObjectWrapper<>(OutboxMails.State.DEAD);
  private final ReadOnlyObjectWrapper<@Nullable Boolean> configured = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
  private @Nullable String next;
  private int turn;

  /// What became of a test mail.
  ///
  /// @param detail the mail server's own words, or null
  public record Answer(boolean good, Message text, @Nullable String detail) {}

  public MailSettingsViewModel(ApiClient api, Tasks tasks) {
    this.mail = api.mail();
    this.tasks = tasks;
  }

  /// Sends a test mail and says in words what came of it.
  public void test(String typed) {
    String to = typed.strip();
    if (testing.get()) {
      return;
    }
    if (!ADDRESS.matcher(to).matches()) {
      answer.set(new Answer(false, Message.of("mail.test.wrong"), null));
      return;
    }
    testing.set(true);
    answer.set(null);
    tasks.run(
        () -> mail.test(to),
        tested -> told(explain(tested, to)),
        failure -> told(new Answer(false, explain(failure), null)));
  }

  private void told(Answer what) {
    testing.set(false);
    answer.set(what);
  }

  private static Answer explain(MailTested tested, String to) {
    if (tested.sent()) {
      return new Answer(true, Message.of("mail.test.sent", to), tested.detail());
    }
    String problem = Objects.requireNonNullElse(tested.problem(), "other");
    return new Answer(false, MailProblems.of(problem), tested.detail());
  }

  private static Message explain(Exception failure) {
    return failure instanceof ApiException refused && refused.is(ErrorCode.MAIL_OFF)
        ? Message.of("mail.off")
        : ApiFailures.explain(failure);
  }

  /// Shows the mails of this state.
  public void show(OutboxMails.State wanted) {
    state.set(wanted);
    load();
  }

  /// Asks anew.
  public void load() {
    ask(null);
  }

  public void more() {
    if (next != null) {
      ask(next);
    }
  }

  private void ask(@Nullable String after) {
    int mine = ++turn;
    OutboxMails.State wanted = state.get();
    problem.set(null);
    tasks.run(
        () -> mail.outbox(wanted, after, PAGE),
        page -> {
          if (mine == turn) {
            took(page, after == null);
          }
        },
        failure -> problem.set(explain(failure)));
  }

  private void took(OutboxMails page, boolean first) {
    configured.set(page.configured());
    next = page.next();
    hasMore.set(next != null);
    if (first) {
      mails.setAll(page.mails());
    } else {
      mails.addAll(page.mails());
    }
  }

  public void retry(Mail one) {
    act(() -> mail.retry(one.mailId()));
  }

  public void delete(Mail one) {
    act(() -> mail.delete(one.mailId()));
  }

  private void act(Tasks.Work work) {
    tasks.run(
        () -> {
          work.run();
          return true;
        },
        _ -> load(),
        failure -> {
          load();
          problem.set(explain(failure));
        });
  }

  public ObservableList<Mail> mails() {
    return mails;
  }

  public ReadOnlyObjectProperty<OutboxMails.State> state() {
    return state.getReadOnlyProperty();
  }

  /// Whether a mail server is set; null until it is known.
  public ReadOnlyObjectProperty<@Nullable Boolean> configured() {
    return configured.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Answer> answer() {
    return answer.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty testing() {
    return testing.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty hasMore() {
    return hasMore.getReadOnlyProperty();
  }
}
