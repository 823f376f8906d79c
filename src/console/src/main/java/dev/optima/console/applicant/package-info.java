/// The applicants: list, room header, profile, new applicant, invitation.
@NullMarked
package dev.optima.console.applicant;

import org.jspecify.annotations.NullMarked;
