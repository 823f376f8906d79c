package dev.optima.console.shell;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Two short tones: rising for an answer, falling for a message. Waits while it plays.
final class Sounds {
  private static final Logger LOG = LoggerFactory.getLogger(Sounds.class);
  private static final float RATE = 44_100;
  private static final double LOUDNESS = 0.18;
  private static final int TONE = (int) (RATE * 0.13);

  private Sounds() {}

  static void play(Desk.News news) {
    double[] tones =
        switch (news) {
          case MESSAGE -> new double[] {784, 587};
          case ANSWERED -> new double[] {587, 880};
        };
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
      line.open(format);
      line.start();
      for (double tone : tones) {
        byte[] wave = wave(tone);
        line.write(wave, 0, wave.length);
      }
      line.drain();
    } catch (LineUnavailableException | IllegalArgumentException e) {
      LOG.debug("no sound here: {}", e.getMessage());
    }
  }

  private static byte[] wave(double hertz) {
    byte[] wave = new byte[TONE * 2];
    for (int i = 0; i < TONE; i++) {
      double fade = Math.sin(Math.PI * i / TONE);
      short value =
          (short) (Math.sin(2 * Math.PI * hertz * i / RATE) * fade * LOUDNESS * Short.MAX_VALUE);
      wave[2 * i] = (byte) value;
      wave[2 * i + 1] = (byte) (value >> 8);
    }
    return wave;
  }
}
