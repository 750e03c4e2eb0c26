package io.directcall.system.support;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A drawn person who moves, blinks and talks, as a film for Chromium's fake camera: so that a picture of a call shows people.
 *
 * @param skin of the face
 * @param hair of the hair
 * @param shirt of the clothes
 * @param wall behind the person
 * @param longHair down to the shoulders
 */
public record Portrait(Color skin, Color hair, Color shirt, Color wall, boolean longHair) {
    /** Long dark hair. */
    public static final Portrait ADA =
            new Portrait(new Color(0xF2C9A5), new Color(0x4A2C1A), new Color(0x7A3E65), new Color(0xCFE3D4), true);
    /** Short grey hair. */
    public static final Portrait GRACE =
            new Portrait(new Color(0xE3B18C), new Color(0x8C8C94), new Color(0x1F3A5F), new Color(0xF0DFC0), false);

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int FRAMES = 60;

    /** Writes the film as motion JPEG, two seconds that go round. */
    public void film(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                ImageIO.write(draw(2 * Math.PI * frame / FRAMES, frame % 47 < 3), "jpg", out);
            }
        }
    }

    private BufferedImage draw(double phase, boolean blink) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        room(g);
        double x = WIDTH / 2.0 + 6 * Math.sin(phase);
        double y = 165 + 3 * Math.sin(2 * phase);
        if (longHair) {
            fill(g, hair, new RoundRectangle2D.Double(x - 84, y - 88, 168, 215, 130, 130));
        }
        fill(g, shirt, new RoundRectangle2D.Double(x - 140, y + 118, 280, 260, 150, 150));
        fill(g, skin.darker(), new RoundRectangle2D.Double(x - 28, y + 62, 56, 74, 40, 40));
        fill(g, skin, new Ellipse2D.Double(x - 68, y - 80, 136, 172));
        fill(g, hair, new Arc2D.Double(x - 74, y - 92, 148, 106, 0, 180, Arc2D.CHORD));
        face(g, x, y, blink, 5 + 9 * Math.abs(Math.sin(4 * phase)));
        g.dispose();
        return image;
    }

    private void room(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, wall, 0, HEIGHT, wall.darker()));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        Color[] books = {shirt, hair, skin.darker(), wall.darker().darker()};
        for (int book = 0; book < 9; book++) {
            g.setColor(books[book % books.length]);
            g.fillRect(24 + 15 * book, 74 - 7 * (book % 3), 12, 56 + 7 * (book % 3));
        }
        g.setColor(wall.darker().darker());
        g.fillRect(16, 130, 150, 7);
        g.fillRoundRect(520, 250, 54, 60, 14, 14);
        g.setColor(new Color(0x3F7D4E));
        for (int leaf = -2; leaf <= 2; leaf++) {
            g.fill(new Ellipse2D.Double(532 + 17.0 * leaf, 172 + 11.0 * Math.abs(leaf), 26, 86));
        }
    }

    private void face(Graphics2D g, double x, double y, boolean blink, double mouth) {
        for (int side = -1; side <= 1; side += 2) {
            double eye = x + 27 * side;
            fill(g, Color.WHITE, new Ellipse2D.Double(eye - 12, y - 12, 24, blink ? 3 : 17));
            fill(g, hair.darker(), new Ellipse2D.Double(eye - 5, y - 9, 10, blink ? 0 : 11));
            g.setColor(hair);
            g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(new Arc2D.Double(eye - 15, y - 30, 30, 16, 30, 120, Arc2D.OPEN));
        }
        g.setColor(skin.darker());
        g.draw(new Arc2D.Double(x - 9, y + 12, 18, 14, 200, 140, Arc2D.OPEN));
        fill(
                g,
                new Color(0x9B2F3A),
                new Arc2D.Double(x - 26, y + 44 - mouth, 52, 2 * mouth + 8, 180, 180, Arc2D.CHORD));
    }

    private static void fill(Graphics2D g, Color color, Shape shape) {
        g.setColor(color);
        g.fill(shape);
    }
}
