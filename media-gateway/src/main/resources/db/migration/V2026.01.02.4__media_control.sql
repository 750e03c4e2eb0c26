-- What bridges must hold back of participants, and what participants look at.

-- It began as an audio call and was not switched to video.
alter table conference add column audio_call boolean not null default false;

-- JSON: what the session says of the participant's own media; null in rows that were written before.
alter table endpoint add column publishing text;
-- JSON: how the participant shows the others; null until its client says so.
alter table endpoint add column view text;
