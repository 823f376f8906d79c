package dev.optima.console.settings;

import dev.optima.console.i18n.Words;
import dev.optima.console.look.Ids;
import dev.optima.console.look.Nodes;
import dev.optima.protocol.rest.AuditEntries.Entry;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// All that is known of one act, to the second and with its ids, to be copied.
final class AuditDetail extends GridPane {
  private final Words words;
  private final AuditWords audit;

  AuditDetail(Words words) {
    this.words = words;
    this.audit = new AuditWords(words);
    setId(Ids.AUDIT_DETAIL);
    getStyleClass().add("audit-detail");
    setHgap(12);
    setVgap(2);
    show(null);
  }

  void show(@Nullable Entry entry) {
    getChildren().clear();
    Nodes.present(this, entry != null);
    if (entry == null) {
      return;
    }
    DateTimeFormatter exact =
        DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss z", words.texts().locale());
    add("audit.when", exact.format(entry.at().atZone(words.formats().zone())));
    add(
        "audit.who",
        withId(audit.actor(entry), entry.actorId() == null ? null : entry.actorId().value()));
    add("audit.what", audit.act(entry.act()));
    add("audit.about", withId(audit.subject(entry), entry.subjectId()));
    add("audit.more", audit.detail(entry));
    add("audit.where", entry.address() == null ? "" : entry.address());
  }

  private static String withId(String name, @Nullable String id) {
    return id == null ? name : name.isEmpty() ? id : name + " (" + id + ")";
  }

  private void add(String key, String text) {
    if (text.isEmpty()) {
      return;
    }
    Label label = Nodes.label(words.get(key), "muted", "small");
    TextField value = new TextField(text);
    value.setEditable(false);
    value.getStyleClass().add("plain-field");
    label.setLabelFor(value);
    label.setMinWidth(USE_PREF_SIZE);
    setHgrow(value, Priority.ALWAYS);
    addRow(getRowCount(), label, value);
  }
}
