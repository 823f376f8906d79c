/// A scripted peer of Jitsi's IFrame API, for tests. It is no Jitsi.
@NullMarked
package dev.optima.scripted;

import org.jspecify.annotations.NullMarked;
