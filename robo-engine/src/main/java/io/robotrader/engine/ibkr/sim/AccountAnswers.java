package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.AccountMessage.AccountDownloadEnd;
import io.robotrader.engine.ibkr.wire.AccountMessage.AccountSummary;
import io.robotrader.engine.ibkr.wire.AccountMessage.AccountSummaryEnd;
import io.robotrader.engine.ibkr.wire.AccountMessage.AccountUpdateMulti;
import io.robotrader.engine.ibkr.wire.AccountMessage.AccountUpdateMultiEnd;
import io.robotrader.engine.ibkr.wire.AccountMessage.AccountUpdateTime;
import io.robotrader.engine.ibkr.wire.AccountMessage.AccountValue;
import io.robotrader.engine.ibkr.wire.AccountMessage.Pnl;
import io.robotrader.engine.ibkr.wire.AccountMessage.PnlSingle;
import io.robotrader.engine.ibkr.wire.AccountRequest;
import io.robotrader.engine.ibkr.wire.PositionMessage.PortfolioValue;
import io.robotrader.engine.ibkr.wire.PositionMessage.Position;
import io.robotrader.engine.ibkr.wire.PositionMessage.PositionEnd;
import io.robotrader.engine.ibkr.wire.PositionMessage.PositionMulti;
import io.robotrader.engine.ibkr.wire.PositionMessage.PositionMultiEnd;
import io.robotrader.engine.ibkr.wire.PositionRequest;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers what is asked about accounts and positions. */
final class AccountAnswers implements Books.Listener {

    /** How long after a change the account is told: what comes together is told together. */
    private static final Duration BURST = Duration.ofSeconds(2);

    private static final Duration REFRESH = Duration.ofMinutes(3);
    private static final Duration PNL = Duration.ofSeconds(1);
    private static final int SUMMARIES = 2;

    /** Something that a client is kept informed of; kinds as the ids of the requests. */
    private record Subscription(ClientSession session, int kind, int id, Runnable tell, Timeline.Task task) {}

    private final Gateway gateway;
    private final List<Subscription> subscriptions = new ArrayList<>();

    AccountAnswers(Gateway gateway) {
        this.gateway = gateway;
        gateway.books.tell(this);
    }

    void forget(ClientSession session) {
        subscriptions.stream().filter(s -> s.session == session).forEach(s -> s.task.cancel());
        subscriptions.removeIf(s -> s.session == session);
    }

    private void subscribe(ClientSession session, int kind, int id, Duration period, Runnable tell) {
        cancel(session, kind, id);
        subscriptions.add(new Subscription(session, kind, id, tell, gateway.timeline.every(period, tell)));
    }

    private boolean cancel(ClientSession session, int kind, int id) {
        List<Subscription> found = subscriptions.stream()
                .filter(s -> s.session == session && s.kind == kind && s.id == id)
                .toList();
        found.forEach(s -> s.task.cancel());
        return subscriptions.removeAll(found);
    }

    /** The account, or null and a word about it. */
    private @Nullable Account account(ClientSession session, int id, String name) {
        Account account = gateway.books.account(name.equals("All") ? "" : name);
        if (account == null) {
            gateway.invalid(session, id, "Invalid account code '" + name + "'");
        }
        return account;
    }

    void take(ClientSession session, AccountRequest request) {
        if (request instanceof AccountRequest.RequestAccountUpdates asked) {
            updates(session, asked);
        } else if (request instanceof AccountRequest.RequestAccountSummary asked) {
            summary(session, asked);
        } else if (request instanceof AccountRequest.CancelAccountSummary cancel) {
            cancel(session, 62, cancel.requestId());
        } else if (request instanceof AccountRequest.RequestAccountUpdatesMulti asked) {
            updatesMulti(session, asked);
        } else if (request instanceof AccountRequest.CancelAccountUpdatesMulti cancel) {
            cancel(session, 76, cancel.requestId());
        } else if (request instanceof AccountRequest.RequestPnl asked) {
            pnl(session, asked);
        } else if (request instanceof AccountRequest.CancelPnl cancel) {
            notSubscribedUnless(cancel(session, 92, cancel.requestId()), session, cancel.requestId());
        } else if (request instanceof AccountRequest.RequestPnlSingle asked) {
            pnlSingle(session, asked);
        } else if (request instanceof AccountRequest.CancelPnlSingle cancel) {
            notSubscribedUnless(cancel(session, 94, cancel.requestId()), session, cancel.requestId());
        }
    }

