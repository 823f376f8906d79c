package dev.optima.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ServerMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The wire format of every message, against files that only a deliberate change touches. After
/// one, `-Doptima.golden.write=true` writes them anew.
class GoldenTest {
  private static final boolean WRITE = Boolean.getBoolean("optima.golden.write");

  @TestFactory
  Stream<DynamicTest> client() {
    return Samples.client().entrySet().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(),
                    () -> {
                      ClientMessage message = sample.getValue();
                      String golden = golden("client/" + sample.getKey(), Json.write(message));
                      assertThat(tree(Json.write(message))).isEqualTo(tree(golden));
                      assertThat(Json.clientMessage(golden)).isEqualTo(message);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> server() {
    return Samples.server().entrySet().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.getKey(),
                    () -> {
                      ServerMessage message = sample.getValue();
                      String golden = golden("server/" + sample.getKey(), Json.write(message));
                      assertThat(tree(Json.write(message))).isEqualTo(tree(golden));
                      assertThat(Json.serverMessage(golden)).isEqualTo(message);
                    }));
  }

  @Test
  void everyMessageHasASample() {
    assertThat(Samples.client().keySet()).containsAll(names(ClientMessage.class));
    assertThat(Samples.server().keySet()).containsAll(names(ServerMessage.class));
    assertThat(samples(Samples.client().values())).isEqualTo(records(ClientMessage.class));
    assertThat(samples(Samples.server().values())).isEqualTo(records(ServerMessage.class));
  }

  private static Set<Class<?>> samples(java.util.Collection<?> messages) {
    return messages.stream().map(Object::getClass).collect(Collectors.toSet());
  }

  private static Set<String> names(Class<?> sealed) {
    return records(sealed).stream()
        .map(type -> type.getAnnotation(JsonTypeName.class).value())
        .collect(Collectors.toSet());
  }

  private static Set<Class<?>> records(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(type -> type.isRecord() ? Stream.of(type) : records(type).stream())
        .collect(Collectors.toSet());
  }

  private static String golden(String name, String actual) throws IOException {
    if (WRITE) {
      Path file = Path.of("src/test/resources/golden/" + name + ".json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, tree(actual).toPrettyString() + "\n");
      return actual;
    }
    try (InputStream in = GoldenTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      assertThat(in).as("golden file of " + name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonNode tree(String json) throws IOException {
    return Json.MAPPER.readTree(json);
  }
}
