package dev.optima.backend.http;

import dev.optima.backend.account.Secrets;
import dev.optima.backend.http.PageFiles.PageFile;
import dev.optima.protocol.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The shell of the applicant's page: the page and everything that it loads before anybody is
/// known. A service worker keeps it for when there is no connection; its version is a hash of all
/// of it, so that a deployment that changes anything is another worker to the browsers.
final class Shell {
  private static final String PAGE = "pages/applicant/index.html";
  private static final String WORKER = "pages/applicant/worker.js";
  private static final Pattern REFERENCE =
      Pattern.compile("(?:href|src)=\"(/pages/[^\"]+)\"|\\bfrom '([^']+)'|^import '([^']+)'");

  private final PageFiles files;
  private final Set<String> names;

  Shell(PageFiles files) {
    this.files = files;
    this.names = reachable();
  }

  /// The names of its files, like `pages/shared/base.css`, without the page itself.
  Set<String> names() {
    return names;
  }

  /// The service worker of this deployment: what the shell is, then the worker's own text.
  PageFile worker() {
    String text = text(WORKER);
    String version = Secrets.hash(text + text(PAGE) + tags()).substring(0, 16);
    var shell =
        Map.of("version", version, "files", names.stream().map(name -> "/" + name).toList());
    return PageFile.of(
        "self.SHELL = " + Json.write(shell) + ";\n" + text, "text/javascript; charset=utf-8");
  }

  private String tags() {
    var tags = new StringBuilder();
    names.forEach(name -> files.find(name).ifPresent(file -> tags.append(name).append(file.tag())));
    return tags.toString();
  }

  private Set<String> reachable() {
    var found = new TreeSet<String>();
    var open = new ArrayDeque<String>();
    open.add(PAGE);
    while (!open.isEmpty()) {
      String name = open.remove();
      Matcher references = REFERENCE.matcher(name.endsWith(".png") ? "" : text(name));
      while (references.find()) {
        String next = resolve(name, references);
        if (files.find(next).isPresent() && found.add(next)) {
          open.add(next);
        }
      }
    }
    return found;
  }

  private static String resolve(String from, Matcher reference) {
    if (reference.group(1) != null) {
      return reference.group(1).substring(1);
    }
    String relative = reference.group(2) != null ? reference.group(2) : reference.group(3);
    return URI.create("/" + from).resolve(relative).getPath().substring(1);
  }

  private String text(String name) {
    return files
        .find(name)
        .orElseThrow(() -> new IllegalStateException("there is no " + name))
        .content()
        .toString(StandardCharsets.UTF_8);
  }
}
