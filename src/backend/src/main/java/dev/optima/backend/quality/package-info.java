/// How well calls go: what browsers report every few seconds, kept row by row while a call is live
/// and packed when it is over, and what is made of it.
@NullMarked
package dev.optima.backend.quality;

import org.jspecify.annotations.NullMarked;
