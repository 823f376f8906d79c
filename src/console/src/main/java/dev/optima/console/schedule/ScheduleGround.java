package dev.optima.console.schedule;

import dev.optima.console.client.ApiClient;
import dev.optima.console.fx.Tasks;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.rest.Me;
import java.time.InstantSource;
import java.time.ZoneId;

/// What the calendar stands on.
///
/// @param clock the backend's
/// @param zone this machine's
public record ScheduleGround(
    Me me,
    ApiClient api,
    MeetingFeed feed,
    Tasks tasks,
    ToastsViewModel toasts,
    InstantSource clock,
    ZoneId zone) {}
