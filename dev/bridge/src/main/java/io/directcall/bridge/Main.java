package io.directcall.bridge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The bridge as a process. */
public final class Main {
    private static final System.Logger LOG = System.getLogger(Main.class.getName());

    private Main() {}

    public static void main(String[] arguments) {
        // Netty would otherwise make newer JVMs print four lines of warnings; the little HTTP here can do without.
        System.setProperty("io.netty.noUnsafe", "true");
        CommandLine command;
        try {
            command = CommandLine.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + CommandLine.USAGE);
            System.exit(2);
            return;
        }
        if (command.help()) {
            System.out.println(CommandLine.USAGE);
            return;
        }
        run(command);
    }

    private static void run(CommandLine command) {
        try {
            DevBridge bridge = new DevBridge(command.options()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(bridge::close, "bridge-stop"));
            LOG.log(System.Logger.Level.INFO, "This bridge is for development and tests only; in production run JVB.");
            System.out.printf("READY http=%s udp=%d%n", bridge.httpUri(), bridge.udpPort());
            if (command.watchStdin()) {
                Thread.ofPlatform().name("stdin").daemon().start(Main::exitWithStdin);
            }
            bridge.finished().join();
            System.exit(0);
        } catch (IOException e) {
            System.err.println("The bridge cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Whoever started the bridge holds its standard input; when they die it closes, and nothing is left behind. */
    private static void exitWithStdin() {
        try (InputStream in = System.in) {
            long ignored = in.transferTo(OutputStream.nullOutputStream());
            LOG.log(System.Logger.Level.DEBUG, "standard input closed after {0} bytes", ignored);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "standard input failed: {0}", e.getMessage());
        }
        System.exit(0);
    }
}
