-- Who is leaving: media_connected as before, stream_id is the stream of the page that went, lost_at when it has left.
alter table participants
    drop constraint participants_presence_check,
    add check (presence in ('JOINING', 'STREAMING', 'MEDIA_ONLY', 'RECONNECTING', 'LEAVING')),
    -- What it may send, of AUDIO,CAMERA,SCREEN. Null, in rows that were written before, for what its role allows.
    add column publishes text;
