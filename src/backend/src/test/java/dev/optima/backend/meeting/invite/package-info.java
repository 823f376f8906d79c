@NullMarked
package dev.optima.backend.meeting.invite;

import org.jspecify.annotations.NullMarked;
