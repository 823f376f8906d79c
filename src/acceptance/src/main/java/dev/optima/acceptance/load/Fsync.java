package dev.optima.acceptance.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What it costs to have a page of a file safely on the disk: the limit of everything durable.
final class Fsync {
  private static final int PAGE = 4096;
  private static final int COUNT = 500;

  private Fsync() {}

  static Samples measure(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "fsync", ".bin");
    Samples samples = new Samples();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int i = 0; i < COUNT; i++) {
        long start = Loop.now();
        channel.write(ByteBuffer.allocate(PAGE));
        channel.force(false);
        samples.add(Loop.now() - start);
      }
    } finally {
      Files.delete(file);
    }
    return samples;
  }
}
