package io.robotrader.engine.ibkr;

/**
 * What a client has counted since it was made. Immutable and thread-safe.
 *
 * @param received messages that came in
 * @param malformed of those, the ones that could not be read and were skipped
 * @param unknown of those, the ones of a kind that is not known here
 * @param orderBacklog order events that wait for the slowest subscriber now
 */
public record IbkrStatistics(long received, long malformed, long unknown, int orderBacklog) {}
