package dev.optima.protocol.quality;

import static java.lang.Math.exp;
import static java.lang.Math.log10;
import static java.lang.Math.pow;
import static java.lang.Math.sqrt;

/// The E-model: how well one hears each other over a line, as ITU-T Recommendation G.107 (06/2015)
/// computes it, `R = Ro − Is − Id − Ie,eff`, with the default values of its table 2 for all that is
/// not known of a browser: send and receive loudness, side tone, room noise, echo loss. There is no
/// advantage of access (`A = 0`): who sits at a desk forgives nothing.
///
/// The names of the quantities are those of the recommendation; delays are milliseconds, as there.
public final class EModel {
  private static final double SLR = 8;
  private static final double RLR = 2;
  private static final double STMR = 15;
  private static final double LSTR = 18;
  private static final double DS = 3;
  private static final double TELR = 65;
  private static final double WEPL = 110;
  private static final double NC = -70;
  private static final double N_FOR = -64;
  private static final double PS = 35;
  private static final double PR = 35;
  private static final double QDU = 1;

  private static final double OLR = SLR + RLR;
  private static final double NO = noise();

  /// Signal to noise, clause 7.2.
  private static final double RO = 15 - 1.5 * (SLR + NO);

  /// The delay from which talking itself gets harder; `sT` is 1.
  private static final double M_T = 100;

  private EModel() {}

  /// What carries the voice.
  ///
  /// @param impairment by the codec itself: `Ie`
  /// @param robustness against lost packets: `Bpl`
  public record Codec(double impairment, double robustness) {
    /// Opus as browsers use it for speech, its own forward error correction not counted. G.113
    /// names no figures for it, so they are ours, see ADR 0023: as good as G.711 without losses,
    /// whose `Ie` is 0 by definition; of losses the robustness 10 that `rtcscore` (G. García) works
    /// with.
    public static final Codec OPUS = new Codec(0, 10);

    /// Opus with forward error correction, which browsers agree on by themselves: for losses of the
    /// line, before it mends them. As [#OPUS].
    public static final Codec OPUS_FEC = new Codec(0, 20);
  }

  /// The transmission rating, from 0 (nothing gets through) to 93.2 (as good as a telephone gets).
  ///
  /// @param delay one way, from mouth to ear, milliseconds
  /// @param loss 0 to 1
  /// @param burst `BurstR`: 1 if losses are spread at random, more if they come together
  public static double rating(double delay, double loss, double burst, Codec codec) {
    return RO - simultaneous(delay) - delayed(delay) - equipment(loss, burst, codec);
  }

  /// The mean opinion score that fits a rating, Annex B: 1.0 to 4.5. Below 6.5 the polynomial of
  /// the recommendation dips under 1, which is no score.
  public static double score(double rating) {
    if (rating <= 0) {
      return 1;
    }
    if (rating >= 100) {
      return 4.5;
    }
    return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
  }

  /// `No`, all noises together at the 0 dBr point, clause 7.2.
  private static double noise() {
    double nos = PS - SLR - DS - 100 + 0.004 * pow(PS - OLR - DS - 14, 2);
    double pre = PR + 10 * log10(1 + pow(10, (10 - LSTR) / 10));
    double nor = RLR - 121 + pre + 0.008 * pow(pre - 35, 2);
    double nfo = N_FOR + RLR;
    return 10 * log10(power(NC) + power(nos) + power(nor) + power(nfo));
  }

  private static double power(double level) {
    return pow(10, level / 10);
  }

  /// `Is`, what comes together with the voice: too loud, side tone, quantizing; clause 7.3.
  private static double simultaneous(double t) {
    double x = OLR + 0.2 * (64 + NO - RLR);
    double loud = 20 * (pow(1 + pow(x / 8, 8), 1 / 8.0) - x / 8);
    double stmr = -10 * log10(power(-STMR) + exp(-t / 4) * power(-TELR));
    double side =
        12 * pow(1 + pow((stmr - 13) / 6, 8), 1 / 8.0)
            - 28 * pow(1 + pow((stmr + 1) / 19.4, 35), 1 / 35.0)
            - 13 * pow(1 + pow((stmr - 3) / 33, 13), 1 / 13.0)
            + 29;
    double q = 37 - 15 * log10(QDU);
    double g = 1.07 + 0.258 * q + 0.0602 * q * q;
    double y = (RO - 100) / 15 + 46 / 8.4 - g / 9;
    double z = 46 / 30.0 - g / 40;
    return loud + side + 15 * log10(1 + pow(10, y) + pow(10, z));
  }

  /// `Id`, what comes by the delay: talker's echo, listener's echo, and the delay itself; clause
  /// 7.4.
  private static double delayed(double t) {
    return talkerEcho(t) + listenerEcho(t) + absoluteDelay(t);
  }

  /// Where the echo is all but inaudible the formula dips under zero; an echo helps nobody.
  private static double talkerEcho(double t) {
    if (t < 1) {
      return 0;
    }
    double terv = TELR - 40 * log10((1 + t / 10) / (1 + t / 150)) + 6 * exp(-0.3 * t * t);
    double re = 80 + 2.5 * (terv - 14);
    double roe = -1.5 * (NO - RLR);
    double half = (roe - re) / 2;
    return Math.max(0, half + sqrt(half * half + 100) - 1) * (1 - exp(-t));
  }

  private static double listenerEcho(double t) {
    double rle = 10.5 * (WEPL + 7) * pow(2 * t + 1, -0.25);
    double half = (RO - rle) / 2;
    return half + sqrt(half * half + 169);
  }

  private static double absoluteDelay(double ta) {
    if (ta <= M_T) {
      return 0;
    }
    double x = log10(ta / M_T) / log10(2);
    return 25 * (pow(1 + pow(x, 6), 1 / 6.0) - 3 * pow(1 + pow(x / 3, 6), 1 / 6.0) + 2);
  }

  /// `Ie,eff`, what the codec makes of the losses, clause 7.5.
  private static double equipment(double loss, double burst, Codec codec) {
    double ppl = 100 * loss;
    return ppl == 0
        ? codec.impairment()
        : codec.impairment() + (95 - codec.impairment()) * ppl / (ppl / burst + codec.robustness());
  }
}
