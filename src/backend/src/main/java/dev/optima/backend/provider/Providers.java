package dev.optima.backend.provider;

import dev.optima.backend.config.ProviderSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The providers that are configured, the built-in one first.
public final class Providers {
  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

  private final List<VideoProvider> configured;
  private final VideoProvider standard;
  private final boolean fallback;

  private Providers(List<VideoProvider> configured, String standard, boolean fallback) {
    this.configured = List.copyOf(configured);
    this.standard = find(standard).orElseThrow();
    this.fallback = fallback;
  }

  /// Those of the settings.
  public static Providers of(ProviderSettings settings, CallPage page, IceConfig ice) {
    boolean fallback = settings.fallback();
    List<VideoProvider> all = new ArrayList<>();
    all.add(new DirectProvider(page, ice));
    settings.jitsi().ifPresent(jitsi -> all.add(JitsiProvider.own(page, jitsi, fallback)));
    settings.jaas().ifPresent(jaas -> all.add(JitsiProvider.jaas(page, jaas, fallback)));
    settings.link().ifPresent(link -> all.add(new LinkProvider(page, link, fallback)));
    return new Providers(all, settings.standard(), fallback);
  }

  /// The built-in one and no other.
  public static Providers only(DirectProvider direct) {
    return new Providers(List.of(direct), direct.name(), false);
  }

  /// The organisation's.
  public VideoProvider standard() {
    return standard;
  }

  public List<VideoProvider> configured() {
    return configured;
  }

  /// By what they are known.
  public Set<String> names() {
    return configured.stream()
        .map(VideoProvider::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public Optional<VideoProvider> find(String name) {
    return configured.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /// Whether people in a call of another one may go on over the built-in one.
  public boolean hasFallback() {
    return fallback;
  }

  /// What carries a call that begins now.
  ///
  /// @param wanted what its meeting names; null: nothing
  public VideoProvider choose(@Nullable String wanted) {
    return wanted == null ? standard : carrier(wanted);
  }

  /// The one of this name; if it was taken out of the settings, the organisation's.
  public VideoProvider carrier(String name) {
    return find(name)
        .orElseGet(
            () -> {
              LOG.warn(
                  "the provider {} is configured no more: a call that names it uses {}",
                  name,
                  standard.name());
              return standard;
            });
  }

  /// Where the call page loads scripts from and shows frames of, beside its own origin.
  public List<String> origins() {
    return configured.stream()
        .filter(JitsiProvider.class::isInstance)
        .map(one -> ((JitsiProvider) one).origin())
        .distinct()
        .toList();
  }
}
