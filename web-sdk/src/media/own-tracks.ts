/** The m-lines that an offer reserves for the participant's own media. */
export const OWN_MIDS = { microphone: '0', camera: '1', screen: '2' } as const;

export type OwnSource = keyof typeof OWN_MIDS;

export const OWN_SOURCES = /* @__PURE__ */ Object.keys(OWN_MIDS) as OwnSource[];

/** What the participant sends now; `null` sends nothing and needs no new offer. */
export type OwnTracks = Record<OwnSource, MediaStreamTrack | null>;

/** The sources that an offer has an m-line for: the server only receives on those. Other mids may be anybody's. */
export function reservedIn(offer: string): OwnSource[] {
  const sections = offer.split(/^m=/m).filter((one) => /^a=recvonly\r?$/m.test(one));
  return OWN_SOURCES.filter((source) =>
    sections.some((one) => new RegExp(`^a=mid:${OWN_MIDS[source]}\\r?$`, 'm').test(one)),
  );
}
