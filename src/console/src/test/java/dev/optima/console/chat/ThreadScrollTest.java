package dev.optima.console.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.console.sample.DeskRig;
import dev.optima.console.sample.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The end of a thread is its end to the pixel, whatever the heights of its rows.
class ThreadScrollTest {
  private static final double[] HEIGHTS = {18, 30, 34, 52, 96, 240, 620};
  private static final double HEIGHT = 400;

  private final Map<String, DoubleProperty> heights = new HashMap<>();
  private Stage stage;
  private final ListView<ThreadItem> list = DeskRig.fx(() -> new ListView<ThreadItem>());
  private final VBox page = new VBox();
  private final ThreadScroll scroll = DeskRig.fx(() -> new ThreadScroll(list, new Nobody()));
  private long ids;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void start() throws Exception {
    stage = FxToolkit.registerPrimaryStage();
    DeskRig.fx(
        () -> {
          list.setCellFactory(_ -> new Row());
          page.getChildren().setAll(list);
          list.setMinHeight(0);
          list.setPrefHeight(HEIGHT);
          DeskRig.put(stage, new Scene(page, 600, 700));
          stage.show();
          return true;
        });
  }

  @AfterEach
  void stop() {
    DeskRig.fx(
        () -> {
          scroll.leave();
          stage.hide();
          return true;
        });
  }

  /// A row as high as it is told to be.
  private final class Row extends ListCell<ThreadItem> {
    Row() {
      setStyle("-fx-padding: 0;");
    }

    @Override
    protected void updateItem(@Nullable ThreadItem item, boolean empty) {
      super.updateItem(item, empty);
      if (item == null || empty) {
        setGraphic(null);
        return;
      }
      Region content = new Region();
      content.minHeightProperty().bind(heights.get(item.key()));
      setGraphic(content);
    }
  }

  private record Nobody() implements ThreadScroll.Edges {
    @Override
    public void nearTop() {}

    @Override
    public void nearBottom() {}
  }

  @Test
  void opensAtItsEndWhateverTheHeights() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      show(rows(random, 1 + random.nextInt(120)));
      awaitEnd("opened with seed " + seed);
    }
  }

  @Test
  void staysAtItsEndWhileAllChanges() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      ObservableList<ThreadItem> rows = rows(random, 20 + random.nextInt(60));
      show(rows);
      awaitEnd("opened with seed " + seed);
      lower(180);
      awaitEnd("lower, seed " + seed);
      grow(rows.getLast(), 300);
      awaitEnd("the last row grew, seed " + seed);
      grow(rows.get(rows.size() - 2), 150);
      awaitEnd("a row above grew, seed " + seed);
      DeskRig.fx(() -> rows.addAll(rows(random, 3)));
      awaitEnd("rows came, seed " + seed);
      lower(HEIGHT);
      awaitEnd("higher, seed " + seed);
      DeskRig.fx(() -> rows.remove(rows.size() - 1));
      awaitEnd("a row went, seed " + seed);
    }
  }

  @Test
  void knowsThatTheNewestIsBelowTheEdge() {
    ObservableList<ThreadItem> rows = rows(new Random(1), 60);
    show(rows);
    awaitEnd("opened");
    DeskRig.fx(
        () -> {
          list.scrollTo(1);
          list.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.SHIFT, false, false, false, false));
          return true;
        });
    until("it is further up", () -> !scroll.atEnd().get());
    DeskRig.fx(() -> rows.addAll(rows(new Random(2), 2)));
    WaitForAsyncUtils.waitForFxEvents(5);
    assertThat(DeskRig.<Boolean>fx(() -> scroll.atEnd().get())).isFalse();
    DeskRig.fx(
        () -> {
          scroll.toEnd();
          return true;
        });
    awaitEnd("went to the end");
    until("it knows", () -> scroll.atEnd().get());
  }

  @Test
  void doesNotBringBackWhoScrollsAwayWhileMessagesCome() {
    ObservableList<ThreadItem> rows = rows(new Random(3), 60);
    show(rows);
    awaitEnd("opened");
    DeskRig.fx(
        () -> {
          list.scrollTo(1);
          list.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.SHIFT, false, false, false, false));
          return rows.addAll(rows(new Random(4), 2));
        });
    until("the first rows are in sight", () -> !isAtEnd());
    WaitForAsyncUtils.waitForFxEvents(5);
    assertThat(DeskRig.<Boolean>fx(this::isAtEnd)).isFalse();
  }

  private ObservableList<ThreadItem> rows(Random random, int count) {
    List<ThreadItem> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ThreadItem row = row(++ids);
      heights.put(row.key(), new SimpleDoubleProperty(HEIGHTS[random.nextInt(HEIGHTS.length)]));
      rows.add(row);
    }
    return FXCollections.observableArrayList(rows);
  }

  private static ThreadItem row(long seq) {
    return new ThreadItem.CallMe(
        Samples.text(Samples.JOHNS_ROOM, seq, Samples.JOHN, "John Doe", "row", Instant.EPOCH));
  }

  private void show(ObservableList<ThreadItem> rows) {
    DeskRig.fx(
        () -> {
          list.setItems(rows);
          scroll.show(rows);
          return true;
        });
  }

  private void lower(double height) {
    DeskRig.fx(
        () -> {
          list.setPrefHeight(height);
          list.setMaxHeight(height);
          return true;
        });
    until("the list has its height", () -> list.getHeight() == height);
  }

  private void grow(ThreadItem row, double by) {
    DeskRig.fx(
        () -> {
          DoubleProperty height = Objects.requireNonNull(heights.get(row.key()));
          height.set(height.get() + by);
          return true;
        });
  }

  private void awaitEnd(String when) {
    WaitForAsyncUtils.waitForFxEvents(2);
    until(when + ": " + DeskRig.<String>fx(this::place), this::isAtEnd);
    WaitForAsyncUtils.waitForFxEvents(2);
    assertThat(DeskRig.<Boolean>fx(this::isAtEnd)).as(when + ", and stays").isTrue();
  }

  private String place() {
    VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup("#virtual-flow");
    IndexedCell<?> last = flow.getLastVisibleCell();
    return last == null
        ? "nothing"
        : "%d of %d, %s + %s of %s"
            .formatted(
                last.getIndex() + 1,
                list.getItems().size(),
                last.getLayoutY(),
                last.getHeight(),
                flow.getHeight());
  }

  /// The last row ends where the view ends; or all rows fit.
  private boolean isAtEnd() {
    VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup("#virtual-flow");
    IndexedCell<?> last = flow.getLastVisibleCell();
    IndexedCell<?> first = flow.getFirstVisibleCell();
    if (last == null || first == null || last.getIndex() != list.getItems().size() - 1) {
      return false;
    }
    double bottom = last.getLayoutY() + last.getHeight();
    boolean fits = first.getIndex() == 0 && first.getLayoutY() >= -1;
    return bottom <= flow.getHeight() + 1 && (fits || bottom >= flow.getHeight() - 1);
  }

  private static void until(String what, Callable<Boolean> holds) {
    try {
      WaitForAsyncUtils.waitFor(4, TimeUnit.SECONDS, () -> DeskRig.fx(holds));
    } catch (TimeoutException e) {
      throw new AssertionError("did not happen: " + what, e);
    }
  }
}
