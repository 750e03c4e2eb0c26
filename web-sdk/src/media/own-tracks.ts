/** The m-lines that an offer reserves for the participant's own media. */
export const OWN_MIDS = { microphone: '0', camera: '1', screen: '2' } as const;

export type OwnSource = keyof typeof OWN_MIDS;

export const OWN_SOURCES = Object.keys(OWN_MIDS) as OwnSource[];

/** What the participant sends now; `null` sends nothing and needs no new offer. */
export type OwnTracks = Record<OwnSource, MediaStreamTrack | null>;
