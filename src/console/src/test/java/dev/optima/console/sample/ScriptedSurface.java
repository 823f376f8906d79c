package dev.optima.console.sample;

import dev.optima.console.call.SurfaceLine;
import dev.optima.console.surface.CallTarget;
import dev.optima.console.surface.PageCommand;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.console.surface.SurfaceEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A surface for tests: it says what it is told to say, and remembers what was said to it.
public final class ScriptedSurface implements SurfaceLine.Opener {
  private final SimpleObjectProperty<@Nullable Node> picture = new SimpleObjectProperty<>();
  private final List<PageCommand> commands = new CopyOnWriteArrayList<>();
  private final List<CallTarget> opened = new CopyOnWriteArrayList<>();
  private SurfaceChoice choice =
      new SurfaceChoice(SurfaceChoice.Form.CHROMIUM, SurfaceChoice.Reason.WORKS);
  private Consumer<SurfaceEvent> events = event -> {};
  private int closed;
  private int parted;

  /// Which form the next surface has.
  public void choose(SurfaceChoice next) {
    choice = next;
  }

  public SurfaceChoice choice() {
    return choice;
  }

  @Override
  public SurfaceLine open(CallTarget target, Consumer<SurfaceEvent> listener) {
    opened.add(target);
    events = listener;
    if (choice.form() == SurfaceChoice.Form.CHROMIUM) {
      Region region = new Region();
      region.setStyle(
          "-fx-background-color: linear-gradient(to bottom right, #56406b, #29203a 55%, #1c2733)");
      picture.set(region);
    } else {
      picture.set(null);
    }
    return new SurfaceLine(
        choice,
        commands::add,
        () -> {
          parted++;
          picture.set(null);
        },
        () -> {
          closed++;
          picture.set(null);
        });
  }

  /// Says something, as the page would; on the FX thread where there is one.
  public void say(SurfaceEvent event) {
    events.accept(event);
  }

  public SimpleObjectProperty<@Nullable Node> picture() {
    return picture;
  }

  /// What was said to the page.
  public List<PageCommand> commands() {
    return commands;
  }

  /// Which calls were opened.
  public List<CallTarget> opened() {
    return opened;
  }

  /// How often a surface was left to part by itself.
  public int parted() {
    return parted;
  }

  /// How often a surface was closed.
  public int closed() {
    return closed;
  }
}
