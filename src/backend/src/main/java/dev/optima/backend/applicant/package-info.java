/// Applicants and the invitations that bring them in.
@NullMarked
package dev.optima.backend.applicant;

import org.jspecify.annotations.NullMarked;
