package dev.optima.console.sample;

import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallHappening.Kind;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.CallQuality;
import dev.optima.protocol.rest.CallQuality.Cause;
import dev.optima.protocol.rest.CallQuality.Person;
import dev.optima.protocol.rest.CallQuality.Reason;
import dev.optima.protocol.rest.CallQuality.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be known of a call: how it went on, and how well.
public final class SampleDetails {
  private static final int STEP = 5;

  private SampleDetails() {}

  /// A call in which much happened, from its beginning.
  public static List<CallHappening> timeline(Instant from, UserId applicant, String name) {
    List<CallHappening> all = new ArrayList<>();
    all.add(happening(from, 0, Kind.RINGING, Samples.ELIF, "Elif Kaya", null));
    all.add(happening(from, 9, Kind.ACCEPTED, applicant, name, null));
    all.add(happening(from, 11, Kind.JOINED, Samples.ELIF, "Elif Kaya", null));
    all.add(happening(from, 14, Kind.JOINED, applicant, name, null));
    all.add(happening(from, 14, Kind.STARTED, null, null, null));
    all.add(happening(from, 40, Kind.CAMERA_ON, applicant, name, null));
    all.add(happening(from, 95, Kind.DEVICE_CHANGED, applicant, name, "microphone"));
    for (int i = 0; i < 4; i++) {
      all.add(happening(from, 300 + 20 * i, Kind.NETWORK_LOST, applicant, name, null));
      all.add(happening(from, 308 + 20 * i, Kind.NETWORK_BACK, applicant, name, null));
    }
    all.add(happening(from, 420, Kind.RECONNECTING, applicant, name, null));
    all.add(happening(from, 431, Kind.RESUMED, applicant, name, null));
    all.add(happening(from, 500, Kind.INVITED, Samples.MERT, "Mert Demir", null));
    all.add(happening(from, 520, Kind.JOINED, Samples.MERT, "Mert Demir", null));
    all.add(happening(from, 900, Kind.CAMERA_LOST, applicant, name, "NotReadableError"));
    all.add(happening(from, 960, Kind.MOVED, Samples.ELIF, "Elif Kaya", "direct"));
    all.add(happening(from, 1500, Kind.SHARING_STARTED, Samples.ELIF, "Elif Kaya", null));
    all.add(happening(from, 1600, Kind.SHARING_STOPPED, Samples.ELIF, "Elif Kaya", null));
    all.add(happening(from, 1880, Kind.ENDED, Samples.ELIF, "Elif Kaya", null));
    return all;
  }

  private static CallHappening happening(
      Instant from,
      long after,
      Kind kind,
      @Nullable UserId who,
      @Nullable String name,
      @Nullable String detail) {
    return new CallHappening(from.plusSeconds(after), kind, who, name, detail);
  }

  /// A call that was bad for every reason there is.
  public static CallQuality poor(CallId call, Instant from, UserId applicant, String name) {
    List<Reason> reasons =
        List.of(
            new Reason(Cause.LOSS, null, null, 0.34, 0.08),
            new Reason(Cause.BROKEN, applicant, name, 0.06, null),
            new Reason(Cause.SLOW_COMPUTER, applicant, name, 0.21, 9.0),
            new Reason(Cause.DELAY, applicant, name, 0.12, 0.480),
            new Reason(Cause.BANDWIDTH, applicant, name, 0.1, 240_000.0),
            new Reason(Cause.JITTER, null, null, 0.07, 0.062),
            new Reason(Cause.FROZEN, null, null, 0.05, 0.4));
    return new CallQuality(call, 2.6, 3.1, 2.2, reasons, people(from, applicant, name, true));
  }

  /// A call with which nothing was the matter.
  public static CallQuality good(CallId call, Instant from, UserId applicant, String name) {
    return new CallQuality(call, 4.6, 4.4, 4.7, List.of(), people(from, applicant, name, false));
  }

  private static List<Person> people(Instant from, UserId applicant, String name, boolean bad) {
    return List.of(
        new Person(Samples.ELIF, "Elif Kaya", Side.RECRUITER, 4.1, STEP, samples(from, 0, bad)),
        new Person(applicant, name, Side.APPLICANT, 2.4, STEP, samples(from, 1, bad)));
  }

  private static List<Sample> samples(Instant from, int side, boolean bad) {
    List<Sample> all = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      if (i >= 60 && i < 72 && bad) {
        continue; // the connection was away
      }
      boolean now = bad && i > 30 && i < 60 && side == 1;
      double wave = Math.sin(i / 6.0 + side);
      all.add(
          new Sample(
              from.plusSeconds((long) i * STEP),
              0.05 + 0.01 * wave + (now ? 0.3 : 0),
              now ? 0.08 : Math.max(0, 0.004 * wave),
              0.006 + 0.002 * wave,
              now ? 240_000 : 1_400_000 + 200_000 * wave,
              now ? 9 : 29 + wave,
              now ? 320 : 1280,
              now ? 180 : 720,
              now ? 2.1 : 4.5));
    }
    return all;
  }
}
