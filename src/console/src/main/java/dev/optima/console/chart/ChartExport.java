package dev.optima.console.chart;

import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.kept.WholeFile;
import dev.optima.console.toast.Toast;
import dev.optima.console.toast.ToastsViewModel;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Takes charts out of the console: to the clipboard, or to files that the recruiter names.
public final class ChartExport {
  private final Words words;
  private final Tasks tasks;
  private final ToastsViewModel toasts;
  private Chooser chooser = ChartExport::ask;

  /// Asks where a file is to be.
  @FunctionalInterface
  public interface Chooser {
    /// @param name suggested, with its ending
    /// @return null if the recruiter thought better of it
    @Nullable Path choose(@Nullable Window window, String title, String name);
  }

  /// Writes something to a file. Waits for the disk.
  private interface Deed {
    void to(Path file) throws Exception;
  }

  public ChartExport(Words words, Tasks tasks, ToastsViewModel toasts) {
    this.words = words;
    this.tasks = tasks;
    this.toasts = toasts;
  }

  /// Asks in another way where a file is to be.
  public void ask(Chooser other) {
    chooser = other;
  }

  private static @Nullable Path ask(@Nullable Window window, String title, String name) {
    FileChooser dialog = new FileChooser();
    dialog.setTitle(title);
    dialog.setInitialFileName(name);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    dialog
        .getExtensionFilters()
        .setAll(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
    File chosen = dialog.showSaveDialog(window);
    return chosen == null ? null : chosen.toPath();
  }

  void copyPicture(Node node) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(Picture.of(node).image());
    copied(content);
  }

  /// Tables are pasted by their tabs.
  void copyFigures(Table table) {
    ClipboardContent content = new ClipboardContent();
    content.putString(table.tabbed());
    copied(content);
  }

  private void copied(ClipboardContent content) {
    Clipboard.getSystemClipboard().setContent(content);
    toasts.show(Toast.plain(Message.of("chart.copied")));
  }

  /// Saves what a node looks like.
  ///
  /// @param name of the file, without its ending
  public void savePicture(Node node, String name) {
    choose(
        node,
        name + ".png",
        file -> {
          Picture picture = Picture.of(node);
          write(file, target -> WholeFile.write(target, picture::write));
        });
  }

  void saveFigures(Node node, Table table, String name) {
    choose(
        node,
        name + ".csv",
        file -> write(file, target -> table(target, table.csv().getBytes(StandardCharsets.UTF_8))));
  }

  private static void table(Path file, byte[] csv) throws Exception {
    WholeFile.table(file, out -> out.write(csv));
  }

  /// Saves figures that have yet to be fetched.
  ///
  /// @param fetched the whole table; may wait for the network
  /// @param explain the sentence for what went wrong with that
  public void saveFetched(
      Node node, String name, Callable<byte[]> fetched, Consumer<Exception> explain) {
    choose(
        node,
        name,
        file -> tasks.run(fetched, bytes -> write(file, target -> table(target, bytes)), explain));
  }

  private void choose(Node node, String name, Consumer<Path> then) {
    Window window = node.getScene() == null ? null : node.getScene().getWindow();
    Path file = chooser.choose(window, words.get("chart.save"), name);
    if (file != null) {
      then.accept(file);
    }
  }

  private void write(Path file, Deed deed) {
    tasks.run(
        () -> {
          deed.to(file);
          return file;
        },
        done ->
            toasts.show(Toast.plain(Message.of("chart.saved", String.valueOf(done.getFileName())))),
        _ -> toasts.show(Toast.problem(Message.of("chart.notSaved"))));
  }
}
