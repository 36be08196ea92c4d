package io.robotrader.engine.ibkr.sim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The figures of an account by the names that clients ask for. */
final class AccountFigures {

    /** A figure; the currency is empty for what is no money. */
    record Figure(String key, String value, String currency) {}

    private static final Set<String> LEDGER = Set.of(
            "CashBalance", "ExchangeRate", "RealizedPnL", "StockMarketValue", "TotalCashBalance", "UnrealizedPnL");

    private AccountFigures() {}

    /** All of them; those of the ledger once more for all currencies together. */
    static Map<String, Figure> all(Account account) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        put(figures, "AccountCode", account.id, "");
        put(figures, "AccountReady", "true", "");
        put(figures, "AccountType", "INDIVIDUAL", "");
        money(account).forEach((key, value) -> put(figures, key, value, "USD"));
        put(figures, "Cushion", cushion(account), "");
        put(figures, "DayTradesRemaining", "-1", "");
        put(figures, "LookAheadNextChange", "0", "");
        for (String currency : new String[] {"BASE", "USD"}) {
            put(figures, "CashBalance", text(account.cash()), currency);
            put(figures, "StockMarketValue", text(account.stockValue()), currency);
            put(figures, "RealizedPnL", text(account.realized()), currency);
            put(figures, "UnrealizedPnL", text(account.unrealized()), currency);
            put(figures, "ExchangeRate", "1.00", currency);
            put(figures, "Currency", currency, currency);
        }
        return figures;
    }

    private static Map<String, String> money(Account account) {
        BigDecimal net = account.netLiquidation();
        BigDecimal available = account.available();
        BigDecimal excess = net.subtract(account.maintenanceMargin());
        Map<String, String> money = new LinkedHashMap<>();
        money.put("NetLiquidation", text(net));
        money.put("TotalCashValue", text(account.cash()));
        money.put("SettledCash", text(account.cash()));
        money.put("AccruedCash", "0.00");
        money.put("BuyingPower", text(available.max(BigDecimal.ZERO).divide(Account.INITIAL, MathContext.DECIMAL64)));
        money.put("EquityWithLoanValue", text(net));
        money.put("GrossPositionValue", text(account.gross()));
        money.put("InitMarginReq", text(account.initialMargin()));
        money.put("MaintMarginReq", text(account.maintenanceMargin()));
        money.put("AvailableFunds", text(available));
        money.put("ExcessLiquidity", text(excess));
        money.put("FullInitMarginReq", text(account.initialMargin()));
        money.put("FullMaintMarginReq", text(account.maintenanceMargin()));
        money.put("FullAvailableFunds", text(available));
        money.put("FullExcessLiquidity", text(excess));
        return money;
    }

    /** What a summary has: no ledger, words first, then money by the alphabet. */
    static Map<String, Figure> summary(Account account) {
        Map<String, Figure> all = all(account);
        Map<String, Figure> words = new TreeMap<>();
        Map<String, Figure> money = new TreeMap<>();
        all.values().forEach(f -> {
            if (f.currency().isEmpty()
                    && !f.key().startsWith("AccountCode")
                    && !f.key().equals("AccountReady")) {
                words.put(f.key(), f);
            } else if (f.currency().equals("USD")
                    && !LEDGER.contains(f.key())
                    && !f.key().equals("Currency")) {
                money.put(f.key(), f);
            }
        });
        Map<String, Figure> ordered = new LinkedHashMap<>(words);
        ordered.putAll(money);
        return ordered;
    }

    private static void put(Map<String, Figure> figures, String key, String value, String currency) {
        figures.put(key + "/" + currency, new Figure(key, value, currency));
    }

    private static String cushion(Account account) {
        BigDecimal net = account.netLiquidation();
        if (net.signum() <= 0) {
            return "0";
        }
        BigDecimal excess = net.subtract(account.maintenanceMargin());
        return excess.divide(net, 6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    static String text(BigDecimal value) {
        return Spelling.money(value).toPlainString();
    }
}
