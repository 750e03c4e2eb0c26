import type { SimulcastLayer } from '../api/wire';
import { OWN_MIDS } from './own-tracks';

/** The fields that are read of a sent layer. */
interface Outbound {
  type: string;
  mid?: string;
  rid?: string;
  ssrc?: number;
  rtxSsrc?: number;
}

/**
 * The layers of the camera whose SSRCs an answer does not name, smallest picture first. Chromium names none of them, Firefox all; a
 * camera with a single layer always has its SSRC.
 */
export function unnamedRids(answer: string): string[] {
  const camera = sections(answer).find(isCamera) ?? '';
  if (/^a=ssrc:/m.test(camera)) return [];
  return /^a=simulcast:send (\S+)/m.exec(camera)?.[1]?.split(';') ?? [];
}

/** True when the camera goes out as VP9: the codec that an answer lists first is the one that is sent. */
export function sendsVp9(answer: string): boolean {
  const camera = sections(answer).find(isCamera) ?? '';
  const first = /^m=video \S+ \S+ (\d+)/.exec(camera)?.[1];
  return first !== undefined && new RegExp(`^a=rtpmap:${first} VP9/`, 'm').test(camera);
}

/** Finds the SSRCs that the browser chose, in the order of `rids`; undefined as long as one is missing. */
export function layersOf(report: Iterable<[string, unknown]>, rids: readonly string[]): SimulcastLayer[] | undefined {
  const sent = [...report]
    .map(([, one]) => one as Outbound)
    .filter((one) => one.type === 'outbound-rtp' && one.mid === OWN_MIDS.camera);
  const layers = rids.flatMap((rid) => {
    const found = sent.find((one) => one.rid === rid);
    return found?.ssrc === undefined ? [] : [{ ssrc: found.ssrc, rtxSsrc: found.rtxSsrc ?? null }];
  });
  return layers.length === rids.length ? layers : undefined;
}

/** Names the layers in the answer, because a bridge routes by SSRC. The others then get the camera with their first offer. */
export function withLayers(answer: string, layers: readonly SimulcastLayer[]): string {
  const lines = [
    `a=ssrc-group:SIM ${layers.map((one) => one.ssrc).join(' ')}`,
    ...layers.flatMap(({ ssrc, rtxSsrc }) => (rtxSsrc === null ? [] : [`a=ssrc-group:FID ${ssrc} ${rtxSsrc}`])),
    ...layers.flatMap(({ ssrc, rtxSsrc }) => (rtxSsrc === null ? [ssrc] : [ssrc, rtxSsrc])).map(sourceLine),
  ];
  return sections(answer)
    .map((one) => (isCamera(one) ? `${one}${lines.join('\r\n')}\r\n` : one))
    .join('');
}

function sourceLine(ssrc: number): string {
  return `a=ssrc:${ssrc} cname:camera`;
}

function isCamera(section: string): boolean {
  return new RegExp(`^a=mid:${OWN_MIDS.camera}\\r?$`, 'm').test(section);
}

/** The session's part and the m-sections, each with its line ends. */
function sections(sdp: string): string[] {
  return sdp.split(/(?=^m=)/m);
}
