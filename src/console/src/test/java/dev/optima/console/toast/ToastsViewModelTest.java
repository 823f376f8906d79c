package dev.optima.console.toast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.i18n.Message;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Toasts come, wait, and go by themselves.
class ToastsViewModelTest {
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final ToastsViewModel model = new ToastsViewModel(() -> now);

  @Test
  void goByThemselvesAndLaterWhereThereIsSomethingToDo() {
    Toast plain = toast("a");
    Toast step = toast("b").with(Message.of("archive.undo"), () -> {});
    model.show(plain);
    model.show(step);
    pass(7);
    assertThat(model.toasts()).containsExactly(step);
    pass(4);
    assertThat(model.toasts()).isEmpty();
  }

  @Test
  void stayWhileThePointerRestsOnThem() {
    Toast toast = toast("a");
    model.show(toast);
    model.hold(toast);
    pass(60);
    assertThat(model.toasts()).containsExactly(toast);
    model.hold(null);
    pass(7);
    assertThat(model.toasts()).isEmpty();
  }

  @Test
  void areThreeAtMostAndTheStepIsTakenOnce() {
    AtomicInteger undone = new AtomicInteger();
    Toast undo = toast("0").with(Message.of("archive.undo"), undone::incrementAndGet);
    model.show(undo);
    model.take(undo);
    for (int i = 1; i < 6; i++) {
      model.show(toast("" + i));
    }
    assertThat(model.toasts()).containsExactly(toast("3"), toast("4"), toast("5"));
    assertThat(undone).hasValue(1);
  }

  private static Toast toast(String name) {
    return Toast.plain(Message.of("archive.away", name));
  }

  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
    model.tick(now);
  }
}
