package dev.optima.console.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.fx.UiThread;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Styles;
import dev.optima.console.meeting.MeetingDoors;
import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.Samples;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// What paging back through a long thread costs the FX thread: a room of 100,000 messages, paged
/// back in a real view. Printed is how long each page holds the FX thread, with its layout
/// (`-Doptima.pages=2000` for the whole room; the default is what a test may take).
class ThreadPagingTest {
  private static final int MESSAGES = 100_000;

  private static final int PAGES = Integer.getInteger("optima.pages", 60);

  /// Far above what was measured: it is to fail when the cost grows with the length of the thread.
  private static final double BEARABLE = 100;

  @TempDir Path folder;

  @Test
  void pagesBackThroughALongThreadWithoutAHitch() throws Exception {
    List<Double> costs = new CopyOnWriteArrayList<>();
    Stage stage = FxToolkit.registerPrimaryStage();
    UiThread ui = new UiThread();
    StackPane root = new StackPane();
    try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
        ChatRig rig =
            ChatRig.on(folder, background, task -> ui.execute(() -> timed(task, root, costs)))) {
      Instant start = rig.now().minusSeconds(MESSAGES * 60L);
      for (int i = 1; i <= MESSAGES; i++) {
        rig.backend.add(
            Samples.text(
                ChatRig.CHAT,
                i,
                i % 3 == 0 ? Samples.ELIF : Samples.JOHN,
                i % 3 == 0 ? "Elif Kaya" : "John Doe",
                "Message " + i + " with some words in it. ".repeat(1 + i % 5),
                start.plusSeconds(i * 60L)));
      }
      show(stage, root, rig);
      run(rig, PAGES, costs);
      DeskRig.fx(
          () -> {
            stage.hide();
            return true;
          });
    }
    assertThat(median(costs)).isLessThan(BEARABLE);
  }

  private static void timed(Runnable task, StackPane root, List<Double> costs) {
    long before = System.nanoTime();
    task.run();
    root.applyCss();
    root.layout();
    costs.add((System.nanoTime() - before) / 1e6);
  }

  private static void show(Stage stage, StackPane root, ChatRig rig) {
    DeskRig.fx(
        () -> {
          ThreadDoors doors =
              new ThreadDoors(
                  () -> {},
                  _ -> {},
                  (_, _) -> {},
                  _ -> {},
                  new MeetingDoors(_ -> {}, (_, _) -> {}, _ -> {}, _ -> {}, _ -> {}),
                  _ -> {});
          Words words = Words.of(Language.EN, ZoneId.of("UTC"));
          ThreadView view = new ThreadView(words, InstantSource.system(), doors, false);
          root.getChildren().setAll(view);
          Scene scene = new Scene(root, 700, 800);
          Styles.apply(scene);
          DeskRig.put(stage, scene);
          stage.show();
          view.show(rig.thread(), "John Doe");
          return true;
        });
  }

  private static void run(ChatRig rig, int pages, List<Double> costs) throws InterruptedException {
    until(() -> !rig.thread().items().isEmpty() && !rig.thread().loading().get());
    costs.clear();
    for (int i = 0; i < pages && DeskRig.fx(() -> rig.thread().hasOlder().get()); i++) {
      DeskRig.fx(
          () -> {
            rig.thread().look("view", false, false);
            rig.thread().loadOlder();
            return true;
          });
      until(() -> !rig.thread().loading().get());
    }
  }

  private static void until(Callable<Boolean> holds) throws InterruptedException {
    while (!DeskRig.fx(holds)) {
      Thread.onSpinWait();
    }
  }

  private static double median(List<Double> costs) {
    List<Double> sorted = costs.stream().sorted().toList();
    System.out.printf(
        "pages %d, FX thread per page: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get((int) (sorted.size() * 0.99)),
        sorted.getLast());
    return sorted.get(sorted.size() / 2);
  }
}
