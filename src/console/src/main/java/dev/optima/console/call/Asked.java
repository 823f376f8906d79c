package dev.optima.console.call;

import dev.optima.console.client.ApiException;
import dev.optima.console.client.ApiFailures;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.protocol.message.ErrorCode;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One thing that is asked of the backend, perhaps again and again: what it said last, or why it
/// did not. What was answered stays while it is asked again, also if that fails.
final class Asked<T> {
  private final Tasks tasks;
  private final Callable<T> question;
  private final ReadOnlyObjectWrapper<@Nullable T> answer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();
  private int asked;

  Asked(Tasks tasks, Callable<T> question) {
    this.tasks = tasks;
    this.question = question;
  }

  /// Asks; an answer to an earlier question does not count any more.
  void load() {
    int mine = ++asked;
    tasks.run(
        question,
        found -> {
          if (mine == asked) {
            problem.set(null);
            answer.set(found);
          }
        },
        failure -> {
          if (mine == asked) {
            failed(failure);
          }
        });
  }

  /// What was kept of a call is deleted after some time, and a thread still tells of the call.
  private void failed(Exception failure) {
    boolean gone = failure instanceof ApiException refused && refused.is(ErrorCode.NOT_FOUND);
    problem.set(gone ? Message.of("record.gone") : ApiFailures.explain(failure));
  }

  /// Null until it came.
  ReadOnlyObjectProperty<@Nullable T> answer() {
    return answer.getReadOnlyProperty();
  }

  /// Why the last question was not answered; null if it was, or is under way for the first time.
  ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
