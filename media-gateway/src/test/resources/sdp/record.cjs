// Records what Chromium and Firefox answer to the offers beside this file. See README.md.
const puppeteer = require('puppeteer-core');
const http = require('node:http');
const fs = require('node:fs');
const path = require('node:path');

const BROWSERS = {
  chromium: {
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  },
  firefox: {
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
    },
  },
};

/** Each case answers these offers in turn on one connection; the last answer is kept. */
const CASES = {
  alone: ['alone'],
  others: ['alone', 'others'],
  left: ['alone', 'others', 'left'],
  viewer: ['viewer'],
  sharing: ['alone', 'others'],
  simulcast: ['simulcast'],
  'simulcast-others': ['simulcast', 'simulcast-others'],
  vp9: ['vp9'],
};

const read = (name) => fs.readFileSync(path.join(__dirname, `offer-${name}.sdp`), 'utf8').replaceAll('\n', '\r\n');

/** In the page: does with offers what the SDK does. */
async function answer(offers, sends, shares) {
  const connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  const own = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  const screen = document.createElement('canvas').captureStream(5).getVideoTracks()[0];
  const tracks = [own.getAudioTracks()[0], own.getVideoTracks()[0], shares ? screen : null];
  for (const sdp of offers) {
    await connection.setRemoteDescription({ type: 'offer', sdp });
    for (const transceiver of sends ? connection.getTransceivers().slice(0, 3) : []) {
      transceiver.direction = 'sendonly';
      await transceiver.sender.replaceTrack(tracks[Number(transceiver.mid)]);
    }
    await connection.setLocalDescription();
  }
  while (connection.iceGatheringState !== 'complete') {
    await new Promise((resolve) => connection.addEventListener('icegatheringstatechange', resolve, { once: true }));
  }
  return connection.localDescription.sdp;
}

/** Addresses of the machine are nobody's business. */
const anonymous = (sdp) =>
  sdp
    .replaceAll('\r\n', '\n')
    .replace(/\b(?!0\.0\.0\.0|127\.0\.0\.1)\d{1,3}(\.\d{1,3}){3}\b/g, '192.0.2.2')
    .replace(/ [0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7} (?=\d+ typ)/g, ' 2001:db8::2 ');

async function main() {
  const server = http.createServer((_, response) => response.setHeader('content-type', 'text/html').end('<p>'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  for (const [name, options] of Object.entries(BROWSERS)) {
    const browser = await puppeteer.launch({ headless: true, ...options });
    console.log(await browser.version());
    for (const [kase, offers] of Object.entries(CASES)) {
      const page = await browser.newPage();
      await page.goto(`http://localhost:${server.address().port}/`);
      const sdp = await page.evaluate(answer, offers.map(read), kase !== 'viewer', kase === 'sharing');
      fs.writeFileSync(path.join(__dirname, `answer-${name}-${kase}.sdp`), anonymous(sdp));
      await page.close();
    }
    await browser.close();
  }
  server.close();
}

main();
