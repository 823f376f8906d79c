/// What the media server itself tells: JaaS by webhooks, an own Jitsi by `event_sync` and
/// reservations. It feeds the same call machine as our own presence, and is believed less: it
/// repeats itself, comes late and out of order.
@NullMarked
package dev.optima.backend.media;

import org.jspecify.annotations.NullMarked;
