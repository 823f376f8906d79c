package dev.optima.console.chat;

import dev.optima.protocol.id.AttachmentId;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/// The pictures of files, asked for when they are first to be seen, and kept while there is room.
final class PreviewImages {
  private static final long MOST_BYTES = 48L << 20;
  private static final long BYTES_A_PIXEL = 4;

  private final ChatGround ground;
  private final Map<AttachmentId, Image> images = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<AttachmentId, List<Consumer<Image>>> waiting = new HashMap<>();
  private final Set<AttachmentId> broken = new HashSet<>();
  private long bytes;

  PreviewImages(ChatGround ground) {
    this.ground = ground;
  }

  /// The picture if it is here.
  Optional<Image> get(AttachmentId id) {
    return Optional.ofNullable(images.get(id));
  }

  /// Hands the picture over, at once or when it has come. If it does not come, nothing happens.
  void load(AttachmentId id, Consumer<Image> show) {
    Image known = images.get(id);
    if (known != null) {
      show.accept(known);
      return;
    }
    List<Consumer<Image>> others = waiting.get(id);
    if (others != null) {
      others.add(show);
    } else if (!broken.contains(id)) {
      waiting.put(id, new ArrayList<>(List.of(show)));
      ground
          .tasks()
          .run(
              () -> new Image(new ByteArrayInputStream(ground.api().chat().preview(id))),
              image -> came(id, image),
              _ -> waiting.remove(id));
    }
  }

  private void came(AttachmentId id, Image image) {
    List<Consumer<Image>> all = waiting.remove(id);
    if (image.isError()) {
      broken.add(id);
      return;
    }
    images.put(id, image);
    bytes += size(image);
    makeRoom();
    if (all != null) {
      all.forEach(one -> one.accept(image));
    }
  }

  private void makeRoom() {
    Iterator<Image> eldest = images.values().iterator();
    while (bytes > MOST_BYTES && images.size() > 1) {
      bytes -= size(eldest.next());
      eldest.remove();
    }
  }

  private static long size(Image image) {
    return (long) (image.getWidth() * image.getHeight()) * BYTES_A_PIXEL;
  }
}
