package io.robotrader.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.kit.RiskRuleContract;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.RiskRule;
import io.robotrader.risk.rule.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Example;

// What docs/getting-started.md shows is this, without its last test.
class SharePriceRuleTest extends RiskRuleContract {
    @Override
    protected Limit limit() {
        return Limit.custom("SHARE_PRICE", 150, Unit.MONEY);
    }

    @Override
    protected RiskRule rule() {
        return (impact, account) -> impact.price();
    }

    @Example
    void the_document_shows_this_code() throws IOException {
        String source = Files.readString(
                Path.of("src/test/java/io/robotrader/risk/SharePriceRuleTest.java"), StandardCharsets.UTF_8);
        String code = source.substring(
                source.indexOf("class Share" + "PriceRuleTest"), source.indexOf("    @Exam" + "ple\n"));

        assertThat(Files.readString(Path.of("..", "docs", "getting-started.md"), StandardCharsets.UTF_8))
                .contains("```java kit\n" + code.strip() + "\n}\n```");
    }
}
