package dev.optima.backend.calendar;

import dev.optima.backend.outbound.GuardedDns;
import dev.optima.backend.outbound.PrivateNetworks;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Reads addresses that somebody named, without becoming their way into the own network: each
/// address is checked in the moment in which it is connected to; redirects are followed one by one
/// and checked alike; time and size have limits. Nothing of an answer is shown to whoever named the
/// address.
final class CalendarFetch implements AutoCloseable {
  private final GuardedDns names;
  private final OkHttpClient client;

  /// @param allowed what may be called though it lies inside the own network
  CalendarFetch(PrivateNetworks allowed, Duration patience) {
    names = new GuardedDns(allowed);
    client =
        new OkHttpClient.Builder()
            .dns(names)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(patience)
            .readTimeout(patience)
            .writeTimeout(patience)
            .proxy(Proxy.NO_PROXY)
            .build();
  }

  /// Who reads.
  record Login(String user, String password) {
    /// Never prints the password.
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /// @param first the address for which the login was given
  /// @param whole how long all of it may take together
  CalendarVisit visit(HttpUrl first, @Nullable Login login, Duration whole) {
    return new CalendarVisit(client, names, first, login, whole);
  }

  /// Whether a password may go there: not where others could read it on its way.
  boolean mayCarryPassword(HttpUrl url) {
    return url.isHttps() || names.isNamed(url.host());
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
