/// What a recruiter's day asks of them: what is next, what waits for an answer, what needs review.
@NullMarked
package dev.optima.console.today;

import org.jspecify.annotations.NullMarked;
