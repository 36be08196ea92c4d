package io.robotrader.engine.journal;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

class H2JournalTest extends JournalContract {
    private final JdbcDataSource source = new JdbcDataSource();

    @BeforeEach
    void a_database_of_its_own(TestInfo test) {
        source.setURL("jdbc:h2:mem:contract-" + test.getDisplayName().hashCode()
                + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE");
    }

    @AfterEach
    void throw_it_away() throws Exception {
        run("SHUTDOWN");
    }

    @Override
    DataSource source() {
        return source;
    }
}
