package io.robotrader.engine.execution;

import io.robotrader.engine.execution.BrokerAccount.Trade;
import io.robotrader.engine.execution.Difference.Action;
import io.robotrader.engine.execution.Difference.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds fills of the broker that our books do not have, and corrections of those that they have. */
record MissedFills(Books books, BrokerAccount account) {

    void find(Findings findings) {
        List<Trade> trades = account.trades().stream()
                .filter(trade -> !books.fills().containsKey(trade.fill().id()))
                .sorted(Comparator.comparing((Trade trade) -> trade.fill().time())
                        .thenComparing(trade -> trade.fill().id()))
                .toList();
        for (Trade trade : trades) {
            Fill fill = trade.fill();
            Optional<Fill> wrong = corrected(trade);
            if (wrong.isPresent()) {
                findings.fills.add(Corrections.reversal(wrong.get(), fill.orderId()));
                findings.fills.add(Corrections.replacement(fill, fill.orderId()));
            } else {
                findings.fills.add(fill);
            }
            findings.settled(Reconciler.difference(
                    Kind.MISSED_FILL,
                    fill.orderId(),
                    wrong.map(MissedFills::words).orElse("nothing"),
                    words(fill),
                    Action.ADOPTED));
        }
    }

    /** The fill that the books have in the place of a later one. */
    private Optional<Fill> corrected(Trade trade) {
        for (String id : new TreeSet<>(trade.supersedes())) {
            Fill before = books.fills().get(id);
            if (before != null && !books.fills().containsKey(Corrections.reversalOf(id))) {
                return Optional.of(before);
            }
        }
        return Optional.empty();
    }

    private static String words(Fill fill) {
        return fill.id() + ": " + fill.side() + " " + fill.quantity() + " " + fill.symbol() + " at "
                + fill.price().toPlainString();
    }
}
