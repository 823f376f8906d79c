package dev.optima.console.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// What an owner listens to: taken when a view is shown, released together when it goes.
public final class Subscriptions implements AutoCloseable {
  private final List<Runnable> releases = new ArrayList<>();

  /// Calls `action` with the present value and with every later one.
  public <T> void follow(ObservableValue<T> value, Consumer<? super T> action) {
    ChangeListener<T> listener = (_, _, now) -> action.accept(now);
    value.addListener(listener);
    releases.add(() -> value.removeListener(listener));
    action.accept(value.getValue());
  }

  /// Calls `action` with every later value.
  public <T> void onChange(ObservableValue<T> value, Consumer<? super T> action) {
    ChangeListener<T> listener = (_, _, now) -> action.accept(now);
    value.addListener(listener);
    releases.add(() -> value.removeListener(listener));
  }

  /// Calls `action` now and whenever one of `values` changes.
  public void update(Runnable action, Observable... values) {
    InvalidationListener listener = _ -> action.run();
    for (Observable value : values) {
      value.addListener(listener);
      releases.add(() -> value.removeListener(listener));
    }
    action.run();
  }

  /// Calls `action` now and after every change of the list.
  public <T> void list(ObservableList<T> list, Runnable action) {
    ListChangeListener<T> listener = _ -> action.run();
    list.addListener(listener);
    releases.add(() -> list.removeListener(listener));
    action.run();
  }

  /// Releases something else at the end.
  public void add(Runnable release) {
    releases.add(release);
  }

  @Override
  public void close() {
    List<Runnable> all = List.copyOf(releases);
    releases.clear();
    all.forEach(Runnable::run);
  }
}
