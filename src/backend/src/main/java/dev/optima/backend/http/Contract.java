package dev.optima.backend.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The contract of REST: what is served at `/api/openapi.json`, and what every request is held to.
///
/// @param text as it is served
public record Contract(OpenAPIContract openApi, String text) {
  private static final String RESOURCE = "openapi.yaml";

  /// Reads and checks the contract.
  public static Future<Contract> load(Vertx vertx) {
    return vertx
        .executeBlocking(Contract::read, false)
        .compose(
            json ->
                OpenAPIContract.from(vertx, json.copy())
                    .map(contract -> new Contract(contract, json.encode())));
  }

  private static JsonObject read() {
    try (InputStream in =
        Objects.requireNonNull(Contract.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new JsonObject(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
