package dev.optima.acceptance.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a process and all that it started cost. Linux only.
final class Cost {
  private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+)");

  private Cost() {}

  private static Stream<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants());
  }

  /// CPU used so far.
  static Duration cpu(ProcessHandle process) {
    return family(process)
        .map(p -> p.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /// Memory with its share of what is shared, in KiB.
  static double pss(ProcessHandle process) {
    return family(process).mapToDouble(p -> pssOf(p.pid())).sum();
  }

  private static double pssOf(long pid) {
    try {
      Matcher matcher = PSS.matcher(Files.readString(Path.of("/proc/" + pid + "/smaps_rollup")));
      return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
    } catch (IOException e) {
      return 0; // It has gone: it costs nothing.
    }
  }
}
