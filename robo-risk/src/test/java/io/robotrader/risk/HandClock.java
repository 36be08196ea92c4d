package io.robotrader.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock whose hands the test moves, backwards too. */
final class HandClock implements InstantSource {

    private volatile Instant now = Desk.NOON;

    void move(double seconds) {
        now = now.plus(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    @Override
    public Instant instant() {
        return now;
    }
}
