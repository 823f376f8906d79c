/// Applicants and their links.
@NullMarked
package dev.optima.backend.applicant;

import org.jspecify.annotations.NullMarked;
