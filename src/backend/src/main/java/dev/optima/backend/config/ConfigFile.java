package dev.optima.backend.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/// One file of settings, TOML or (by its name) properties, as dotted keys with their text.
record ConfigFile(Map<String, String> entries, List<String> problems) {

  static ConfigFile read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return failed(file + ": cannot be read; check the path and its permissions");
    }
    return file.toString().endsWith(".properties") ? properties(file, text) : toml(file, text);
  }

  private static ConfigFile properties(Path file, String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      return failed(file + ": is not a properties file; write one \"key = value\" a line");
    }
    Map<String, String> entries = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> entries.put(k, properties.getProperty(k)));
    return new ConfigFile(entries, List.of());
  }

  private static ConfigFile toml(Path file, String text) {
    TomlParseResult result = Toml.parse(text);
    List<String> problems =
        result.errors().stream()
            .map(e -> file + ": " + e.position() + ": is not TOML: " + e.getMessage())
            .toList();
    Map<String, String> entries = new TreeMap<>();
    result
        .dottedKeySet()
        .forEach(
            key -> {
              String plain = key.replace("\"", "");
              entries.put(plain, text(result.get(key)));
            });
    return new ConfigFile(entries, problems);
  }

  private static String text(@Nullable Object value) {
    return value instanceof TomlArray array
        ? array.toList().stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value);
  }

  private static ConfigFile failed(String problem) {
    return new ConfigFile(Map.of(), List.of(problem));
  }
}
