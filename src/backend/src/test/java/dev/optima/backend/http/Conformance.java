package dev.optima.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Holds every answer to the contract: only what it says, and nothing that it does not say.
final class Conformance {
  private static final String REF = "#/components/schemas/";
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  private final JsonObject contract;
  private final JsonObject definitions;
  private final Map<String, Validator> validators = new HashMap<>();

  Conformance(String contract) {
    this.contract = new JsonObject(contract);
    this.definitions =
        new JsonObject(
            this.contract
                .getJsonObject("components")
                .getJsonObject("schemas")
                .encode()
                .replace(REF, "#/$defs/"));
    definitions.fieldNames().forEach(name -> close(definitions.getJsonObject(name)));
  }

  /// @throws AssertionError if the contract does not know this answer
  void check(HttpResponse<String> answer) {
    String path = answer.request().uri().getPath();
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!path.startsWith("/api/") || path.equals("/api/openapi.json")) {
      return;
    }
    if (answer.statusCode() >= 400) {
      assertThat(type).isEqualTo("application/problem+json");
      validate("Problem", answer);
      return;
    }
    JsonObject operation = operation(answer.request().method(), path).orElseThrow();
    JsonObject response =
        operation.getJsonObject("responses").getJsonObject("" + answer.statusCode());
    assertThat(response).as(path + " may not answer " + answer.statusCode()).isNotNull();
    JsonObject content = response.getJsonObject("content", new JsonObject());
    if (content.isEmpty()) {
      assertThat(answer.body()).isEmpty();
    } else if (type.equals("application/json")) {
      String reference = content.getJsonObject(type).getJsonObject("schema").getString("$ref");
      validate(reference.substring(REF.length()), answer);
    } else {
      assertThat(content.fieldNames()).contains(type.split(";", 2)[0]);
    }
  }

  private void validate(String schema, HttpResponse<String> answer) {
    OutputUnit result = validator(schema).validate(new JsonObject(answer.body()));
    assertThat(result.getValid())
        .as(
            "%s %s is no %s: %s %s",
            answer.request().method(),
            answer.request().uri().getPath(),
            schema,
            answer.body(),
            result.toJson())
        .isTrue();
  }

  private Validator validator(String schema) {
    return validators.computeIfAbsent(
        schema,
        name ->
            Validator.create(
                JsonSchema.of(
                    new JsonObject()
                        .put("$id", "app://optima/" + name)
                        .put("$ref", "#/$defs/" + name)
                        .put("$defs", definitions.copy())),
                new JsonSchemaOptions().setDraft(Draft.DRAFT202012).setBaseUri("app://optima/")));
  }

  private Optional<JsonObject> operation(String method, String path) {
    JsonObject paths = contract.getJsonObject("paths");
    return paths.fieldNames().stream()
        .filter(template -> matches("/api" + template, path))
        .sorted((a, b) -> Boolean.compare(a.contains("{"), b.contains("{")))
        .map(paths::getJsonObject)
        .map(item -> item.getJsonObject(method.toLowerCase(Locale.ROOT)))
        .filter(operation -> operation != null)
        .findFirst();
  }

  private static boolean matches(String template, String path) {
    return path.matches(PARAMETER.matcher(template).replaceAll("[^/]+"));
  }

  /// Makes every object say all that it has.
  private static void close(JsonObject schema) {
    if (schema.containsKey("properties")) {
      schema.put("additionalProperties", false);
    }
    for (String name : schema.fieldNames()) {
      Object value = schema.getValue(name);
      if (value instanceof JsonObject object) {
        close(object);
      } else if (value instanceof JsonArray array) {
        array.stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .forEach(Conformance::close);
      }
    }
  }
}
