/// Lets an applicant pick the time of an interview: the link, and what it offers.
@NullMarked
package dev.optima.console.booking;

import org.jspecify.annotations.NullMarked;
