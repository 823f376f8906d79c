package dev.optima.console.chat;

import dev.optima.protocol.message.ChatEntry;

/// What one does oneself with the messages of a thread: shown at once, before the backend has it.
public final class OwnActs {
  private final Outbox outbox;
  private final PendingActs acts;
  private final ComposerViewModel composer;
  private final Runnable publish;

  OwnActs(Outbox outbox, PendingActs acts, ComposerViewModel composer, Runnable publish) {
    this.outbox = outbox;
    this.acts = acts;
    this.composer = composer;
    this.publish = publish;
  }

  /// Tries a refused message again, as the same message.
  public void retry(String key) {
    outbox.retry(key);
    publish.run();
  }

  /// Takes a refused message back into the composer, to be changed.
  public void takeBack(String key) {
    outbox.refused(key).ifPresent(this::takeBack);
  }

  private void takeBack(Unsent message) {
    outbox.forget(message.key());
    composer.take(message);
    publish.run();
  }

  /// Throws a refused message away.
  public void discard(String key) {
    if (outbox.refused(key).isPresent()) {
      outbox.forget(key);
      publish.run();
    }
  }

  void edit(ChatEntry entry, String body) {
    acts.edit(entry, body);
    publish.run();
  }

  /// Takes a message back, for everybody.
  public void delete(ChatEntry entry) {
    composer.gone(entry);
    acts.delete(entry);
    publish.run();
  }

  /// Adds one's reaction, or takes it back.
  public void react(ChatEntry entry, String emoji) {
    acts.toggle(acts.apply(entry), emoji);
    publish.run();
  }
}
