package io.robotrader.engine.execution;

import io.robotrader.engine.execution.Difference.Action;
import io.robotrader.engine.execution.Reconciliation.Adoption;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was found so far in one reconciliation. */
final class Findings {

    final List<Fill> fills = new ArrayList<>();
    final List<OrderEnd> ends = new ArrayList<>();
    final Map<String, String> found = new TreeMap<>();
    final List<String> cancel = new ArrayList<>();
    final List<Adoption> positions = new ArrayList<>();

    @Nullable
    BigDecimal cash;

    private final Books books;
    private final List<Difference> differences = new ArrayList<>();
    private final Set<Difference> standing = new LinkedHashSet<>();
    private final Set<String> blocked = new TreeSet<>();
    private boolean blocksAll;

    Findings(Books books) {
        this.books = books;
    }

    /** Something that is put right. */
    void settled(Difference difference) {
        differences.add(difference);
    }

    /** Something that stays: told once, and in force as long as it is there. */
    void stands(Difference difference, String symbol) {
        standing.add(difference);
        if (!books.standing().contains(difference)) {
            differences.add(difference);
        }
        if (difference.action() == Action.BLOCKED) {
            block(symbol);
        }
    }

    /** Nothing opens risk in a symbol, or at all if it is empty. */
    void block(String symbol) {
        if (symbol.isEmpty()) {
            blocksAll = true;
        } else {
            blocked.add(symbol);
        }
    }

    Reconciliation result(Instant asOf) {
        return new Reconciliation(
                asOf,
                differences,
                fills,
                ends,
                found,
                cancel,
                positions,
                Optional.ofNullable(cash),
                blocked,
                blocksAll,
                standing);
    }
}