    private void notSubscribedUnless(boolean known, ClientSession session, int id) {
        if (!known) {
            gateway.error(session, id, 10185, "Failed to cancel PNL (not subscribed)");
        }
    }

    private void updates(ClientSession session, AccountRequest.RequestAccountUpdates asked) {
        Account account = account(session, -1, asked.account());
        if (account == null) {
            return;
        }
        if (!asked.subscribe()) {
            cancel(session, 6, 0);
            return;
        }
        Download download = new Download(gateway, session, account);
        download.first();
        gateway.send(session, new AccountDownloadEnd(account.id));
        subscribe(session, 6, 0, REFRESH, download::changes);
    }

    /** What was told of an account, and what has changed since. */
    private static final class Download {
        private final Gateway gateway;
        private final ClientSession session;
        private final Account account;
        private final java.util.Map<String, AccountFigures.Figure> told = new java.util.HashMap<>();
        private final java.util.Map<Integer, PortfolioValue> held = new java.util.HashMap<>();

        Download(Gateway gateway, ClientSession session, Account account) {
            this.gateway = gateway;
            this.session = session;
            this.account = account;
        }

        void first() {
            values();
            portfolio();
            time();
        }

        /** The portfolio comes first, as a burst after a fill has it. */
        void changes() {
            portfolio();
            values();
            time();
        }

        private void values() {
            AccountFigures.all(account).forEach((name, figure) -> {
                if (!figure.equals(told.put(name, figure))) {
                    gateway.send(
                            session, new AccountValue(figure.key(), figure.value(), figure.currency(), account.id));
                }
            });
        }

        private void portfolio() {
            for (Holding holding : account.holdings()) {
                PortfolioValue value = new PortfolioValue(
                        holding.listing.valued(),
                        Spelling.size(holding.quantity()),
                        Spelling.price(account.mark(holding.listing)),
                        Spelling.money(account.value(holding)),
                        Spelling.price(holding.averageCost()),
                        Spelling.money(account.unrealized(holding)),
                        Spelling.money(holding.realized()),
                        account.id);
                int id = holding.listing.conId();
                boolean never = holding.quantity().signum() == 0 && !held.containsKey(id);
                if (!never && !value.equals(held.put(id, value))) {
                    gateway.send(session, value);
                }
            }
        }

        private void time() {
            gateway.send(session, new AccountUpdateTime(Spelling.minute(gateway.timeline.now())));
        }
    }

    private void summary(ClientSession session, AccountRequest.RequestAccountSummary asked) {
        int id = asked.requestId();
        long open = subscriptions.stream()
                .filter(s -> s.session == session && s.kind == 62 && s.id != id)
                .count();
        if (open >= SUMMARIES) {
            gateway.error(
                    session,
                    id,
                    322,
                    "Error processing request.-'bM' : cause - Maximum number of account summary requests exceeded");
            return;
        }
        List<String> tags = Arrays.asList(asked.tags().split(",", -1));
        boolean ledger = asked.tags().contains("$LEDGER");
        java.util.Map<String, AccountFigures.Figure> told = new java.util.HashMap<>();
        Runnable tell = () -> gateway.books.all().forEach(account -> {
            var figures = ledger ? AccountFigures.all(account) : AccountFigures.summary(account);
            figures.forEach((name, f) -> {
                boolean isAsked = tags.contains(f.key()) || (ledger && name.endsWith("/BASE"));
                if (isAsked && !f.equals(told.put(account.id + name, f))) {
                    gateway.send(session, new AccountSummary(id, account.id, f.key(), f.value(), f.currency()));
                }
            });
        });
        tell.run();
        gateway.send(session, new AccountSummaryEnd(id));
        subscribe(session, 62, id, REFRESH, tell);
    }

    private void updatesMulti(ClientSession session, AccountRequest.RequestAccountUpdatesMulti asked) {
        int id = asked.requestId();
        Account account = account(session, id, asked.account());
        if (account == null) {
            return;
        }
        java.util.Map<String, AccountFigures.Figure> told = new java.util.HashMap<>();
        Runnable tell = () -> AccountFigures.all(account).forEach((name, f) -> {
            if (!f.equals(told.put(name, f))) {
                gateway.send(
                        session,
                        new AccountUpdateMulti(id, account.id, asked.model(), f.key(), f.value(), f.currency()));
            }
        });
        tell.run();
        gateway.send(session, new AccountUpdateMultiEnd(id));
        subscribe(session, 76, id, REFRESH, tell);
    }

