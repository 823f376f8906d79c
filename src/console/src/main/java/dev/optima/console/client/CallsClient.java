package dev.optima.console.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.console.kept.WholeFile;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.json.Json;
import dev.optima.protocol.json.JsonRefusal;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.rest.CallDetails;
import dev.optima.protocol.rest.CallPage;
import dev.optima.protocol.rest.CallQuality;
import dev.optima.protocol.rest.CutTable;
import dev.optima.protocol.rest.InviteColleague;
import dev.optima.protocol.rest.LiveCalls;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import okhttp3.HttpUrl;

/// What the backend knows of the team's calls: those that are live, and what became of the others.
/// Every method waits for the network.
public final class CallsClient {
  private static final String CALLS = "video-calls";
  private static final String CSV = "text/csv";

  private final HttpExchange http;
  private final ApiClient api;

  CallsClient(HttpExchange http, ApiClient api) {
    this.http = http;
    this.api = api;
  }

  /// What became of asking to come into a colleague's call.
  public sealed interface Entered {
    /// The way in is open.
    record Way(JoinTicket ticket) implements Entered {}

    /// It still rings: the way comes with `video_call_ready` once the applicant answers.
    record Ringing(CallSnapshot call) implements Entered {}
  }

  /// Every call of the team that is not over.
  public LiveCalls live() throws ApiException {
    return http.send(api.to(CALLS, "live"), LiveCalls.class);
  }

  /// One page of the history.
  public CallPage page(CallQuery query) throws ApiException {
    HttpUrl.Builder url = asked(api.path(CALLS), query);
    url.addQueryParameter("limit", Integer.toString(query.limit()));
    ApiClient.add(url, "before", query.before());
    return http.send(api.request(url.build()), CallPage.class);
  }

  /// What is known of one call.
  public CallDetails details(CallId call) throws ApiException {
    return http.send(api.to(CALLS, call.value(), "details"), CallDetails.class);
  }

  /// How well a call went.
  public CallQuality quality(CallId call) throws ApiException {
    return http.send(api.to(CALLS, call.value(), "quality"), CallQuality.class);
  }

  /// Writes all that fit into a file, as CSV.
  ///
  /// @param timeZone in which local times are written
  /// @param progress with the bytes so far, in the thread that works
  /// @return how many calls are in it, if the backend left out others that fit
  public OptionalInt csv(CallQuery query, String timeZone, Path file, LongConsumer progress)
      throws Exception {
    HttpUrl url = asked(api.path(CALLS), query).setQueryParameter("time_zone", timeZone).build();
    LastLine last = new LastLine();
    WholeFile.table(
        file,
        out -> Download.to(last.of(out), http, api.request(url).header("Accept", CSV), progress));
    return CutTable.rows(last.text());
  }

  /// Writes all that fit into a file, as a page to be printed.
  ///
  /// @param language `en` or `tr`
  /// @param timeZone in which times are written
  public void report(
      CallQuery query, String language, String timeZone, Path file, LongConsumer progress)
      throws Exception {
    HttpUrl.Builder url =
        asked(api.path(CALLS, "report"), query).addQueryParameter("language", language);
    url.setQueryParameter("time_zone", timeZone);
    WholeFile.write(
        file,
        out ->
            Download.to(
                out, http, api.request(url.build()).header("Accept", "text/html"), progress));
  }

  private static HttpUrl.Builder asked(HttpUrl.Builder url, CallQuery query) {
    query.terms().forEach(term -> ApiClient.add(url, term.name(), term.value()));
    return url.addQueryParameter("sort", query.sort().wire())
        .addQueryParameter("order", query.ascending() ? "asc" : "desc");
  }

  /// Comes into a colleague's live call as an interviewer.
  public Entered interview(CallId call) throws ApiException {
    JsonNode answer =
        http.send(api.to(CALLS, call.value(), "interview").post(http.emptyBody()), JsonNode.class);
    try {
      return answer.has("state")
          ? new Entered.Ringing(Json.read(answer.toString(), CallSnapshot.class))
          : new Entered.Way(Json.read(answer.toString(), JoinTicket.class));
    } catch (JsonRefusal e) {
      throw new ApiException(ApiException.Kind.NOT_OPTIMA, "the answer is not understood", e);
    }
  }

  /// Ends a live call for everybody, for an administrator.
  public CallSnapshot endForAll(CallId call) throws ApiException {
    HttpUrl url = api.path(CALLS, call.value(), "end").addQueryParameter("all", "true").build();
    return http.send(api.request(url).post(http.emptyBody()), CallSnapshot.class);
  }

  /// Asks a colleague into a live call.
  public void invite(CallId call, UserId colleague) throws ApiException {
    http.send(
        api.to(CALLS, call.value(), "invite").post(http.body(new InviteColleague(colleague))));
  }
}
