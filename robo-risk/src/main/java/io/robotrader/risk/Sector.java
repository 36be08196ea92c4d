package io.robotrader.risk;

/** The exposure of one sector, kept in step by the account. Guarded by the gate's lock. */
final class Sector {

    double exposure;
}
