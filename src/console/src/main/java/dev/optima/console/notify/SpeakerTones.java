package dev.optima.console.notify;

import dev.optima.console.settings.AlertKind;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Short tones, each kind its own: rising for what asks for something, falling for what is over.
public final class SpeakerTones implements Tones {
  private static final Logger LOG = LoggerFactory.getLogger(SpeakerTones.class);
  private static final float RATE = 44_100;
  private static final double LOUDEST = 0.3;
  private static final int TONE = (int) (RATE * 0.13);

  @Override
  public void play(AlertKind kind, int volume) {
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
      line.open(format);
      line.start();
      for (double tone : tones(kind)) {
        byte[] wave = wave(tone, LOUDEST * volume / 100);
        line.write(wave, 0, wave.length);
      }
      line.drain();
    } catch (LineUnavailableException | IllegalArgumentException e) {
      LOG.debug("no sound here: {}", e.getMessage());
    }
  }

  private static double[] tones(AlertKind kind) {
    return switch (kind) {
      case MESSAGE -> new double[] {784, 587};
      case CALL_ME -> new double[] {659, 784, 988};
      case ANSWERED, LINE_FREE -> new double[] {587, 880};
      case MISSED_CALL -> new double[] {523, 440, 349};
      case REMINDER -> new double[] {880, 880, 1175};
      case CALL_ENDED -> new double[] {587, 440};
    };
  }

  private static byte[] wave(double hertz, double loudness) {
    byte[] wave = new byte[TONE * 2];
    for (int i = 0; i < TONE; i++) {
      double fade = Math.sin(Math.PI * i / TONE);
      short value =
          (short) (Math.sin(2 * Math.PI * hertz * i / RATE) * fade * loudness * Short.MAX_VALUE);
      wave[2 * i] = (byte) value;
      wave[2 * i + 1] = (byte) (value >> 8);
    }
    return wave;
  }
}
