package dev.optima.backend.http;

import dev.optima.backend.call.CallTimeline;
import dev.optima.backend.call.Interviews;
import dev.optima.backend.call.TeamNews;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.rest.InviteColleague;
import java.util.List;

/// The live calls of the team, how colleagues come into them, and what happened in each call.
public final class LiveCallRoutes {
  private final TeamNews news;
  private final Interviews interviews;
  private final CallTimeline timeline;

  public LiveCallRoutes(TeamNews news, Interviews interviews, CallTimeline timeline) {
    this.news = news;
    this.interviews = interviews;
    this.timeline = timeline;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("liveCalls", Access.TEAM, request -> Reply.ok(news.live(request.identity()))),
        new Endpoint("interview", Access.TEAM, this::interview),
        new Endpoint("inviteColleague", Access.TEAM, this::invite),
        new Endpoint(
            "callDetails",
            Access.TEAM,
            request -> Reply.ok(timeline.details(request.identity(), call(request)))));
  }

  private Reply interview(ApiRequest request) {
    Interviews.Entered entered = interviews.enter(request.identity(), call(request));
    return entered.ticket() == null ? Reply.accepted(entered.call()) : Reply.ok(entered.ticket());
  }

  private Reply invite(ApiRequest request) {
    interviews.invite(
        request.identity(), call(request), request.body(InviteColleague.class).userId());
    return Reply.nothing();
  }

  private static CallId call(ApiRequest request) {
    return request.path("callId", CallId::new);
  }
}
