package dev.optima.acceptance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.optima.acceptance.client.Answer;
import dev.optima.acceptance.client.Rest;
import dev.optima.acceptance.harness.ContractSocket;
import dev.optima.acceptance.harness.CuttableProxy;
import dev.optima.acceptance.harness.Wait;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/// One device of a person: connects, resumes, talks, and comes back whenever it is thrown out, as
/// the console and the page do.
final class Device implements AutoCloseable {
  private static final int PAGE = 100;
  private static final Duration LONGEST = Wait.LONG;

  private final String name;
  private final String token;
  private final List<String> foreign;
  private final List<String> rooms;
  private final CuttableProxy cable;
  private final Rest rest;
  private final HttpClient http = HttpClient.newHttpClient();
  private final RandomGenerator random;
  private final Notebook notebook;
  private volatile boolean online;
  private int lines;

  /// @param rooms those that the person may see
  /// @param foreign those that it asks for nevertheless
  Device(Who who, List<String> rooms, List<String> foreign, CuttableProxy cable, long seed) {
    this.name = who.device;
    this.token = who.token;
    this.rooms = rooms;
    this.foreign = foreign;
    this.cable = cable;
    random = new java.util.Random(seed);
    Rest nobody = Rest.at(cable.url());
    rest = who.team ? nobody.withToken(token) : nobody.withCookie(token);
    notebook = new Notebook(who.person, rooms);
  }

  /// Whose device it is.
  record Who(String device, String person, String token, boolean team) {}

  /// Whether a connection is there and has resumed.
  boolean isOnline() {
    return online;
  }

  CuttableProxy cable() {
    return cable;
  }

  /// Talks for as long as it shall, and then until all that it said is acknowledged.
  void talk(BooleanSupplier going) {
    while (going.getAsBoolean() || !notebook.unacknowledged().isEmpty()) {
      try (Line line = open()) {
        resume(line);
        online = true;
        var talk = new Talk(name, rooms, notebook, line, rest, random);
        while (line.isOpen() && (going.getAsBoolean() || !notebook.unacknowledged().isEmpty())) {
          talk.step(going.getAsBoolean());
        }
      } catch (Lost | UncheckedIOException e) {
        Wait.pass(Duration.ofMillis(random.nextInt(10, 150)));
      } finally {
        online = false;
      }
    }
  }

  private Line open() throws Lost {
    return Line.open(http, ContractSocket.url(cable.url()), ++lines, notebook::heard);
  }

  /// Exactly as the real clients: what is new comes by the hello, what was said goes out again,
  /// what was changed is asked for.
  private JsonNode resume(Line line) throws Lost {
    ObjectNode hello = Line.message("hello").put("token", token);
    ObjectNode lastSeq = hello.putObject("last_seq");
    notebook.opened(lines).forEach(lastSeq::put);
    foreign.forEach(room -> lastSeq.put(room, 0));
    JsonNode welcome = line.hello(hello);
    for (Notebook.Unsaid unsaid : notebook.unacknowledged()) {
      line.say(unsaid.message());
    }
    for (String room : rooms) {
      askForChanges(room);
    }
    return welcome;
  }

  private void askForChanges(String room) {
    boolean complete;
    do {
      long known = notebook.lastChange(room);
      JsonNode list =
          page("/api/rooms/" + room + "/messages?limit=" + PAGE + "&changes_after=" + known);
      List<Entry> page = entries(list);
      complete = page.size() < PAGE;
      long upTo = complete ? list.path("last_change").asLong() : page.getLast().change();
      if (!complete && upTo <= known) {
        throw new IllegalStateException("changes after " + known + " in " + room + ": " + upTo);
      }
      notebook.changes(room, page, upTo);
    } while (!complete);
  }

  private JsonNode page(String path) {
    Answer answer = rest.get(path);
    if (answer.status() != 200) {
      throw new IllegalStateException(path + " gave " + answer.status() + " " + answer.text());
    }
    return answer.body();
  }

  static List<Entry> entries(JsonNode list) {
    var entries = new ArrayList<Entry>();
    list.path("messages").forEach(message -> entries.add(Entry.of(message)));
    return entries;
  }

  /// Comes back once more, undisturbed, and says what it knows then.
  History last() throws Lost {
    try (Line line = open()) {
      JsonNode welcome = resume(line);
      Wait.value(LONGEST, () -> isComplete() ? true : null);
      var unread = new TreeMap<String, Long>();
      welcome
          .path("unread")
          .fields()
          .forEachRemaining(e -> unread.put(e.getKey(), e.getValue().asLong()));
      return notebook.history(name, Map.copyOf(unread));
    }
  }

  private boolean isComplete() {
    for (String room : rooms) {
      long newest = page("/api/rooms/" + room).path("last_seq").asLong();
      if (notebook.last(room) < newest) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    cable.close();
    http.close();
  }
}
