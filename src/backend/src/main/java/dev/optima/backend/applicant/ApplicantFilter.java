package dev.optima.backend.applicant;

import dev.optima.protocol.rest.Stage;
import java.util.SortedSet;

/// Which applicants are listed.
///
/// @param q finds names, e-mail addresses and positions; empty finds all
/// @param stages empty for any
/// @param archived only those that are, or only those that are not
/// @param unread only those of whom the asking person has something to read
public record ApplicantFilter(
    String q, SortedSet<Stage> stages, boolean archived, boolean unread) {}
