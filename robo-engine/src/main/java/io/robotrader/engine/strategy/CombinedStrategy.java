package io.robotrader.engine.strategy;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Several strategies that speak with one voice, and of which none can take the others down.
 *
 * <p>A strategy's latest signal in a symbol is its wish there until its next one. Whenever a wish changes, all wishes in the
 * symbol are {@linkplain Combination combined}, and a signal is given if the direction is another than before. A strategy that
 * never spoke of a symbol has no wish there. Where nobody has a wish any more, it is flat.
 *
 * <p><b>Errors.</b> A strategy that throws on a bar, returns null or signals a symbol of which no bar has come is counted and
 * told to the listener; what it wished before stands. When it fails too often, five times within a hundred of its bars unless
 * said otherwise, it is switched off for good and its wishes end: what nobody vouches for is not held. {@link
 * VirtualMachineError}s other than a stack overflow are nobody's fault and are thrown on.
 *
 * <p><b>Several symbols at once.</b> One bar can give one signal. If it changes more symbols, that of the bar goes first; the
 * others are told with the next bars, their own or another's, the oldest first, each as the wishes are by then.
 *
 * <p>Not thread-safe.
 */
public final class CombinedStrategy implements Strategy {

    private final String name;
    private final Combination combination;
    private final double minConfidence;
    private final Consumer<StrategyError> onError;
    private final List<Member> members;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Direction> told = new HashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();

    CombinedStrategy(
            Combination combination, double minConfidence, Consumer<StrategyError> onError, List<Member> members) {
        this.name = "combined-" + combination.name().toLowerCase(Locale.ROOT);
        this.combination = combination;
        this.minConfidence = minConfidence;
        this.onError = onError;
        this.members = List.copyOf(members);
    }

    /**
     * Starts to put a combination together.
     *
     * @param combination how wishes become one
     * @return a builder without a strategy
     */
    public static CombinedStrategyBuilder by(Combination combination) {
        return new CombinedStrategyBuilder(combination);
    }

    /** {@return {@code combined-vote}, {@code combined-weight} or {@code combined-priority}} */
    @Override
    public String name() {
        return name;
    }

    /** {@return what each strategy has done so far, in the order in which they were added; unmodifiable} */
    public List<StrategyStatistics> statistics() {
        return members.stream().map(Member::statistics).toList();
    }

    @Override
    public Optional<Signal> onBar(Bar bar) {
        known.add(bar.symbol());
        List<StrategyError> errors = new ArrayList<>();
        Set<String> spokenOf = new LinkedHashSet<>();
        for (Member member : members) {
            if (member.isOn()) {
                ask(member, bar, spokenOf, errors);
            }
        }
        for (String symbol : spokenOf) {
            Opinion outcome = combine(symbol);
            members.forEach(member -> member.compare(symbol, outcome));
        }
        members.forEach(Member::endBar);
        changed.addAll(spokenOf);
        Optional<Signal> signal = nextSignal(bar.symbol());
        // Last, so that a listener that throws leaves nothing half done.
        errors.forEach(onError);
        return signal;
    }

    private void ask(Member member, Bar bar, Set<String> spokenOf, List<StrategyError> errors) {
        try {
            member.ask(bar, known).ifPresent(spokenOf::add);
        } catch (Throwable trouble) {
            if (trouble instanceof VirtualMachineError fatal && !(trouble instanceof StackOverflowError)) {
                throw fatal;
            }
            StrategyError error = member.fail(bar, trouble);
            errors.add(error);
            if (error.switchedOff()) {
                spokenOf.addAll(member.withdraw());
            }
        }
    }

    private Optional<Signal> nextSignal(String first) {
        if (changed.remove(first)) {
            Optional<Signal> signal = signal(first);
            if (signal.isPresent()) {
                return signal;
            }
        }
        for (Iterator<String> symbols = changed.iterator(); symbols.hasNext(); ) {
            String symbol = symbols.next();
            symbols.remove();
            Optional<Signal> signal = signal(symbol);
            if (signal.isPresent()) {
                return signal;
            }
        }
        return Optional.empty();
    }

    private Optional<Signal> signal(String symbol) {
        Opinion outcome = combine(symbol);
        if (outcome.direction() == told.get(symbol)) {
            return Optional.empty();
        }
        told.put(symbol, outcome.direction());
        return Optional.of(new Signal(name, symbol, outcome.direction(), reason(symbol), outcome.confidence()));
    }

    private Opinion combine(String symbol) {
        List<Opinion> wishes = new ArrayList<>(members.size());
        for (Member member : members) {
            Opinion wish = member.wish(symbol);
            if (wish != null) {
                wishes.add(wish);
            }
        }
        return wishes.isEmpty() ? Opinion.FLAT : combination.combine(wishes, minConfidence);
    }

    private String reason(String symbol) {
        String wishes = members.stream()
                .flatMap(member -> Optional.ofNullable(member.wish(symbol)).stream()
                        .map(wish -> String.format(
                                Locale.ROOT, "%s %s %.2f", member.name(), wish.direction(), wish.confidence())))
                .collect(Collectors.joining(", "));
        return wishes.isEmpty() ? "no strategy is left that wishes anything" : wishes;
    }
}
