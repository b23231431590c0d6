package tidings.command;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import tidings.command.background.BackgroundTasks;

/** A command node. */
@SpringBootApplication
@ConfigurationPropertiesScan
class CommandSideApplication {

    private static final Logger LOG = LoggerFactory.getLogger(CommandSideApplication.class);
    /** EX_SOFTWARE of sysexits.h: whoever supervises the process starts it anew. */
    private static final int CANNOT_GO_ON = 70;

    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> LOG.error("thread {} ended", thread, failure));
        BackgroundTasks tasks =
                SpringApplication.run(CommandSideApplication.class, args).getBean(BackgroundTasks.class);
        tasks.whenHopeless(() -> {
            LOG.error("the node cannot go on, and ends: {}", tasks.hopeless());
            Runtime.getRuntime().halt(CANNOT_GO_ON);
        });
    }
}
