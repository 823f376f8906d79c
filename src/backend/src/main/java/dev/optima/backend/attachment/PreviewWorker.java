package dev.optima.backend.attachment;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A process of its own that makes pictures of files: it has little memory and can be killed, so
/// that a file that is made to eat memory, to never end or to crash a decoder harms nobody else.
/// Tasks come on standard input; it ends with it, whatever it is at, as when the server is killed.
final class PreviewWorker {
  private static final Set<String> IMAGES =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp");
  private static final String PDF = "application/pdf";

  private PreviewWorker() {}

  /// Whether there is any use in asking.
  static boolean knows(String mediaType) {
    return IMAGES.contains(mediaType) || mediaType.equals(PDF);
  }

  public static void main(String[] arguments) throws IOException {
    // What a library prints must not get between the answers.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try (var in =
            new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
      serve(in, out);
    }
  }

  /// Reads on while a task is under way: a task may never end, and the server may be killed.
  private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
    var tasks = new LinkedBlockingQueue<PreviewTask>();
    Thread.ofPlatform().daemon().name("preview").start(() -> work(tasks, out));
    try {
      while (true) {
        tasks.add(PreviewTask.read(in));
      }
    } catch (EOFException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void work(BlockingQueue<PreviewTask> tasks, DataOutputStream out) {
    try {
      while (true) {
        PreviewTask.answer(out, make(tasks.take()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | Error e) {
      Runtime.getRuntime().halt(1); // the server sees that there is no answer
    }
  }

  /// Whatever is wrong with a file: then there is no picture of it.
  static Preview make(PreviewTask task) {
    try {
      return task.mediaType().equals(PDF)
          ? PdfPreview.make(task.source(), task.target())
          : new Preview(null, ImagePreview.make(task));
    } catch (IOException | RuntimeException e) {
      return Preview.NONE;
    }
  }
}
