/// Recordings and transcripts of calls: only with the applicant's consent, which is kept.
@NullMarked
package dev.optima.backend.recording;

import org.jspecify.annotations.NullMarked;
