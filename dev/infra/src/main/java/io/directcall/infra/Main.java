package io.directcall.infra;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** Starts PostgreSQL and Kafka, or one of them, prints {@code READY} and stays until it is told to end. */
public final class Main {

    private Main() {}

    /** See {@link Options} for the arguments. Ends with 1 and one line on standard error when the start fails. */
    public static void main(String[] args) throws InterruptedException {
        Logs.quiet();
        CountDownLatch end = new CountDownLatch(1);
        try {
            Options options = Options.parse(args);
            Infra infra = new Infra(options, Main::print);
            Runtime.getRuntime().addShutdownHook(new Thread(infra::close, "stop"));
            if (options.watchStdin()) {
                Thread.ofPlatform().daemon().name("stdin").start(Main::exitWhenInputEnds);
            }
            infra.start(end::countDown, Main::exitWithoutPostgres);
        } catch (InfraFailure e) {
            System.err.println("infra: " + e.getMessage());
            System.exit(1);
        }
        print("READY");
        end.await();
        print("nobody has held a lease for long enough: ending");
        System.exit(0);
    }

    /** A server that serves nothing would look alive to whoever is to start it again. */
    private static void exitWithoutPostgres() {
        System.err.println("infra: PostgreSQL has ended though nobody stopped it: ending too.");
        System.exit(1);
    }

    /** The launcher holds the other end of standard input; when it dies, however, this process goes too. */
    private static void exitWhenInputEnds() {
        try (InputStream in = System.in) {
            while (in.read() >= 0) {
                // Whatever is typed has no meaning.
            }
        } catch (IOException e) {
            print("standard input failed: " + e.getMessage());
        }
        System.exit(0);
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
