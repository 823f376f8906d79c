package dev.optima.acceptance.load;

import dev.optima.acceptance.run.BackendJar;
import dev.optima.acceptance.run.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Optima's backend with everything switched on: rights, database, JSON.
record OptimaSubject(String name, BackendJar jar, Path data, Cast cast) implements Subject {

  /// No limit of rings: the load rings the same people all the time.
  static final Map<String, String> ENVIRONMENT = Map.of("OPTIMA_RING_LIMIT", "0");

  @Override
  public Dialect dialect() {
    return new OptimaDialect();
  }

  @Override
  public ServerProcess start(Path log) throws IOException {
    int port = FreePort.any();
    return ServerProcess.start(
        jar.command("serve", "--port", String.valueOf(port), "--data", data.toString()),
        ENVIRONMENT,
        port,
        0,
        log);
  }
}
