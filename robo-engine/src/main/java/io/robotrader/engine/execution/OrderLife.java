package io.robotrader.engine.execution;

import io.robotrader.risk.account.OrderIntent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one order, and the state that follows from it.
 *
 * <p>A broker repeats itself and tells things in any order: a fill before the acknowledgement, a fill after the end, a
 * status that counts shares of which no fill has come. So the facts are kept, each once, and the state is made of all of
 * them: whatever the order in which a broker's reports come, and however often, the same state is reached. What cannot be
 * is told by {@link Step#outcome} and changes nothing. Only that an order's fate is unknown depends on when it is said: it
 * is a finding of ours, which an acknowledgement, an end or the last share that comes later settles.
 *
 * <p>Immutable and thread-safe.
 */
public final class OrderLife {

    private final OrderIntent intent;
    private final Facts facts;

    private OrderLife(OrderIntent intent, Facts facts) {
        this.intent = intent;
        this.facts = facts;
    }

    /**
     * {@return the life of an order that was approved and not yet sent}
     *
     * @param intent the order
     */
    public static OrderLife decided(OrderIntent intent) {
        return new OrderLife(Objects.requireNonNull(intent, "intent"), Facts.NONE);
    }

    /** {@return the order as it was decided} */
    public OrderIntent intent() {
        return intent;
    }

    /** {@return how it stands} */
    public OrderState state() {
        return facts.state(intent.quantity());
    }

    /** {@return the shares that were traded and stand, all corrections counted} */
    public long filled() {
        return facts.net();
    }

    /** {@return the shares that may be traded yet: those of an order that works and are not traded; zero of one that is over} */
    public long open() {
        return state().isOver() ? 0 : facts.quantity(intent.quantity()) - facts.gross();
    }

    /** {@return the shares that the broker counts as filled beyond the fills that have come, zero or positive} */
    public long lacking() {
        return Math.max(0, facts.reported() - facts.gross());
    }

    /** {@return the broker's own name for it, empty if not told} */
    public String brokerId() {
        return facts.brokerId();
    }

    /** {@return the fills that were told, by their ids, corrections and what they have taken back included} */
    public Map<String, Fill> fills() {
        return facts.fills();
    }

    /** {@return the step when the order is handed to the broker; a second time it is refused: nothing is sent twice} */
    public Step sent() {
        return facts.sent()
                ? refused("it was sent before, and no order is sent twice")
                : to(facts.withSent(), Step.Outcome.CHANGED);
    }

    /**
     * {@return the step when the broker has it}
     *
     * @param brokerId the broker's own name for it
     */
    public Step acknowledged(String brokerId) {
        if (!facts.brokerId().isEmpty() && !facts.brokerId().equals(brokerId)) {
            return refused("the broker calls it " + brokerId + " and has called it " + facts.brokerId());
        }
        return to(facts.withAcknowledged(brokerId), Step.Outcome.CHANGED);
    }

    /**
     * {@return the step when shares were traded, or a correction of that is told}
     *
     * @param fill the fill, or one of the two of {@link Corrections}
     */
    public Step filled(Fill fill) {
        boolean reversal = Corrections.reversed(fill).isPresent();
        if (!fill.symbol().equals(intent.symbol())
                || (!reversal && fill.side() != intent.side())
                || !Corrections.correctedOrder(fill).orElse(fill.orderId()).equals(intent.id())) {
            return refused("fill " + fill.id() + " is of " + fill.side() + " " + fill.symbol() + " for order "
                    + fill.orderId());
        }
        Fill before = facts.fills().get(fill.id());
        if (before != null) {
            return before.quantity() == fill.quantity() && before.price().compareTo(fill.price()) == 0
                    ? new Step(this, Step.Outcome.NOTHING_NEW, "")
                    : refused("fill " + fill.id() + " was told before with other numbers");
        }
        Facts after = facts.withFill(fill);
        if (Corrections.correctedOrder(fill).isEmpty()) {
            if (!facts.sent()) {
                return odd(after, "a fill of an order that is not known to have been sent");
            }
            if (after.gross() > after.quantity(intent.quantity())) {
                return odd(after, "more shares are filled than were ordered");
            }
            if (state() == OrderState.REJECTED) {
                return odd(after, "a fill of an order that was told as rejected");
            }
        }
        return to(after, Step.Outcome.CHANGED);
    }

    /**
     * {@return the step when the broker counts shares as filled, before or without telling the fills}
     *
     * @param shares in all, zero or more; less than before is older news
     */
    public Step reported(long shares) {
        return to(facts.withReported(shares), Step.Outcome.CHANGED);
    }

    /** {@return the step when it is asked to be taken back; what is over cannot be} */
    public Step cancelRequested() {
        return state().isOver()
                ? refused("it is " + state() + ", and there is nothing to take back")
                : to(facts.withCancelRequested(), Step.Outcome.CHANGED);
    }

    /**
     * {@return the step when the broker has changed how many shares it is for}
     *
     * @param revision 1 for the first change; of two the higher counts
     * @param quantity shares in all, what is filled included, 1 or more
     */
    public Step replaced(int revision, long quantity) {
        if (quantity < 1 || revision < 1) {
            return refused("revision and quantity must be at least 1, but were " + revision + " and " + quantity);
        }
        return to(facts.withQuantity(revision, quantity), Step.Outcome.CHANGED);
    }

    /**
     * {@return the step when the broker tells its end, or that its fate is unknown}
     *
     * @param end how it ended
     */
    public Step ended(OrderEnd end) {
        return switch (end.kind()) {
            case UNKNOWN ->
                state().isOver()
                        ? refused("it is " + state() + ", and so not unknown")
                        : to(facts.withUnknown(), Step.Outcome.CHANGED);
            case CANCELLED -> over(OrderState.CANCELLED);
            case REJECTED -> over(OrderState.REJECTED);
        };
    }

    /** {@return the step when its time is over} */
    public Step expired() {
        return over(OrderState.EXPIRED);
    }

    private Step over(OrderState end) {
        Facts after = facts.withEnd(end);
        if (facts.end() != null && facts.end() != end) {
            return odd(after, "it is told as " + end + " and was told as " + facts.end());
        }
        return to(after, Step.Outcome.CHANGED);
    }

    private Step odd(Facts after, String why) {
        return new Step(new OrderLife(intent, after), Step.Outcome.ODD, why);
    }

    private Step refused(String why) {
        return new Step(this, Step.Outcome.REFUSED, why);
    }

    private Step to(Facts after, Step.Outcome outcome) {
        return after.equals(facts)
                ? new Step(this, Step.Outcome.NOTHING_NEW, "")
                : new Step(new OrderLife(intent, after), outcome, "");
    }

    @Override
    public String toString() {
        return "OrderLife[" + intent.id() + " " + state() + " " + filled() + " of " + intent.quantity() + "]";
    }

    /**
     * What became of a report. Immutable and thread-safe.
     *
     * @param life the order after it
     * @param outcome whether it was taken
     * @param why what is wrong with it; empty if nothing is
     */
    public record Step(OrderLife life, Outcome outcome, String why) {

        /** What can become of a report. */
        public enum Outcome {
            /** It was news, and counts. */
            CHANGED,
            /** It was known. */
            NOTHING_NEW,
            /** It counts, as shares are shares, and a person should hear of it. */
            ODD,
            /** It cannot be true of this order and does not count; a person should hear of it. */
            REFUSED
        }

        /** {@return whether a person should hear of it} */
        public boolean isTrouble() {
            return outcome == Outcome.ODD || outcome == Outcome.REFUSED;
        }
    }

    /** What was told, each fact once. */
    private record Facts(
            boolean sent,
            boolean acknowledged,
            String brokerId,
            boolean cancelRequested,
            boolean unknown,
            @Nullable OrderState end,
            long reported,
            int revision,
            long newQuantity,
            Map<String, Fill> fills) {

        static final Facts NONE = new Facts(false, false, "", false, false, null, 0, 0, 0, Map.of());

        long quantity(long ordered) {
            return revision == 0 ? ordered : newQuantity;
        }

        /** What was used up of the order: a correction changes what was traded, and not that. */
        long gross() {
            return fills.values().stream()
                    .filter(fill -> Corrections.correctedOrder(fill).isEmpty())
                    .mapToLong(Fill::quantity)
                    .sum();
        }

        long net() {
            return fills.values().stream()
                    .mapToLong(fill -> Corrections.reversed(fill).isPresent() ? -fill.quantity() : fill.quantity())
                    .sum();
        }

        OrderState state(long ordered) {
            if (gross() >= quantity(ordered)) {
                return OrderState.FILLED;
            }
            if (end != null) {
                return end == OrderState.REJECTED && gross() > 0 ? OrderState.CANCELLED : end;
            }
            if (unknown) {
                return OrderState.UNKNOWN;
            }
            if (cancelRequested) {
                return OrderState.CANCEL_REQUESTED;
            }
            if (gross() > 0 || reported > 0) {
                return OrderState.PARTLY_FILLED;
            }
            return acknowledged ? OrderState.ACKNOWLEDGED : sent ? OrderState.SENT : OrderState.DECIDED;
        }

        Facts withSent() {
            return with(true, acknowledged, brokerId, cancelRequested, unknown, end, reported);
        }

        Facts withAcknowledged(String id) {
            return with(sent, true, id, cancelRequested, false, end, reported);
        }

        Facts withCancelRequested() {
            return with(sent, acknowledged, brokerId, true, unknown, end, reported);
        }

        Facts withUnknown() {
            return with(sent, acknowledged, brokerId, cancelRequested, true, end, reported);
        }

        /** Of two ends one counts, whichever came first: cancelled before rejected, and that before expired. */
        Facts withEnd(OrderState told) {
            OrderState stays = end == null || (told == OrderState.REJECTED && end == OrderState.EXPIRED) ? told : end;
            OrderState kept = told == OrderState.CANCELLED ? told : stays;
            return with(sent, acknowledged, brokerId, cancelRequested, unknown, kept, reported);
        }

        Facts withReported(long shares) {
            return with(sent, acknowledged, brokerId, cancelRequested, unknown, end, Math.max(reported, shares));
        }

        Facts withQuantity(int number, long quantity) {
            return number <= revision
                    ? this
                    : new Facts(
                            sent,
                            acknowledged,
                            brokerId,
                            cancelRequested,
                            unknown,
                            end,
                            reported,
                            number,
                            quantity,
                            fills);
        }

        Facts withFill(Fill fill) {
            Map<String, Fill> more = new HashMap<>(fills);
            more.put(fill.id(), fill);
            return new Facts(
                    sent,
                    acknowledged,
                    brokerId,
                    cancelRequested,
                    unknown,
                    end,
                    reported,
                    revision,
                    newQuantity,
                    Map.copyOf(more));
        }

        private Facts with(
                boolean isSent,
                boolean isAcknowledged,
                String id,
                boolean isCancelRequested,
                boolean isUnknown,
                @Nullable OrderState isEnd,
                long counts) {
            return new Facts(
                    isSent,
                    isAcknowledged,
                    id,
                    isCancelRequested,
                    isUnknown,
                    isEnd,
                    counts,
                    revision,
                    newQuantity,
                    fills);
        }
    }
}
