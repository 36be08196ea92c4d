package io.robotrader.correlation.internal;

/**
 * One symbol's part of the ring, in the order of the slots: at each its return and the time at which that return began. A
 * copy, for looking through a pair's window: the ring itself lies by rows.
 */
@SuppressWarnings("ArrayRecordComponent") // made, looked through and dropped, never compared
record SymbolReturns(double[] returns, long[] from) {}