    private void pnl(ClientSession session, AccountRequest.RequestPnl asked) {
        Account account = account(session, asked.requestId(), asked.account());
        if (account != null) {
            sometimes(
                    session,
                    92,
                    asked.requestId(),
                    () -> new Pnl(
                            asked.requestId(),
                            Spelling.money(account.dailyPnl()),
                            Spelling.money(account.unrealized()),
                            Spelling.money(account.realized())));
        }
    }

    private void pnlSingle(ClientSession session, AccountRequest.RequestPnlSingle asked) {
        Account account = account(session, asked.requestId(), asked.account());
        if (account == null) {
            return;
        }
        boolean known = gateway.market.instruments().stream().anyMatch(i -> i.listing.conId() == asked.conId());
        if (!known) {
            gateway.error(session, asked.requestId(), 200, "No security definition has been found for the request");
            return;
        }
        Holding holding = account.holding(gateway.market.ofConId(asked.conId()).listing);
        sometimes(session, 94, asked.requestId(), () -> {
            BigDecimal unrealized = account.unrealized(holding);
            return new PnlSingle(
                    asked.requestId(),
                    Spelling.size(holding.quantity()),
                    Spelling.money(unrealized.add(holding.realized())),
                    Spelling.money(unrealized),
                    Spelling.money(holding.realized()),
                    Spelling.money(account.value(holding)));
        });
    }

    /** At once, and about once a second while it changes. */
    private void sometimes(
            ClientSession session, int kind, int id, java.util.function.Supplier<ServerMessage> message) {
        ServerMessage[] told = new ServerMessage[1];
        Runnable tell = () -> {
            ServerMessage now = message.get();
            if (!now.equals(told[0])) {
                told[0] = now;
                gateway.send(session, now);
            }
        };
        tell.run();
        subscribe(session, kind, id, PNL, tell);
    }

    void take(ClientSession session, PositionRequest request) {
        if (request instanceof PositionRequest.RequestPositions) {
            gateway.books.all().forEach(a -> held(a).forEach(h -> gateway.send(session, position(a, h))));
            gateway.send(session, new PositionEnd());
            subscribe(session, 61, 0, REFRESH, () -> {});
        } else if (request instanceof PositionRequest.CancelPositions) {
            cancel(session, 61, 0);
        } else if (request instanceof PositionRequest.RequestPositionsMulti asked) {
            positionsMulti(session, asked);
        } else if (request instanceof PositionRequest.CancelPositionsMulti cancel) {
            cancel(session, 74, cancel.requestId());
        }
    }

    private static List<Holding> held(Account account) {
        return account.holdings().stream()
                .filter(h -> h.quantity().signum() != 0)
                .toList();
    }

    private static Position position(Account account, Holding holding) {
        return new Position(
                account.id,
                holding.listing.held(),
                Spelling.size(holding.quantity()),
                Spelling.price(holding.averageCost()));
    }

    private void positionsMulti(ClientSession session, PositionRequest.RequestPositionsMulti asked) {
        Account account = account(session, asked.requestId(), asked.account());
        if (account == null) {
            return;
        }
        held(account).forEach(h -> {
            Position p = position(account, h);
            gateway.send(
                    session,
                    new PositionMulti(
                            asked.requestId(), account.id, p.contract(), p.quantity(), p.averageCost(), asked.model()));
        });
        gateway.send(session, new PositionMultiEnd(asked.requestId()));
    }

    @Override
    public void booked(Account account, Market.Instrument instrument) {
        Position position = position(account, account.holding(instrument.listing));
        for (Subscription s : List.copyOf(subscriptions)) {
            if (s.kind == 61) {
                gateway.send(s.session, position);
            }
        }
        if (!due) {
            due = true;
            gateway.timeline.after(BURST, this::burst);
        }
    }

    private boolean due;

    private void burst() {
        due = false;
        for (Subscription s : List.copyOf(subscriptions)) {
            if (s.kind == 6 || s.kind == 62 || s.kind == 76) {
                s.tell.run();
            }
        }
    }
}
