package dev.optima.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One frame that a page has opened: what it was given, what it was told, and what it says.
public final class Frame {
  private final String id;
  private final JsonNode opened;
  private final Verdict verdict;
  private final BlockingQueue<JsonNode> orders = new LinkedBlockingQueue<>();
  private final List<Command> commands = new CopyOnWriteArrayList<>();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private volatile @Nullable JsonNode devices;
  private volatile boolean gone;
  private volatile boolean joined;
  volatile boolean moderator;

  /// As it is wished.
  volatile boolean audioMuted;

  /// Whether the browser opens one when it asks.
  volatile boolean microphone;

  /// Whether one is open.
  volatile boolean hears;

  volatile boolean unplugged;
  volatile boolean videoMuted;
  volatile boolean sharing;
  volatile boolean screenDenied;

  Frame(String id, JsonNode opened, Verdict verdict) {
    this.id = id;
    this.opened = opened;
    this.verdict = verdict;
    audioMuted = config().path("startWithAudioMuted").asBoolean();
    videoMuted = config().path("startWithVideoMuted").asBoolean();
  }

  /// The participant's id, too.
  public String id() {
    return id;
  }

  /// What the frame's address names: `room`, or `tenant/room`.
  public String path() {
    return opened.path("path").asText();
  }

  /// Without the tenant, as the events have it.
  String room() {
    return path().substring(path().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /// `configOverwrite`, as it arrived.
  public JsonNode config() {
    return opened.path("config");
  }

  public JsonNode interfaceConfig() {
    return opened.path("interface");
  }

  /// `userInfo`, as it arrived.
  public JsonNode user() {
    return opened.path("user");
  }

  /// The address of the page that holds it, as far as that page tells.
  public String referrer() {
    return opened.path("referrer").asText();
  }

  public String language() {
    return opened.path("lang").asText("");
  }

  /// The token, or an empty string.
  public String token() {
    return opened.path("jwt").asText("");
  }

  public Verdict verdict() {
    return verdict;
  }

  Guest guest() {
    return verdict instanceof Verdict.Welcome welcome ? welcome.guest() : Guest.NOBODY;
  }

  String name() {
    String named = guest().name();
    return named.isEmpty() ? user().path("displayName").asText() : named;
  }

  /// What the page has said to it, in this order, by the names of the wire (`toggle-audio`).
  public List<Command> commands() {
    return List.copyOf(commands);
  }

  /// What camera and microphone gave to the frame, once known.
  public @Nullable JsonNode devices() {
    return devices;
  }

  public boolean isInRoom() {
    return joined && !gone;
  }

  /// Whether the page has taken it away.
  public boolean isGone() {
    return gone;
  }

  public boolean isModerator() {
    return moderator;
  }

  /// Whether its microphone is off, or it has none.
  public boolean audioMuted() {
    return audioMuted || !hears;
  }

  /// Whether its camera is off.
  public boolean videoMuted() {
    return videoMuted;
  }

  /// Says an event to the page, by the name of the wire (`video-conference-joined`).
  public void say(String name, ObjectNode data) {
    orders.add(
        node().<ObjectNode>set("data", data.deepCopy().put("name", name)).put("type", "event"));
  }

  public void say(String name) {
    say(name, node());
  }

  /// `notificationTriggered`: what Jitsi would show, by the keys of its words.
  ///
  /// @param description null where the title says it all
  public void announce(String title, @Nullable String description) {
    ObjectNode said = node().put("title", title);
    say(
        "notification-triggered",
        description == null ? said : said.put("description", description));
  }

  /// `errorOccurred`.
  public void fail(ObjectNode error) {
    say("error-occurred", node().set("error", error));
  }

  void answer(JsonNode request, JsonNode result) {
    ObjectNode answer = node().put("type", "response");
    answer.set("id", request.path("id"));
    orders.add(answer.set("result", result));
  }

  /// `audioInput`, `audioOutput` and `videoInput`, as the IFrame API has them.
  JsonNode deviceLists() {
    JsonNode known = devices;
    JsonNode lists = known == null ? node() : known.path("lists");
    if (unplugged && lists instanceof ObjectNode all) {
      ObjectNode left = all.deepCopy();
      left.putArray("audioInput");
      return left;
    }
    return lists;
  }

  /// `audioAvailabilityChanged`: whether its button can be pressed.
  void audioAvailable(boolean available) {
    say("audio-availability-changed", node().put("available", available));
  }

  /// What the page asked it for, by the names of the wire.
  public List<JsonNode> requests() {
    return List.copyOf(requests);
  }

  void asked(JsonNode request) {
    requests.add(request);
  }

  void heard(Command command) {
    commands.add(command);
  }

  void has(JsonNode devices) {
    this.devices = devices;
  }

  void enters() {
    joined = true;
  }

  void leaves() {
    joined = false;
  }

  void goes() {
    gone = true;
  }

  @Nullable JsonNode next(long millis) throws InterruptedException {
    return orders.poll(millis, TimeUnit.MILLISECONDS);
  }

  /// An empty object, for what an event says.
  public static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
