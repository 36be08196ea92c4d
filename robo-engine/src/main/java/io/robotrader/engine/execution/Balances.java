package io.robotrader.engine.execution;

import io.robotrader.engine.execution.BrokerAccount.Held;
import io.robotrader.engine.execution.Difference.Action;
import io.robotrader.engine.execution.Difference.Kind;
import io.robotrader.engine.execution.Reconciliation.Adoption;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Finds what differs in shares and money once all fills are booked. */
record Balances(ReconcilePolicy policy, Books books, BrokerAccount account) {

    void find(Findings findings) {
        Map<String, Long> ours = new HashMap<>(books.positions());
        BigDecimal cash = books.cash();
        for (Fill fill : findings.fills) {
            long signed = fill.side() == Side.BUY ? fill.quantity() : -fill.quantity();
            ours.merge(fill.symbol(), signed, Long::sum);
            cash = cash.subtract(fill.price().multiply(BigDecimal.valueOf(signed)))
                    .subtract(fill.commission());
        }
        Map<String, Held> theirs = new HashMap<>();
        account.positions().forEach(held -> theirs.put(held.symbol(), held));
        TreeSet<String> symbols = new TreeSet<>(ours.keySet());
        symbols.addAll(theirs.keySet());
        for (String symbol : symbols) {
            Held held = theirs.get(symbol);
            long mine = ours.getOrDefault(symbol, 0L);
            Adoption theirsNow = held == null
                    ? new Adoption(symbol, 0, BigDecimal.ZERO)
                    : new Adoption(symbol, held.quantity(), held.averagePrice());
            if (mine != theirsNow.quantity()) {
                position(mine, theirsNow, findings);
            }
        }
        for (String other : new TreeSet<>(account.others())) {
            findings.stands(Reconciler.difference(Kind.POSITION, other, "nothing", other, Action.REPORTED), "");
        }
        money(cash, findings);
    }

    private void position(long mine, Adoption theirs, Findings findings) {
        Difference difference = Reconciler.difference(
                Kind.POSITION, theirs.symbol(), mine + " shares", theirs.quantity() + " shares", policy.positions());
        if (policy.positions() == Action.ADOPTED) {
            findings.positions.add(theirs);
            findings.settled(difference);
        } else {
            findings.stands(difference, theirs.symbol());
        }
    }

    private void money(BigDecimal mine, Findings findings) {
        BigDecimal theirs = account.cash().orElse(mine);
        BigDecimal gap = theirs.subtract(mine);
        if (gap.abs().compareTo(policy.cashTolerance()) <= 0) {
            return;
        }
        // By how much, and not what: trading goes on, and the gap stays the same.
        String words = gap.abs().toPlainString() + (gap.signum() < 0 ? " less" : " more") + " than the books";
        Difference difference = Reconciler.difference(Kind.CASH, "", "the books", words, policy.cash());
        if (policy.cash() == Action.ADOPTED) {
            findings.cash = theirs;
            findings.settled(difference);
        } else {
            findings.stands(difference, "");
        }
    }
}
