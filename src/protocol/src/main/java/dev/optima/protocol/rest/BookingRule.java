package dev.optima.protocol.rest;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/// When an applicant may pick a time.
///
/// @param days of the week, in the zone of whoever offers
/// @param from the earliest start, local
/// @param to the latest end, local
/// @param bufferMinutes free before and after
/// @param noticeHours how long from now at least
/// @param dailyCap how many interviews a day of one interviewer at most
/// @param daysAhead how far from now
public record BookingRule(
    List<DayOfWeek> days,
    LocalTime from,
    LocalTime to,
    int bufferMinutes,
    int noticeHours,
    int dailyCap,
    int daysAhead) {}
