/** The m-lines that every offer reserves for the participant's own media. */
export const OWN_MIDS = { microphone: '0', camera: '1', screen: '2' } as const;

export type OwnSource = keyof typeof OWN_MIDS;

/** What the participant sends now; `null` sends nothing and needs no new offer. */
export type OwnTracks = Record<OwnSource, MediaStreamTrack | null>;
