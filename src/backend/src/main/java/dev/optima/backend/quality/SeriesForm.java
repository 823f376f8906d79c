package dev.optima.backend.quality;

import dev.optima.backend.quality.Series.Slot;
import dev.optima.protocol.quality.Measured;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// A series as bytes: column by column, each value as what it differs by from the one before, in as
/// few bytes as it takes, then deflated. ADR 0023 has the format and what it comes to.
final class SeriesForm {
  private static final int VERSION = 1;

  private SeriesForm() {}

  static byte[] pack(Series series) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
      write(out, series.begin().toEpochMilli());
      write(out, series.doublings());
      write(out, series.samples().size());
      int before = 0;
      for (Slot slot : series.samples()) {
        write(out, slot.at() - before);
        before = slot.at();
      }
      for (Figure figure : Figure.values()) {
        column(out, figure, series.measured());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /// 0 for what was not known, else one more than the difference.
  private static void column(DataOutputStream out, Figure figure, List<Measured> samples)
      throws IOException {
    long before = 0;
    for (Measured sample : samples) {
      Double value = figure.of(sample);
      if (value == null) {
        write(out, 0);
      } else {
        long rounded = figure.rounded(value);
        write(out, folded(rounded - before) + 1);
        before = rounded;
      }
    }
  }

  /// @throws UncheckedIOException if that is not what was packed
  static Series unpack(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != VERSION) {
      throw new UncheckedIOException(new IOException("an unknown form of a series"));
    }
    var inflater = new Inflater(true);
    try (var in =
        new DataInputStream(
            new InflaterInputStream(
                new ByteArrayInputStream(bytes, 1, bytes.length - 1), inflater))) {
      Instant begin = Instant.ofEpochMilli(read(in));
      int doublings = (int) read(in);
      int[] places = places(in, (int) read(in));
      var values = new @Nullable Double[places.length][Figure.values().length];
      for (Figure figure : Figure.values()) {
        column(in, figure, values);
      }
      var slots = new ArrayList<Slot>(places.length);
      for (int i = 0; i < places.length; i++) {
        slots.add(new Slot(places[i], Figure.measured(values[i])));
      }
      return new Series(begin, doublings, slots);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      inflater.end();
    }
  }

  private static int[] places(DataInputStream in, int count) throws IOException {
    if (count > Series.MOST) {
      throw new IOException("too many samples");
    }
    int[] places = new int[count];
    int before = 0;
    for (int i = 0; i < count; i++) {
      before += (int) read(in);
      places[i] = before;
    }
    return places;
  }

  private static void column(DataInputStream in, Figure figure, @Nullable Double[][] values)
      throws IOException {
    long before = 0;
    for (@Nullable Double[] sample : values) {
      long written = read(in);
      if (written != 0) {
        before += unfolded(written - 1);
        sample[figure.ordinal()] = figure.exact(before);
      }
    }
  }

  /// Small numbers of either sign become small ones.
  private static long folded(long number) {
    return (number << 1) ^ (number >> 63);
  }

  private static long unfolded(long folded) {
    return (folded >>> 1) ^ -(folded & 1);
  }

  /// Seven bits a byte, the lowest first.
  private static void write(DataOutputStream out, long number) throws IOException {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long read(DataInputStream in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int part = in.read();
      if (part < 0) {
        throw new EOFException();
      }
      number |= (long) (part & 0x7F) << shift;
      if (part < 0x80) {
        return number;
      }
    }
    throw new IOException("too long a number");
  }
}
