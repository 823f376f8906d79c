package dev.optima.console.chat;

import dev.optima.console.client.ApiFailures;
import dev.optima.console.i18n.Message;
import dev.optima.console.kept.OwnerOnly;
import dev.optima.protocol.message.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What is done with the files of messages: their pictures, opening and saving.
public final class FilesViewModel {
  /// Opening one of these may run what is in it.
  private static final Set<String> RISKY =
      Set.of(
          "app",
          "appimage",
          "apk",
          "bat",
          "bin",
          "chm",
          "cmd",
          "com",
          "command",
          "cpl",
          "deb",
          "desktop",
          "dll",
          "dmg",
          "docm",
          "exe",
          "gadget",
          "hta",
          "htm",
          "html",
          "iso",
          "jar",
          "jnlp",
          "js",
          "jse",
          "lnk",
          "mht",
          "mhtml",
          "msi",
          "msix",
          "msp",
          "pif",
          "pkg",
          "pl",
          "pptm",
          "ps1",
          "psm1",
          "py",
          "pyw",
          "rb",
          "reg",
          "rpm",
          "run",
          "scf",
          "scr",
          "sh",
          "svg",
          "url",
          "vb",
          "vbe",
          "vbs",
          "ws",
          "wsf",
          "wsh",
          "xhtml",
          "xlam",
          "xlsm",
          "xml");

  private static final Set<String> RISKY_TYPES =
      Set.of("x-executable", "x-msdownload", "x-sh", "x-elf", "java-archive", "javascript");

  private static final String OPENED = "opened";
  private static final String PASTED = "pasted";

  private final ChatGround ground;
  private final PreviewImages images;
  private final ReadOnlyObjectWrapper<@Nullable Message> note = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Message> problem = new ReadOnlyObjectWrapper<>();

  FilesViewModel(ChatGround ground, PreviewImages images) {
    this.ground = ground;
    this.images = images;
  }

  /// Whether one should be asked before it is opened.
  public static boolean isRisky(Attachment file) {
    String name = file.name().toLowerCase(Locale.ROOT).strip();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return !name.contains(".")
        || RISKY.contains(ending)
        || RISKY_TYPES.stream().anyMatch(file.mediaType()::contains);
  }

  /// Fetches a file, and hands over where it is.
  public void open(Attachment file, Consumer<Path> then) {
    begin("chat.file.opening", file);
    ground
        .tasks()
        .run(
            () -> fetch(file),
            path -> {
              note.set(null);
              then.accept(path);
            },
            this::failed);
  }

  private Path fetch(Attachment file) throws Exception {
    Path folder = OwnerOnly.folder(folder(OPENED).resolve(file.attachmentId().value()));
    Path target = folder.resolve(safeName(file.name()));
    if (!Files.exists(target) || Files.size(target) != file.size()) {
      ground.api().chat().download(file.attachmentId(), target);
    }
    return target;
  }

  /// Saves a file where the recruiter wants it.
  public void save(Attachment file, Path target) {
    begin("chat.file.saving", file);
    ground
        .tasks()
        .run(
            () -> ground.api().chat().download(file.attachmentId(), target),
            path -> note.set(Message.of("chat.file.saved", path.toString())),
            this::failed);
  }

  private void begin(String key, Attachment file) {
    problem.set(null);
    note.set(Message.of(key, file.name()));
  }

  private void failed(Exception failure) {
    note.set(null);
    problem.set(
        failure instanceof IOException
            ? Message.of("chat.file.notWritten")
            : ApiFailures.explain(failure));
  }

  /// A name that is one file's in any system; the backend has made it harmless already.
  static String safeName(String name) {
    String safe = name.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]", "_").strip();
    return safe.isEmpty() || safe.matches("\\.+") ? "file" : safe;
  }

  /// A place for a picture that was pasted, before it is sent.
  public Path newPicture() throws IOException {
    Path inside = Files.createTempDirectory(folder(PASTED), "p");
    return inside.resolve("image.png");
  }

  private Path folder(String name) throws IOException {
    OwnerOnly.folder(ground.folder());
    return OwnerOnly.folder(ground.folder().resolve(name));
  }

  /// Deletes what was opened and pasted before: it is asked for again when it is opened again, and
  /// a message that waits to be sent has its files in the backend already.
  void clean() {
    for (String name : List.of(OPENED, PASTED)) {
      ground.tasks().run(() -> OwnerOnly.delete(ground.folder().resolve(name)));
    }
  }

  PreviewImages images() {
    return images;
  }

  /// What goes on, or null.
  public ReadOnlyObjectProperty<@Nullable Message> note() {
    return note.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Message> problem() {
    return problem.getReadOnlyProperty();
  }
}
