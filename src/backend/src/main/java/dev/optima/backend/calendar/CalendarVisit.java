package dev.optima.backend.calendar;

import dev.optima.backend.calendar.CalendarFetch.Login;
import dev.optima.backend.calendar.FetchFailure.Problem;
import dev.optima.backend.outbound.GuardedDns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// All that is asked for one calendar at one time, with limits for the whole of it.
final class CalendarVisit {
  static final long MOST_BYTES = 5L << 20;
  private static final int MOST_REQUESTS = 60;
  private static final int REDIRECTS = 5;
  private static final MediaType XML = MediaType.get("application/xml; charset=utf-8");

  private final OkHttpClient client;
  private final GuardedDns names;
  private final HttpUrl first;
  private final @Nullable Login login;
  private final long end;
  private long room = MOST_BYTES;
  private int requests;

  CalendarVisit(
      OkHttpClient client, GuardedDns names, HttpUrl first, @Nullable Login login, Duration whole) {
    this.client = client;
    this.names = names;
    this.first = first;
    this.login = login;
    this.end = System.nanoTime() + whole.toNanos();
  }

  /// What came back.
  ///
  /// @param at where it was in the end
  /// @param mark by which the server knows this state (`ETag`); null if it has none
  record Answer(HttpUrl at, int status, String body, @Nullable String mark) {
    boolean isMultistatus() {
      return status == 207;
    }

    boolean isUnchanged() {
      return status == 304;
    }

    /// @throws FetchFailure if it is no success
    Answer demandGood() throws FetchFailure {
      if (status >= 200 && status < 300) {
        return this;
      }
      Problem problem =
          switch (status) {
            case 401, 403, 407 -> Problem.UNAUTHORIZED;
            case 404, 410 -> Problem.NOT_FOUND;
            case 408, 425, 429 -> Problem.UNREACHABLE;
            default -> status >= 500 ? Problem.UNREACHABLE : Problem.REFUSED;
          };
      throw new FetchFailure(problem, "status " + status);
    }
  }

  /// A file; not again if it is still what `mark` stands for.
  Answer get(HttpUrl url, @Nullable String mark) throws FetchFailure {
    Request.Builder request = new Request.Builder().url(url).get();
    if (mark != null) {
      request.header("If-None-Match", mark);
    }
    return call(url, request.header("Accept", "text/calendar, */*;q=0.1"));
  }

  /// A question of WebDAV.
  ///
  /// @param method `PROPFIND` or `REPORT`
  Answer ask(String method, HttpUrl url, int depth, String question) throws FetchFailure {
    return call(
        url,
        new Request.Builder()
            .url(url)
            .header("Depth", Integer.toString(depth))
            .method(method, RequestBody.create(question, XML)));
  }

  private Answer call(HttpUrl url, Request.Builder request) throws FetchFailure {
    HttpUrl at = url;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      if (++requests > MOST_REQUESTS) {
        throw new FetchFailure(Problem.TOO_LARGE, "too many requests");
      }
      try (Response response = call(at, login(request.url(at), at).build())) {
        if (!response.isRedirect()) {
          return new Answer(at, response.code(), body(response), response.header("ETag"));
        }
        at = target(at, response);
      } catch (FetchFailure e) {
        throw e;
      } catch (GuardedDns.Forbidden e) {
        throw new FetchFailure(Problem.FORBIDDEN_ADDRESS, "inside the own network");
      } catch (IOException e) {
        throw new FetchFailure(Problem.UNREACHABLE, e.getClass().getSimpleName());
      }
    }
    throw new FetchFailure(Problem.REFUSED, "too many redirects");
  }

  private Response call(HttpUrl at, Request request) throws IOException {
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw new FetchFailure(Problem.UNREACHABLE, "took too long");
    }
    names.lookup(at.host()); // the client asks nobody about an address that is written as one
    Call call = client.newCall(request);
    call.timeout().timeout(left, TimeUnit.NANOSECONDS);
    return call.execute();
  }

  private Request.Builder login(Request.Builder request, HttpUrl at) {
    request.removeHeader("Authorization");
    if (login != null && isTrusted(at)) {
      request.header(
          "Authorization",
          Credentials.basic(login.user(), login.password(), StandardCharsets.UTF_8));
    }
    return request;
  }

  /// A password is for the server that it was given for, or another one of the same domain: large
  /// providers send one on to the server on which one's calendars are.
  private boolean isTrusted(HttpUrl at) {
    boolean same =
        at.host().equals(first.host())
            && at.port() == first.port()
            && at.isHttps() == first.isHttps();
    String domain = at.topPrivateDomain();
    return same
        || at.isHttps()
            && first.isHttps()
            && domain != null
            && Objects.equals(domain, first.topPrivateDomain());
  }

  private static HttpUrl target(HttpUrl from, Response response) throws FetchFailure {
    String location = response.header("Location");
    HttpUrl to = location == null ? null : from.resolve(location);
    if (to == null || from.isHttps() && !to.isHttps()) {
      throw new FetchFailure(Problem.REFUSED, "a redirect that leads nowhere safe");
    }
    return to;
  }

  private String body(Response response) throws IOException {
    BufferedSource source = response.body().source();
    var kept = new Buffer();
    while (room >= 0) {
      long read = source.read(kept, room + 1);
      if (read == -1) {
        return kept.readUtf8();
      }
      room -= read;
    }
    throw new FetchFailure(Problem.TOO_LARGE, "more than " + MOST_BYTES + " bytes");
  }
}
