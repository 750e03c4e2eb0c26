// Runs in a page before its own scripts, so that many pages fit one machine: a small drawn camera, no microphone, and pictures of others
// are decoded but not shown. When each was decoded is kept, by the name under the picture, in ms since 1970.
(() => {
  navigator.mediaDevices.getUserMedia = () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [160, 120];
    const pen = canvas.getContext('2d');
    let frame = 0;
    setInterval(() => {
      pen.fillStyle = `hsl(${(frame += 7) % 360} 50% 50%)`;
      pen.fillRect(frame % 140, 40, 20, 40);
    }, 200);
    return Promise.resolve(canvas.captureStream(5));
  };

  // All of them are tabs of one window, and only one is in front. Nobody asks the bridge to save pictures here.
  Object.defineProperty(document, 'visibilityState', { get: () => 'visible' });

  window.decodedFrames = {};
  const places = new WeakMap();
  const read = async (track) => {
    const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
    let name;
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      value.close();
      // Once out of the page it still counts: a person sees the old picture until the new one is there.
      name = places.get(track).closest('.tile')?.querySelector('.label:not(.network) .name')?.textContent ?? name;
      if (name) (window.decodedFrames[name] ??= []).push(performance.timeOrigin + performance.now());
    }
  };
  // An element that plays silence costs as much as one that plays sound.
  Object.defineProperty(HTMLAudioElement.prototype, 'srcObject', { get: () => null, set: () => undefined });
  Object.defineProperty(HTMLVideoElement.prototype, 'srcObject', {
    get: () => null,
    set(stream) {
      const track = stream?.getVideoTracks()[0];
      if (track === undefined) return;
      if (!places.has(track)) void read(track);
      places.set(track, this);
    },
  });
})();
