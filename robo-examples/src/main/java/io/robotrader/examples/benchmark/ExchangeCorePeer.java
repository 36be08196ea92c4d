package io.robotrader.examples.benchmark;

import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.PositionDirection;
import exchange.core2.core.common.SymbolPositionRecord;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.UserProfile;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.ExchangeConfiguration;
import exchange.core2.core.common.config.InitialStateConfiguration;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.common.config.OrdersProcessingConfiguration;
import exchange.core2.core.common.config.OrdersProcessingConfiguration.MarginTradingMode;
import exchange.core2.core.common.config.OrdersProcessingConfiguration.RiskProcessingMode;
import exchange.core2.core.common.config.ReportsQueriesConfiguration;
import exchange.core2.core.processors.RiskEngine;
import exchange.core2.core.processors.SharedPool;
import exchange.core2.core.processors.journaling.DummySerializationProcessor;

/**
 * The risk step of exchange-core for an account on margin, without its queues: one thread hands it one order to place,
 * as its first risk processor would. It checks the margin of the whole account and holds the order's size.
 */
final class ExchangeCorePeer {

    private static final long UID = 1;
    private static final int MONEY = 840;
    private static final long SIZE = 10;

    private final RiskEngine engine;
    private final OrderCommand command;
    private final SymbolPositionRecord ordered;

    ExchangeCorePeer(int positions) {
        engine = new RiskEngine(0, 1, DummySerializationProcessor.INSTANCE, new SharedPool(4, 2, 64), configuration());
        engine.getUserProfileService().addEmptyUserProfile(UID);
        engine.getUserProfileService().balanceAdjustment(UID, MONEY, 1_000_000, 1);
        UserProfile profile = engine.getUserProfileService().getUserProfile(UID);
        for (int symbol = 0; symbol <= positions; symbol++) {
            engine.getSymbolSpecificationProvider().addSymbol(contract(symbol));
            engine.getLastPriceCache().put(symbol, new RiskEngine.LastPriceCacheRecord(101, 100));
            if (symbol > 0) {
                profile.positions.put(symbol, position(symbol));
            }
        }
        command = order();
        engine.preProcessCommand(1, command);
        ordered = profile.positions.get(0);
        ordered.pendingRelease(OrderAction.BID, SIZE);
    }

    /** Places one order and takes back what it holds, so that the next finds the account as it was. */
    boolean place() {
        command.resultCode = CommandResultCode.NEW;
        engine.preProcessCommand(1, command);
        ordered.pendingRelease(OrderAction.BID, SIZE);
        return command.resultCode == CommandResultCode.VALID_FOR_MATCHING_ENGINE;
    }

    private static ExchangeConfiguration configuration() {
        return ExchangeConfiguration.builder()
                .initStateCfg(InitialStateConfiguration.CLEAN_TEST)
                .loggingCfg(LoggingConfiguration.DEFAULT)
                .reportsQueriesCfg(ReportsQueriesConfiguration.DEFAULT)
                .ordersProcessingCfg(OrdersProcessingConfiguration.builder()
                        .riskProcessingMode(RiskProcessingMode.FULL_PER_CURRENCY)
                        .marginTradingMode(MarginTradingMode.MARGIN_TRADING_ENABLED)
                        .build())
                .build();
    }

    private static CoreSymbolSpecification contract(int symbol) {
        return CoreSymbolSpecification.builder()
                .symbolId(symbol)
                .type(SymbolType.FUTURES_CONTRACT)
                .baseCurrency(1_000 + symbol)
                .quoteCurrency(MONEY)
                .baseScaleK(1)
                .quoteScaleK(1)
                .marginBuy(50)
                .marginSell(50)
                .build();
    }

    private static SymbolPositionRecord position(int symbol) {
        SymbolPositionRecord position = new SymbolPositionRecord();
        position.initialize(UID, symbol, MONEY);
        position.direction = PositionDirection.LONG;
        position.openVolume = 10;
        position.openPriceSum = 1_000;
        return position;
    }

    private static OrderCommand order() {
        OrderCommand order = OrderCommand.newOrder(OrderType.GTC, 1, UID, 100, 100, SIZE, OrderAction.BID);
        order.command = OrderCommandType.PLACE_ORDER;
        order.symbol = 0;
        return order;
    }
}
