/** A picture of somebody, or of a document; drawn again and again, since a canvas sends only what changes. */
function picture(hue: number, draw: (context: CanvasRenderingContext2D) => void): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  const paint = () => {
    context.fillStyle = `hsl(${hue} 28% 68%)`;
    context.fillRect(0, 0, 640, 360);
    draw(context);
  };
  paint();
  setInterval(paint, 100);
  const [track] = canvas.captureStream(10).getVideoTracks();
  if (track === undefined) throw new Error('no track');
  return track;
}

export function person(index: number): MediaStreamTrack {
  return picture((index * 67) % 360, (context) => {
    context.fillStyle = `hsl(${(index * 67 + 180) % 360} 32% 34%)`;
    context.beginPath();
    context.ellipse(320, 390, 170, 150, 0, 0, 7);
    context.fill();
    context.fillStyle = `hsl(${24 + (index % 3) * 4} 45% ${46 + (index % 4) * 9}%)`;
    context.beginPath();
    context.ellipse(320, 165, 72, 92, 0, 0, 7);
    context.fill();
  });
}

export function slides(): MediaStreamTrack {
  return picture(215, (context) => {
    context.fillStyle = '#fff';
    context.fillRect(60, 40, 520, 280);
    context.fillStyle = '#3d5a80';
    for (const [index, width] of [300, 420, 380, 400, 240].entries())
      context.fillRect(95, 78 + index * 46, width, index === 0 ? 22 : 10);
  });
}
