/// Whether anything that was acknowledged gets lost, doubled or out of order while connections are
/// cut and the backend is killed: clients that keep what they saw, and the checker of their
/// histories.
@NullMarked
package dev.optima.acceptance.check;

import org.jspecify.annotations.NullMarked;
