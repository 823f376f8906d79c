package dev.optima.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.optima.acceptance.run.BackendJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A made-up organisation: recruiters, applicants, and a month of calls and chats behind them.
public record DemoData(List<Account> accounts, List<Person> applicants) {

  /// Somebody of the team.
  public record Account(String email, String name, String role, String password) {}

  /// An applicant.
  public record Person(String applicantId, String name, String language) {}

  /// Makes it anew in a directory.
  public static DemoData make(BackendJar jar, Path data) throws IOException, InterruptedException {
    delete(data);
    Files.createDirectories(data);
    String json = jar.run("", "demo-data", "--json", "--data", data.toString());
    JsonNode body = new JsonMapper().readTree(json.substring(json.indexOf('{')));
    return new DemoData(
        stream(body.path("accounts"))
            .map(
                a ->
                    new Account(
                        a.path("email").asText(),
                        a.path("name").asText(),
                        a.path("role").asText(),
                        a.path("password").asText()))
            .toList(),
        stream(body.path("applicants"))
            .map(
                a ->
                    new Person(
                        a.path("applicant_id").asText(),
                        a.path("name").asText(),
                        a.path("language").asText()))
            .toList());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
