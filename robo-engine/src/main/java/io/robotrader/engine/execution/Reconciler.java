package io.robotrader.engine.execution;

import io.robotrader.engine.execution.Difference.Action;
import io.robotrader.engine.execution.Difference.Kind;
import java.util.Objects;

/**
 * Holds our books against the broker's: says what differs, and what is to be done about it.
 *
 * <p>Facts come first: fills that were missed are booked, then the ends of orders; what then still differs in shares or
 * money has another cause, and a {@link ReconcilePolicy} decides. It only says so: it changes nothing, asks nobody, and
 * says the same of the same books. When what it says was done, the next time it finds nothing. Immutable and thread-safe.
 */
public final class Reconciler {

    private final ReconcilePolicy policy;

    /**
     * Makes one.
     *
     * @param policy what is done about what no fill explains
     */
    public Reconciler(ReconcilePolicy policy) {
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /**
     * {@return what differs, and what is to be done}
     *
     * @param books ours; everything that the broker told before its own side was handed over is in them
     * @param account the broker's
     */
    public Reconciliation reconcile(Books books, BrokerAccount account) {
        Findings findings = new Findings(books);
        new MissedFills(books, account).find(findings);
        new OrderFates(policy, books, account).find(findings);
        new Balances(policy, books, account).find(findings);
        return findings.result(account.asOf());
    }

    static Difference difference(Kind kind, String subject, String ours, String theirs, Action action) {
        return new Difference(kind, subject, ours, theirs, action);
    }
}
