package dev.optima.backend.metrics;

import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/// All meters. What the database knows anyway is counted there, at each scrape, so that the ways
/// that have to be fast carry no counters and several nodes tell the same.
public final class Meters implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final MultiGauge live =
      MultiGauge.builder("optima.calls.live").description("Live calls by state").register(registry);
  private final MultiGauge ended =
      MultiGauge.builder("optima.calls.ended")
          .description("Calls that came to an end, by outcome")
          .register(registry);
  private final MultiGauge mails =
      MultiGauge.builder("optima.mails")
          .description("Mails that wait (queued) and that were given up (dead)")
          .register(registry);
  private final AtomicLong rings = new AtomicLong();
  private final AtomicLong messages = new AtomicLong();

  public Meters() {
    Gauge.builder("optima.rings", rings, AtomicLong::get)
        .description("Calls that were ever placed")
        .register(registry);
    Gauge.builder("optima.chat.messages", messages, AtomicLong::get)
        .description("Entries of all chats")
        .register(registry);
  }

  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /// Of all that Vert.x can count, requests and pools.
  public static MicrometerMetricsOptions ofVertx() {
    MicrometerMetricsOptions options = new MicrometerMetricsOptions().setEnabled(true);
    for (MetricsDomain domain : MetricsDomain.values()) {
      if (domain != MetricsDomain.HTTP_SERVER && domain != MetricsDomain.NAMED_POOLS) {
        options.addDisabledMetricsCategory(domain);
      }
    }
    return options;
  }

  /// Adds what the JVM tells of itself.
  public void watchJvm() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    gc.bindTo(registry);
  }

  /// Adds a number that somebody holds.
  public <T> void watch(String name, String description, T holder, ToDoubleFunction<T> value) {
    Gauge.builder(name, holder, value).description(description).register(registry);
  }

  /// Asks the database anew; before a scrape.
  public void refresh(Database database) {
    Counted counted = database.read(Meters::count);
    live.register(rows("state", counted.live()), true);
    ended.register(rows("outcome", counted.ended()), true);
    mails.register(rows("state", counted.mails()), true);
    rings.set(counted.rings());
    messages.set(counted.messages());
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }

  private record Count(String name, long count) {}

  private record Counted(
      List<Count> live, List<Count> ended, List<Count> mails, long rings, long messages) {}

  private static Counted count(Tx tx) throws SQLException {
    List<Count> live =
        tx.list(
            "SELECT state, COUNT(*) FROM calls WHERE ended_at IS NULL GROUP BY state",
            row -> new Count(row.text(1), row.number(2)));
    List<Count> ended =
        tx.list(
            "SELECT outcome, COUNT(*) FROM calls WHERE ended_at IS NOT NULL AND outcome IS NOT NULL"
                + " GROUP BY outcome",
            row -> new Count(row.text(1), row.number(2)));
    List<Count> mails =
        List.of(new Count("QUEUED", mails(tx, "QUEUED")), new Count("DEAD", mails(tx, "DEAD")));
    long messages =
        tx.first("SELECT COALESCE(SUM(last_seq), 0) FROM rooms", row -> row.number(1)).orElse(0L);
    long rings =
        live.stream().mapToLong(Count::count).sum() + ended.stream().mapToLong(Count::count).sum();
    return new Counted(live, ended, mails, rings, messages);
  }

  private static long mails(Tx tx, String state) throws SQLException {
    return tx.first("SELECT COUNT(*) FROM mails WHERE state = ?", row -> row.number(1), state)
        .orElse(0L);
  }

  private static Iterable<MultiGauge.Row<?>> rows(String tag, List<Count> counts) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    for (Count count : counts) {
      Tags tags = Tags.of(tag, count.name().toLowerCase(Locale.ROOT));
      rows.add(MultiGauge.Row.of(tags, count.count()));
    }
    return rows;
  }
}
