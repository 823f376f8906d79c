/// Links with which an applicant picks the time of an interview, without an account.
@NullMarked
package dev.optima.backend.booking;

import org.jspecify.annotations.NullMarked;
