package io.robotrader.engine.market;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What {@link DataQuality} says of one bar or quote. Immutable and thread-safe.
 *
 * @param outcome what to do with it
 * @param findings what was found, the gravest first; empty if and only if it is accepted without a warning
 */
public record QualityVerdict(Outcome outcome, List<Finding> findings) {

    static final QualityVerdict ACCEPTED = new QualityVerdict(Outcome.ACCEPT, List.of());

    /**
     * Checks and copies the parts.
     *
     * @throws IllegalArgumentException if something is accepted in spite of a finding, or not accepted without one
     */
    public QualityVerdict {
        Objects.requireNonNull(outcome, "outcome");
        findings = List.copyOf(findings);
        if ((outcome == Outcome.ACCEPT) != findings.isEmpty()) {
            throw new IllegalArgumentException("findings of " + outcome + " must be "
                    + (outcome == Outcome.ACCEPT ? "empty" : "at least one") + ", but was " + findings);
        }
    }

    static QualityVerdict of(Outcome outcome, Kind kind, String text) {
        return new QualityVerdict(outcome, List.of(new Finding(kind, text)));
    }

    /** {@return whether it may be used, with or without a warning} */
    public boolean isUsable() {
        return outcome == Outcome.ACCEPT || outcome == Outcome.WARN;
    }

    /**
     * Tells whether something of a kind was found.
     *
     * @param kind the kind
     * @return whether it is among the findings
     */
    public boolean found(Kind kind) {
        return findings.stream().anyMatch(finding -> finding.kind() == kind);
    }

    /** {@return the findings in one line for a person; empty if there are none} */
    public String describe() {
        return findings.stream()
                .map(finding -> finding.kind() + ": " + finding.text())
                .collect(Collectors.joining("; "));
    }

    /** What to do. */
    public enum Outcome {
        /** Use it. */
        ACCEPT,
        /** Use it, and tell somebody. */
        WARN,
        /** Do not use it. The next one may be good again. */
        REJECT,
        /** Do not use it, and open nothing in the symbol until somebody has said what happened. */
        HOLD
    }

    /** What can be found. */
    public enum Kind {
        /** It looks like a split of the stock. */
        SPLIT_LIKE,
        /** It is from the future. */
        FUTURE,
        /** It is too old. */
        STALE,
        /** It is not later than what came before it. */
        OUT_OF_ORDER,
        /** The bid is above the ask. */
        CROSSED,
        /** It has no price to judge. */
        NO_PRICE,
        /** The price is too far from the one before. */
        OUTLIER,
        /** Prices stayed at a level that first looked like an outlier; it is the level from now on. */
        LEVEL_SHIFT,
        /** Bars are missing before it. */
        GAP,
        /** There is nothing to compare it with. */
        FIRST
    }

    /**
     * One thing that was found.
     *
     * @param kind what
     * @param text the numbers, for a person
     */
    public record Finding(Kind kind, String text) {}
}
