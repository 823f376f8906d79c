/// How well a call goes: scores out of what browsers measure, bars, and why it was bad. Pure.
@NullMarked
package dev.optima.protocol.quality;

import org.jspecify.annotations.NullMarked;
