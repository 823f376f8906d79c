package dev.optima.protocol.rest;

/// `POST /api/video-calls/{callId}/recording/consent`: the applicant's answer.
///
/// @param given false refuses, or takes back what was given
/// @param textVersion of the text that they saw
/// @param language in which they saw it: `en` or `tr`
public record ConsentAnswer(boolean given, String textVersion, String language) {}
