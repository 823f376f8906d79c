package dev.optima.acceptance.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A reference server, as `peers.conf` of the benchmark's folder describes it.
record Peer(String name, Dialect dialect, int port, String command, Path folder, Cast cast)
    implements Subject {

  /// The peers of a folder that this tool can speak to.
  static List<Peer> of(Path folder, LoadOptions options) throws IOException {
    List<Peer> peers = new ArrayList<>();
    Cast cast = Cast.named(options.pairs(), Math.max(options.connections(), options.pairs()));
    for (String line : Files.readAllLines(folder.resolve("peers.conf"))) {
      String[] fields = line.split("\\|", 4);
      if (line.startsWith("#") || fields.length < 4) {
        continue;
      }
      String name = fields[0].strip();
      int port = Integer.parseInt(fields[2].strip());
      switch (fields[1].strip()) {
        case "tcp" ->
            peers.add(new Peer(name, new EchoDialect(), port, fields[3].strip(), folder, cast));
        case "sig" ->
            peers.add(
                new Peer(name, new ReferenceDialect(), port, fields[3].strip(), folder, cast));
        default -> {}
      }
    }
    return peers;
  }

  @Override
  public ServerProcess start(Path log) throws IOException {
    return ServerProcess.start(
        List.of("bash", "-c", "exec " + command), Map.of("BENCH", folder.toString()), port, 0, log);
  }
}
