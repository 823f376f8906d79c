package dev.optima.backend;

import dev.optima.backend.attachment.MessageFiles;
import dev.optima.backend.bus.LocalBus;
import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.chat.ChatFeed;
import dev.optima.backend.chat.ChatSearch;
import dev.optima.backend.chat.ChatService;
import dev.optima.backend.chat.ChatStore;
import dev.optima.backend.chat.Deliveries;
import dev.optima.backend.chat.ReadMarkStore;
import dev.optima.backend.push.PushFeed;
import dev.optima.backend.push.PushSender;
import dev.optima.backend.signaling.SessionRegistry;
import dev.optima.backend.store.Database;

/// What is said, who is here to hear it, and how far they have heard it.
record Chat(
    ChatService service,
    ChatSearch search,
    ChatStore entries,
    ReadMarkStore marks,
    ChatFeed feed,
    MessageBus bus,
    SessionRegistry registry,
    Deliveries deliveries) {

  static Chat wire(Database database, PushSender pushes, Surroundings around) {
    MessageBus local = new LocalBus();
    ChatStore entries = new ChatStore();
    ReadMarkStore marks = new ReadMarkStore();
    Deliveries deliveries = new Deliveries(database, marks, new ChatFeed(local));
    SessionRegistry registry = new SessionRegistry(local, deliveries);
    MessageBus bus = new PushFeed(local, registry, pushes, around.clock());
    ChatFeed feed = new ChatFeed(bus);
    return new Chat(
        new ChatService(
            database, entries, marks, feed, MessageFiles.in(around.files()), around.clock()),
        new ChatSearch(database, entries),
        entries,
        marks,
        feed,
        bus,
        registry,
        deliveries);
  }
}
