package dev.optima.backend.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
                OpenAPIContract.from(vertx, ofRequests(json))
                    .map(contract -> new Contract(contract, json.encode())));
  }

  /// What requests are held to. The library wants an absolute address, of which it uses the path
  /// only, and knows neither problem documents nor CSV, so it gets the contract without its
  /// answers; who may call what is decided by [Access]. Bodies that others define (`x-as-sent`) go
  /// to the endpoint as they were sent.
  private static JsonObject ofRequests(JsonObject contract) {
    JsonObject copy = contract.copy();
    copy.put("servers", new JsonArray().add(new JsonObject().put("url", "http://localhost/api")));
    copy.remove("security");
    copy.getJsonObject("components").remove("responses");
    copy.getJsonObject("components").remove("securitySchemes");
    JsonObject answer = new JsonObject().put("default", new JsonObject().put("description", "any"));
    for (Object path : values(copy.getJsonObject("paths"))) {
      for (Object operation : values((JsonObject) path)) {
        if (operation instanceof JsonObject object && object.containsKey("responses")) {
          object.put("responses", answer.copy());
          object.remove("security");
          if (isAsSent(object)) {
            object.remove("requestBody");
          }
        }
      }
    }
    return copy;
  }

  private static boolean isAsSent(JsonObject operation) {
    JsonObject body = operation.getJsonObject("requestBody");
    return body != null && body.getBoolean("x-as-sent", false);
  }

  private static List<Object> values(JsonObject object) {
    return object.fieldNames().stream().map(object::getValue).toList();
  }

  /// Consoles read here whether they understand this backend.
  ///
  /// @param version of the jar; null where nothing is packed
  static JsonObject ofVersion(JsonObject contract, @Nullable String version) {
    if (version != null) {
      contract.getJsonObject("info").put("version", version);
    }
    return contract;
  }

  private static JsonObject read() {
    try (InputStream in =
        Objects.requireNonNull(Contract.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      Map<String, Object> yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return ofVersion(
          new JsonObject(yaml), Contract.class.getPackage().getImplementationVersion());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
